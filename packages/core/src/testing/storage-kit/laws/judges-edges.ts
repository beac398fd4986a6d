import { describe, expect, test } from 'vitest'
import type { Rows } from '../../../domain/change/rows.ts'
import type { Comparison, Condition } from '../../../domain/segments/condition.ts'
import { newFacts } from '../../../domain/value/facts.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { type OpenStorage, openStorage } from '../../shop-kit/world/open.ts'
import { changesOf } from '../rows/changes-of.ts'
import { exampleCustomer } from '../rows/example-customer.ts'

/** Values at which engines part ways: doubles, texts of any sign, exact averages, the largest predicates. */
export function judgesEdges(open: OpenStorage): void {
  describe('judges edges', () => {
    test('a double is found by itself, alone or in a list, and not by its neighbours', async () => {
      const weights = [
        0,
        0.1,
        0.30000000000000004,
        -2.5,
        5e-324,
        1e21,
        2815934168266868000,
        Number.MAX_VALUE,
        2 ** 53,
        2 ** 62,
      ]
      const storage = await openStorage(open)
      await shopWith(storage, Object.fromEntries(weights.map((weight, i) => [`c${i}`, { weight }])))
      const weighs = (test: Extract<Condition, { op: 'attribute' }>['test']): Promise<string[]> =>
        whoIs(storage, { op: 'attribute', field: 'attr.weight', column: 'number', test })
      for (const [i, weight] of weights.entries()) {
        expect(await weighs({ is: 'in', values: [weight] })).toEqual([`c${i}`])
        expect(await weighs({ is: '=', value: weight })).toEqual([`c${i}`])
        expect(await weighs({ is: 'between', low: weight, high: weight })).toEqual([`c${i}`])
      }
      const close = [
        0.30000000000000004 - 2 ** -54,
        2815934168266868000 - 512,
        2815934168266868000 + 512,
      ]
      expect(await weighs({ is: 'in', values: close })).toEqual([])
    })

    test('texts are taken sign by sign', async () => {
      const names = [
        'kopi 😀',
        'kopi 😁',
        '100%',
        '100_',
        'a\\b',
        "o'brien",
        '\uD7FFx',
        '\uE000x',
        '\u{10000}x',
      ]
      const storage = await openStorage(open)
      await shopWith(
        storage,
        Object.fromEntries(names.map((nameFold, i) => [`c${i}`, { nameFold }])),
      )
      for (const is of ['contains', 'startsWith', 'endsWith'] as const) {
        for (const value of [
          ...names,
          '😀',
          ' 😀',
          '%',
          '_',
          '\\',
          "'",
          '\uD7FF',
          '\uE000',
          'x',
          'k',
        ]) {
          const condition: Condition = {
            op: 'column',
            column: { table: 'customers', column: 'nameFold' },
            test: { is, value },
          }
          const passes = (name: string): boolean =>
            is === 'contains'
              ? name.includes(value)
              : is === 'startsWith'
                ? name.startsWith(value)
                : name.endsWith(value)
          const expected = names.flatMap((name, i) => (passes(name) ? [`c${i}`] : []))
          expect(await whoIs(storage, condition)).toEqual(expected)
          expect(await whoIs(storage, { op: 'not', of: condition })).toHaveLength(
            names.length - expected.length,
          )
        }
      }
    })

    test('averages are exact, negative ones and the largest too', async () => {
      const largest = Number.MAX_SAFE_INTEGER
      const totals = [-largest, -7, -3, -1, 0, 1, 3, 7, largest - 1, largest]
      const counts = [0, 1, 2, 3, largest]
      const people = totals.flatMap((ordersTotal) =>
        counts.map((orders) => ({ ordersTotal, orders })),
      )
      const storage = await openStorage(open)
      await shopWith(storage, Object.fromEntries(people.map((about, i) => [`c${100 + i}`, about])))
      for (const is of ['=', '<', '<=', '>', '>='] as const) {
        for (const value of [-largest, -4, -3, -2, -1, 0, 1, 2, 3, largest]) {
          const condition: Condition = {
            op: 'average',
            total: { table: 'facts', column: 'ordersTotal' },
            count: { table: 'facts', column: 'orders' },
            is,
            value,
          }
          const passing = people.flatMap(({ ordersTotal, orders }, i) =>
            averageIs(ordersTotal, orders, is, value) ? [`c${100 + i}`] : [],
          )
          expect({ is, value, found: await whoIs(storage, condition) }).toEqual({
            is,
            value,
            found: passing,
          })
          expect(await whoIs(storage, { op: 'not', of: condition })).toHaveLength(
            people.length - passing.length,
          )
        }
      }
    })

    test('the largest predicates run', async () => {
      const storage = await openStorage(open)
      await shopWith(storage, { c1: { ltv: 5 }, c2: { ltv: 7 } })
      const ltv = (value: number): Condition => ({
        op: 'column',
        column: { table: 'facts', column: 'ltv' },
        test: { is: '=', value },
      })
      const bought = (low: number): Condition => ({
        op: 'events',
        list: 'purchases',
        filters: [],
        after: null,
        upTo: null,
        measure: 'orders',
        low,
        high: null,
      })
      const many = (make: (i: number) => Condition): Condition[] =>
        Array.from({ length: 499 }, (_, i) => make(i))
      expect(await whoIs(storage, { op: 'any', of: many(ltv) })).toEqual(['c1', 'c2'])
      expect(await whoIs(storage, { op: 'not', of: { op: 'all', of: many(ltv) } })).toEqual([
        'c1',
        'c2',
      ])
      expect(await whoIs(storage, { op: 'atLeast', count: 1, of: many(ltv) })).toEqual(['c1', 'c2'])
      expect(await whoIs(storage, { op: 'any', of: many(bought) })).toEqual(['c1', 'c2'])
      const deep = Array.from({ length: 31 }).reduce<Condition>(
        (inner, _, i) => ({
          op: i % 2 === 0 ? 'all' : 'any',
          of: [inner, ...Array.from({ length: 15 }, () => ltv(5))],
        }),
        ltv(5),
      )
      expect(await whoIs(storage, deep)).toEqual(['c1'])
      const values = Array.from({ length: 10_000 }, (_, i) => i)
      const list: Condition = {
        op: 'column',
        column: { table: 'facts', column: 'ltv' },
        test: { is: 'in', values },
      }
      expect(await whoIs(storage, list)).toEqual(['c1', 'c2'])
    })
  })
}

/** What a customer is judged by here; the rest is as it is of somebody new. */
type About = Partial<Rows['customers']> & Partial<Rows['facts']> & { readonly weight?: number }

async function shopWith(storage: Storage, people: Readonly<Record<string, About>>): Promise<void> {
  const all = Object.entries(people)
  const customers = all.map(([id, about]) => pick(exampleCustomer(id), about))
  const facts = all.map(([id, about]) => pick(newFacts(id, newcomer), about))
  const attributes = all.flatMap(([id, { weight }]) => weightRow(id, weight))
  await storage.transaction('kopi', 'write', async (tx) => {
    await tx.apply(changesOf('customers', { insert: customers }))
    await tx.apply(changesOf('facts', { insert: facts }))
    await tx.apply(changesOf('attributes', { insert: attributes }))
  })
}

const newcomer = { firstContactAt: 1, birthDate: null }

function weightRow(customerId: string, number: number | undefined): Rows['attributes'][] {
  if (number === undefined) return []
  return [{ customerId, field: 'attr.weight', position: 0, text: null, textFold: null, number }]
}

/** A row with other values in columns that it has. */
function pick<R extends object>(row: R, about: object): R {
  return {
    ...row,
    ...Object.fromEntries(Object.entries(about).filter(([column]) => column in row)),
  }
}

async function whoIs(storage: Storage, where: Condition): Promise<string[]> {
  return storage.transaction('kopi', 'read', async (tx) => {
    const members = await tx.members({ where, limit: 1_000 })
    expect(await tx.count(where)).toBe(members.length)
    return members.map(({ id }) => id)
  })
}

/** By the definition: total compared with bound · count, for a count above 0. */
function averageIs(total: number, count: number, is: Comparison, bound: number): boolean {
  const sum = BigInt(total)
  const product = BigInt(bound) * BigInt(count)
  const holds = {
    '=': sum === product,
    '<': sum < product,
    '<=': sum <= product,
    '>': sum > product,
    '>=': sum >= product,
  }
  return count > 0 && holds[is]
}
