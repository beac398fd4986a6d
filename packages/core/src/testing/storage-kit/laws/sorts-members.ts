import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Rows } from '../../../domain/change/rows.ts'
import type { ColumnRef, Condition } from '../../../domain/segments/condition.ts'
import { compareCodePoints } from '../../../domain/text/code-point-order.ts'
import type {
  Member,
  MembersQuestion,
  Sort,
  StorageTransaction,
} from '../../../ports/storage/storage.ts'
import { tables } from '../../../ports/storage/tables.ts'
import { holds } from '../../shop-kit/world/holds.ts'
import { type OpenStorage, openStorage } from '../../shop-kit/world/open.ts'
import { arbitraryRow } from '../rows/arbitrary-row.ts'
import { changesOf } from '../rows/changes-of.ts'
import { cellAt } from '../rows/row-of.ts'
import { compareCells } from '../rows/table-model.ts'

const runs = { ordinary: 20, long: 1_000 }
const everybody: Condition = { op: 'all', of: [] }

/** Members come by any column, in either direction, missing values last, ties by id, page by page. */
export function sortsMembers(open: OpenStorage): void {
  describe('sorts members', () => {
    test('by every column in both directions, from page to page', async () => {
      const storage = await openStorage(open)
      let run = 0
      await holds(
        fc.record({ people: arbitraryPeople, pageSize: fc.integer({ min: 1, max: 5 }) }),
        async ({ people, pageSize }) => {
          run += 1
          await storage.transaction(`shop ${run}`, 'write', async (tx) => {
            await write(tx, people)
            expect(await paged(tx, { where: everybody }, pageSize)).toEqual(
              sorted(people, undefined),
            )
            for (const sort of allSorts) {
              const found = await paged(tx, { where: everybody, sort }, pageSize)
              expect({ sort, found }).toEqual({ sort, found: sorted(people, sort) })
            }
          })
        },
        runs,
      )
    })

    test('among some, whatever else is asked', async () => {
      const storage = await openStorage(open)
      let run = 0
      await holds(
        fc.record({
          people: arbitraryPeople,
          sort: fc.option(fc.constantFrom(...allSorts), { nil: undefined }),
          others: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
          every: fc.integer({ min: 1, max: 3 }),
          least: fc.integer({ min: -3, max: 3 }),
        }),
        async ({ people, sort, others, every, least }) => {
          run += 1
          const chosen = people.filter((_, i) => i % every === 0)
          const among = [...chosen, ...chosen].map(({ customer }) => customer.id).concat(others)
          const ids = new Set(among)
          const where = ordersAtLeast(least)
          await storage.transaction(`shop ${run}`, 'write', async (tx) => {
            await write(tx, people)
            const pass = people.filter(({ facts }) => facts.orders >= least)
            const question = { where, among, ...(sort && { sort }) }
            const expected = pass.filter(({ customer }) => ids.has(customer.id))
            expect(await paged(tx, question, 2)).toEqual(sorted(expected, sort))
            expect(await tx.count(where)).toBe(pass.length)
          })
        },
        runs,
      )
    })

    test('among nobody gives nobody', async () => {
      const storage = await openStorage(open)
      await storage.transaction('kopi-senja', 'write', async (tx) => {
        expect(await tx.members({ where: everybody, among: [], limit: 5 })).toEqual([])
        expect(await tx.members({ where: everybody, limit: 0 })).toEqual([])
        expect(await tx.count(everybody)).toBe(0)
      })
    })
  })
}

interface Person {
  readonly customer: Rows['customers']
  readonly facts: Rows['facts']
}

const arbitraryPeople: fc.Arbitrary<readonly Person[]> = fc.uniqueArray(
  fc
    .record({ customer: arbitraryRow('customers'), facts: arbitraryRow('facts') })
    .map(({ customer, facts }) => ({ customer, facts: { ...facts, customerId: customer.id } })),
  { selector: ({ customer }) => customer.id, maxLength: 10 },
)

const sortable: readonly ColumnRef[] = [
  ...namesIn(tables.customers.columns).map((column) => ({ table: 'customers', column }) as const),
  ...namesIn(tables.facts.columns).map((column) => ({ table: 'facts', column }) as const),
]

const allSorts: readonly Sort[] = sortable.flatMap((column) => [
  { column, direction: 'ascending' } as const,
  { column, direction: 'descending' } as const,
])

function ordersAtLeast(value: number): Condition {
  return { op: 'column', column: { table: 'facts', column: 'orders' }, test: { is: '>=', value } }
}

async function write(tx: StorageTransaction, people: readonly Person[]): Promise<void> {
  await tx.apply(changesOf('customers', { insert: people.map(({ customer }) => customer) }))
  await tx.apply(changesOf('facts', { insert: people.map(({ facts }) => facts) }))
}

async function paged(
  tx: StorageTransaction,
  question: Omit<MembersQuestion, 'limit' | 'after'>,
  limit: number,
): Promise<readonly Member[]> {
  const members: Member[] = []
  for (;;) {
    const last = members.at(-1)
    const page = await tx.members({ ...question, ...(last && { after: last }), limit })
    members.push(...page)
    if (page.length < limit) return members
  }
}

function sorted(people: readonly Person[], sort: Sort | undefined): readonly Member[] {
  const sign = sort?.direction === 'descending' ? -1 : 1
  return people
    .map((person) => ({ id: person.customer.id, value: valueIn(person, sort) }))
    .sort((a, b) => {
      const missing = Number(a.value === null) - Number(b.value === null)
      if (missing !== 0) return missing
      return sign * compareCells(a.value, b.value) || compareCodePoints(a.id, b.id)
    })
}

function valueIn({ customer, facts }: Person, sort: Sort | undefined): Member['value'] {
  if (sort === undefined) return customer.id
  const { table, column } = sort.column
  return cellAt(table === 'customers' ? customer : facts, column)
}

function namesIn<C extends object>(columns: C): readonly (keyof C & string)[] {
  const names: (keyof C & string)[] = []
  for (const name in columns) names.push(name)
  return names
}
