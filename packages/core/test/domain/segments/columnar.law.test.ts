import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLanggananError } from '../../../src/domain/error/langganan-error.ts'
import { compileColumnar } from '../../../src/domain/segments/columnar/compile-columnar.ts'
import {
  type ColumnarPopulation,
  columnarPopulation,
} from '../../../src/domain/segments/columnar/population.ts'
import { compileCondition } from '../../../src/domain/segments/compile-condition.ts'
import type { ColumnRef, Condition, ValueTest } from '../../../src/domain/segments/condition.ts'
import type { CustomerView } from '../../../src/domain/segments/customer-view.ts'
import { resolve } from '../../../src/domain/segments/resolve.ts'
import { arbitraryPopulation } from '../../../src/testing/arbitraries/population.ts'
import { poolsAt } from '../../../src/testing/arbitraries/scene-pools.ts'
import { hold } from '../../../src/testing/laws/hold.ts'
import { environment } from '../../../src/testing/shop-kit/world/environment.ts'
import { catalogue } from './shop.ts'

const { cases = environment().isLong ? 200_000 : 2_000 } = environment()
const seed = environment().seed ?? fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0
const patience = 3_600_000

/** More rows than two blocks, and no whole number of blocks. */
const manyRows = 2_500

const clock = poolsAt(Date.parse('2026-07-15T08:30:00.000Z'), catalogue.timeZone)
const [{ views } = { views: [] }] = fc.sample(arbitraryPopulation(clock, catalogue), {
  numRuns: 1,
  seed: 5,
})

test(
  'law 1, one meaning: whole populations get the answers of the evaluator',
  async () => {
    const seen = { questions: 0, mixed: 0 }
    await hold(
      'law 1 on columns',
      { cases, seed, print: () => undefined },
      async ({ catalogue: { timeZone, segments }, ...scene }, number) => {
        const own = scene.population.views
        const population = columnarPopulation(number % 10 === 0 ? tiled(own, manyRows) : own)
        for (const { predicate, now } of scene.questions) {
          const rows = compare(population, resolve(predicate, { now, timeZone, segments }))
          seen.questions += 1
          if (rows.length > 0 && rows.length < population.views.length) seen.mixed += 1
        }
      },
    )
    // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
    console.info(`columns: ${seen.questions} questions, ${seen.mixed} mixed, seed ${seed}`)
    expect(seen.mixed).toBeGreaterThan(seen.questions / 3)
  },
  patience,
)

test('any test of any column, of its type or another', () => {
  const population = columnarPopulation(views)
  const condition = fc.record({ op: fc.constant('column' as const), column, test: valueTest })
  fc.assert(
    fc.property(fc.array(condition, { maxLength: 4 }), fc.nat(4), fc.boolean(), (of, n, isAny) => {
      const nested: Condition = { op: isAny ? 'any' : 'all', of: [...of.slice(0, 2)] }
      compare(population, nested)
      compare(population, { op: 'not', of: nested })
      compare(population, { op: 'atLeast', count: n, of: [nested, ...of] })
      compare(population, { op: 'not', of: { op: 'atLeast', count: n, of } })
    }),
    { numRuns: cases, seed },
  )
})

test('any average and any sample', () => {
  const population = columnarPopulation(views)
  const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.maxSafeInteger())
  const is = fc.constantFrom('=' as const, '<' as const, '<=' as const, '>' as const, '>=' as const)
  const below = fc.nat(2 ** 31 - 2)
  fc.assert(
    fc.property(column, column, is, value, below, below, (total, count, is, value, a, b) => {
      const average: Condition = { op: 'average', total, count, is, value }
      const sample: Condition = { op: 'sample', a, b, share: 2 ** 30 }
      for (const condition of [average, sample]) {
        compare(population, condition)
        compare(population, { op: 'not', of: condition })
      }
    }),
    { numRuns: cases, seed },
  )
})

test('nobody is asked about', () => {
  const population = columnarPopulation([])
  expect(compare(population, { op: 'all', of: [] })).toEqual([])
})

describe('lists', () => {
  const bare = views.map(({ customer, facts }) => ({ customer, facts }))
  const inGroup: Condition = { op: 'member', of: 'group', id: 'group-0' }
  const nobody: Condition = { op: 'any', of: [] }

  test('are read of those customers only whom the columns leave open', () => {
    const [first] = bare
    const id = first?.customer.id ?? ''
    const isFirst: Condition = {
      op: 'column',
      column: { table: 'customers', column: 'id' },
      test: { is: '=', value: id },
    }
    const asked: string[] = []
    const watched = bare.map(
      (view): CustomerView => ({
        ...view,
        get groups() {
          asked.push(view.customer.id)
          return []
        },
      }),
    )
    const { rows } = compileColumnar({ op: 'all', of: [inGroup, isFirst] })
    expect([...rows(columnarPopulation(watched))]).toEqual([])
    expect(asked).toEqual([id])
  })

  test('of several parts are read once', () => {
    let asked = 0
    const watched = bare.slice(0, 1).map(
      (view): CustomerView => ({
        ...view,
        get groups() {
          asked += 1
          return []
        },
      }),
    )
    const of: Condition[] = [inGroup, { op: 'not', of: inGroup }, inGroup]
    expect(compileColumnar({ op: 'any', of }).count(columnarPopulation(watched))).toBe(1)
    expect(asked).toBe(1)
  })

  test('that were not loaded are an error, never empty', () => {
    for (const condition of [inGroup, { op: 'not', of: inGroup } as const]) {
      try {
        compileColumnar(condition).count(columnarPopulation(bare))
        expect.unreachable()
      } catch (error) {
        expect(isLanggananError(error, 'LIST_NOT_LOADED')).toBe(true)
      }
    }
    const { count } = compileColumnar({ op: 'all', of: [inGroup, nobody] })
    expect(count(columnarPopulation(bare))).toBe(0)
  })
})

/** Compares the answers and gives the rows. */
function compare(population: ColumnarPopulation, condition: Condition): readonly number[] {
  const judge = compileCondition(condition)
  const expected = population.views.flatMap((view, row) => (judge(view) ? [row] : []))
  const columnar = compileColumnar(condition)
  expect([...columnar.rows(population)], JSON.stringify(condition)).toEqual(expected)
  expect(columnar.count(population)).toBe(expected.length)
  return expected
}

function tiled(rows: readonly CustomerView[], count: number): CustomerView[] {
  return Array.from({ length: count }, (_, i) => rows[i % rows.length]).filter(
    (view) => view !== undefined,
  )
}

const column: fc.Arbitrary<ColumnRef> = fc.constantFrom<ColumnRef>(
  { table: 'customers', column: 'id' },
  { table: 'customers', column: 'name' },
  { table: 'customers', column: 'cityFold' },
  { table: 'customers', column: 'gender' },
  { table: 'customers', column: 'archivedAt' },
  { table: 'customers', column: 'sampleKey' },
  { table: 'facts', column: 'customerId' },
  { table: 'facts', column: 'orders' },
  { table: 'facts', column: 'ltv' },
  { table: 'facts', column: 'lastPurchaseAt' },
)

const cells = views.flatMap(({ customer, facts }) => [
  ...[customer.id, customer.name, customer.cityFold, customer.gender, customer.archivedAt],
  ...[facts.orders, facts.ltv, facts.lastPurchaseAt],
])
const cell = fc.oneof(
  fc.constantFrom(...cells.filter((value) => value !== null)),
  fc.constantFrom('', 'a', '\uffff', '😀', 0, -0, 0.5, -2.5, 2 ** 53, -(2 ** 53), 1e300),
)
const part = cell.map((value) => String(value).slice(0, 2))

const valueTest: fc.Arbitrary<ValueTest> = fc.oneof(
  fc.record({ is: fc.constantFrom('=', '<', '<=', '>', '>='), value: cell }),
  fc.record({ is: fc.constant('between'), low: cell, high: cell }),
  fc.record({ is: fc.constant('in'), values: fc.array(cell, { maxLength: 6 }) }),
  fc.record({ is: fc.constantFrom('contains', 'startsWith', 'endsWith'), value: part }),
  fc.record({ is: fc.constant('missing') }),
)
