import type { TableName } from '../domain/change/rows.ts'
import type { CustomerRow } from '../domain/customers/rows.ts'
import type { CountKind } from '../domain/history/rows.ts'
import { factsOf } from '../domain/value/facts-of.ts'
import type { FactsRow } from '../domain/value/rows.ts'
import { grouped } from './grouped.ts'
import { judgeCustomers } from './kept/judge.ts'
import { bringEverybodyOn } from './kept/let-time-go-on.ts'
import { loadPlan } from './kept/load-plan.ts'
import { memberCounts } from './member-counts.ts'
import { rebuildDerivedColumns, reopened } from './rebuild-derived-columns.ts'
import { rebuildLogs } from './rebuild-logs.ts'
import { scanAll, scanPages } from './scan-all.ts'
import type { UnitOfWork } from './unit-of-work.ts'
import { shopGap } from './value/shop-gap.ts'

/**
 * Recomputes what is derived: what is open of sales, local times, facts, label times, consents,
 * members of tracked segments, rule tags, member counts. On a shop that is in order it changes nothing; how many rows it had to put right is the answer.
 */
export async function rebuild(unit: UnitOfWork): Promise<number> {
  await bringEverybodyOn(unit)
  let corrected = 0
  for (const { recompute } of recomputations) corrected += await recompute(unit)
  const into = unit.draft()
  into.event('shop.rebuilt', {})
  await unit.write(into)
  return corrected
}

/** A step of a rebuild. */
interface Recomputation {
  /** The tables whose rows it may find wrong. */
  readonly derives: readonly TableName[]
  /** Puts right what is wrong; answers how many rows that were. */
  recompute(unit: UnitOfWork): Promise<number>
}

/** Each step goes by what those before it have put right. */
export const recomputations: readonly Recomputation[] = [
  { derives: ['transactions', 'interactions'], recompute: rebuildDerivedColumns },
  { derives: ['facts'], recompute: rebuildFacts },
  { derives: ['labelSpans', 'consents'], recompute: rebuildLogs },
  { derives: ['segmentMembers', 'tagMembers', 'turns'], recompute: rebuildKept },
  { derives: ['countDeltas'], recompute: rebuildCounts },
]

async function rebuildFacts(unit: UnitOfWork): Promise<number> {
  let corrected = 0
  for await (const customers of scanPages(unit.tx, 'customers', ({ id }) => [id])) {
    const stored = new Map(
      (
        await unit.tx.get(
          'facts',
          customers.map(({ id }) => [id] as const),
        )
      ).map((row) => [row.customerId, row]),
    )
    const into = unit.draft()
    for (const facts of await factsFromScratch(unit, customers)) {
      if (sameRow(facts, stored.get(facts.customerId))) continue
      into.put('facts', facts)
      corrected += 1
    }
    await unit.tx.apply(into.change())
  }
  return corrected
}

/** The facts that these customers' rows come to. */
async function factsFromScratch(
  unit: UnitOfWork,
  customers: readonly CustomerRow[],
): Promise<FactsRow[]> {
  const { tx } = unit
  const prefixes = customers.map(({ id }) => [id])
  const [transactions, lines, payments, interactions, windows] = [
    grouped(await tx.find('transactions', 'byCustomer', prefixes)),
    grouped(await tx.find('lines', 'byCustomer', prefixes)),
    grouped(await tx.find('payments', 'byCustomer', prefixes)),
    grouped(await tx.find('interactions', 'byCustomer', prefixes)),
    grouped(await tx.find('windows', 'key', prefixes)),
  ]
  const gap = await shopGap(unit)
  return customers.map((customer) =>
    factsOf({
      customer,
      // As they are put right, also where that is only tried out.
      transactions: (transactions.get(customer.id) ?? []).map((row) => reopened(row, unit.shop)),
      lines: lines.get(customer.id) ?? [],
      payments: payments.get(customer.id) ?? [],
      interactions: interactions.get(customer.id) ?? [],
      windows: windows.get(customer.id) ?? [],
      shopGap: gap,
      timeZone: unit.shop.timeZone,
    }),
  )
}

/** Whoever is kept as a member and does not belong leaves now, and the other way round: history stays as it was recorded. */
async function rebuildKept(unit: UnitOfWork): Promise<number> {
  const plan = await loadPlan(unit)
  if (plan.watched.length === 0) return 0
  let corrected = 0
  for await (const customers of scanPages(unit.tx, 'customers', ({ id }) => [id])) {
    corrected += await judgeCustomers(unit, plan, {
      customerIds: customers.map(({ id }) => id),
      isDue: () => true,
      cause: 'rebuild',
    })
  }
  return corrected
}

async function rebuildCounts(unit: UnitOfWork): Promise<number> {
  const truth: { readonly [K in CountKind]: ReadonlyMap<string, number> } = {
    group: await sizes(
      unit,
      'groups',
      async (id) => (await unit.tx.find('groupMembers', 'key', [[id]])).length,
    ),
    tag: await sizes(
      unit,
      'tags',
      async (id) => (await unit.tx.find('tagMembers', 'key', [[id]])).length,
    ),
    segment: await sizes(
      unit,
      'segments',
      async (id) => (await unit.tx.find('segmentMembers', 'key', [[id]])).length,
    ),
    category: await sizes(
      unit,
      'categories',
      async (id) => (await unit.tx.find('customers', 'byCategory', [[id]])).length,
    ),
  }
  const into = unit.draft()
  for (const kind of ['group', 'tag', 'category', 'segment'] as const) {
    const counted = await memberCounts(unit, kind)
    for (const [setId, members] of truth[kind])
      into.count(kind, setId, members - (counted.get(setId) ?? 0))
  }
  const change = into.change()
  await unit.tx.apply(change)
  return change.insert.countDeltas?.length ?? 0
}

async function sizes(
  { tx }: UnitOfWork,
  table: 'groups' | 'tags' | 'categories' | 'segments',
  sizeOf: (id: string) => Promise<number>,
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { id } of await scanAll(tx, table)) counts.set(id, await sizeOf(id))
  return counts
}

function sameRow(a: FactsRow, b: FactsRow | undefined): boolean {
  if (b === undefined) return false
  const other = new Map<string, unknown>(Object.entries(b))
  return Object.entries(a).every(([column, value]) => other.get(column) === value)
}
