import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop, type Shop } from '@langganan/core'
import { populateShop } from '@langganan/core/simulator'
import {
  type Rows,
  type Storage,
  type StorageTransaction,
  type TableName,
  tables,
} from '@langganan/core/storage'
import type { WrittenRows } from '../raw-writer.ts'

export const shopId = 'bench'
const timeZone = 'Asia/Jakarta'
const from = new Date('2026-08-20T00:00:00+07:00')
const until = new Date('2026-11-20T09:00:00+07:00')

/** Copies are so much apart in time, and all on one day. */
const apart = 60_000

/** A shop whose clock is set by hand. */
export interface GrownShop {
  readonly shop: Shop
  readonly clock: { now: number }
}

/** Opens a shop, made or to be made, with a clock that stands where the simulation or the last tick ended. */
export async function openGrown(storage: Storage): Promise<GrownShop> {
  const clock = { now: until.getTime() }
  const shop = await openShop({
    id: shopId,
    currency: 'IDR',
    timeZone,
    storage,
    clock: () => clock.now,
  })
  const [keptUp] = await storage.transaction(shopId, 'read', (tx) =>
    tx.get('snapshots', [['keptUp']]),
  )
  clock.now = Math.max(clock.now, keptUp?.asOf ?? 0)
  return { shop, clock }
}

/** What a shop has once, whoever its customers are. */
const ofTheShop = [
  'shops',
  'snapshots',
  'attributeTypes',
  'groups',
  'tags',
  'categories',
  'labels',
  'segments',
] as const satisfies readonly TableName[]

/** What it has for each customer, except logs and the ledger, which nothing that is timed reads. */
const ofCustomers = [
  'customers',
  'identities',
  'attributes',
  'facts',
  'interactions',
  'windows',
  'transactions',
  'lines',
  'payments',
  'groupMembers',
  'tagMembers',
  'labelSpans',
  'consents',
  'scores',
  'segmentMembers',
  'turns',
] as const satisfies readonly TableName[]

/** A database to be filled. */
export interface Target {
  readonly customers: number
  /** Begins; the database is empty. */
  fill(): Promise<Filling>
}

export interface Filling {
  write(rows: WrittenRows): void | Promise<void>
  end(): void | Promise<void>
}

/** So many customers are simulated, the others are copies of them. */
const simulated = 2_000

/**
 * Fills new databases with shops of a simulated one's customers, over and over: a copy has ids of its
 * own, and happens a minute earlier than the one before. For that the simulated shop's clock goes on
 * a minute from copy to copy, and its rows are written with instants as much earlier. So turns lie
 * as far apart in time as those of as many customers would.
 *
 * @param set makes in the simulated shop, before anybody comes, what it is to have
 */
export async function growShops(
  targets: readonly Target[],
  set: (shop: Shop) => Promise<unknown>,
): Promise<void> {
  const source = sqliteStorage({ memory: true })
  const { shop, clock } = await openGrown(source)
  await simulate(shop, clock, set)
  const waiting = await Promise.all(
    targets.map(async (target) => ({ filling: await target.fill(), left: target.customers })),
  )
  for (let copy = 0; waiting.some(({ left }) => left > 0); copy += 1) {
    clock.now = until.getTime() + copy * apart
    await shop.tick()
    const rows = await source.transaction(shopId, 'read', (tx) => copied(tx, copy))
    for (const target of waiting.filter(({ left }) => left > 0)) {
      await target.filling.write(rows)
      target.left -= simulated
    }
  }
  for (const { filling } of waiting) await filling.end()
  await shop.close()
}

async function simulate(
  shop: Shop,
  clock: GrownShop['clock'],
  set: (shop: Shop) => Promise<unknown>,
): Promise<void> {
  const setClock = (at: Date): void => {
    clock.now = at.getTime()
  }
  setClock(from)
  await set(shop)
  await populateShop(shop, { seed: 'kept', customers: simulated, from, until, setClock })
  await shop.value.refreshRhythm()
}

async function copied(tx: StorageTransaction, copy: number): Promise<WrittenRows> {
  const insert: Partial<Record<TableName, readonly object[]>> = {}
  if (copy === 0) for (const table of ofTheShop) insert[table] = await all(tx, table)
  for (const table of ofCustomers) {
    const own = ownColumns(table)
    insert[table] = (await all(tx, table)).map((row) => copyOf(row, own, copy))
  }
  return { insert, put: {} }
}

function all<T extends TableName>(tx: StorageTransaction, table: T): Promise<readonly Rows[T][]> {
  return tx.scan(table, null, Number.MAX_SAFE_INTEGER)
}

interface OwnColumns {
  readonly ids: readonly string[]
  readonly instants: readonly string[]
}

const customerIds = /^(?:id|customerId|originId|transactionId)$/
// What is overdue is so from a midnight on, which is the same for all copies.
const instants = /^(?!overdue).*(?:^at|At|^since|Since|^until)$/

function ownColumns(table: TableName): OwnColumns {
  const names = Object.keys(tables[table].columns)
  return {
    ids: [
      ...names.filter((name) => customerIds.test(name)),
      ...(table === 'identities' ? ['value'] : []),
    ],
    instants: names.filter((name) => instants.test(name)),
  }
}

function copyOf(row: object, { ids, instants }: OwnColumns, copy: number): object {
  const made: Record<string, unknown> = { ...row }
  // In front, so that a copy's rows lie together.
  const mark = copy.toString(16).padStart(4, '0')
  for (const name of ids) made[name] = `${mark}${String(made[name]).slice(4)}`
  for (const name of instants) {
    const at = made[name]
    if (typeof at === 'number') made[name] = at - copy * apart
  }
  if (typeof made.hour === 'number' && typeof made.at === 'number')
    Object.assign(made, localTime(made.at))
  return made
}

/** The hour and the weekday in Jakarta, which is seven hours ahead all year. */
function localTime(at: number): { readonly hour: number; readonly weekday: number } {
  const wall = new Date(at + 7 * 3_600_000)
  return { hour: wall.getUTCHours(), weekday: wall.getUTCDay() || 7 }
}
