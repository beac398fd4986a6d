import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmpty } from '../../../src/domain/segments/algebra/questions.ts'
import { compile } from '../../../src/domain/segments/compile.ts'
import type { Predicate } from '../../../src/domain/segments/predicate.ts'
import { parse } from '../../../src/domain/segments/text/parse.ts'
import { businessNumbers, products, sizes } from '../../../src/testing/arbitraries/pools.ts'
import { hold } from '../../../src/testing/laws/hold.ts'
import { environment } from '../../../src/testing/shop-kit/world/environment.ts'
import { couldExist, existsFrom, withAgreeingFacts } from './could-exist.ts'

const cases = environment().cases ?? (environment().isLong ? 100_000 : 1_000)
const day = 86_400_000

/** Filters and periods of which some are among others. */
const rows = fc
  .tuple(
    fc.constantFrom('', `product = "${products[0]}"`, `product = "${products[3]}"`),
    fc.constantFrom('', `size = "${sizes[0]}"`),
    fc.constantFrom(
      '',
      ...['last 7 days', 'last 1 week', 'last 30 days', 'last 1 month', 'this month', 'this year'],
      ...['next 7 days', 'since 2025-01-01', 'before 2027-01-01', 'last year'],
    ),
  )
  .map((parts) => `purchases(${parts.filter((part) => part !== '').join(', ')})`)

const aboutPurchases = fc.oneof(
  fc
    .tuple(
      rows,
      fc.constantFrom('orders', 'lines', 'quantity', 'distinct products', 'total'),
      fc.constantFrom('>=', '<', '=', '<=', '>'),
      fc.nat({ max: 3 }),
    )
    .map(([of, measure, is, value]) => `${of}.${measure} ${is} ${value}`),
  fc
    .tuple(rows, fc.constantFrom('first', 'last'), fc.constantFrom('> 7 days ago', '< 30 days ago'))
    .map(([of, measure, when]) => `${of}.${measure} ${when}`),
)

const aboutWindows = fc
  .tuple(
    fc.constantFrom('', ...businessNumbers.slice(1).map((number) => ` of "${number}"`)),
    fc.constantFrom(
      'is open',
      ...['2 hours', '1 day', '24 hours'].map((in_) => `closes within ${in_}`),
    ),
  )
  .map(([of, state]) => `window${of} ${state}`)

const together = fc
  .oneof(
    fc.tuple(aboutPurchases, aboutPurchases),
    fc.tuple(
      aboutWindows,
      aboutWindows.map((text) => `not ${text}`),
    ),
  )
  .map((parts) => parts.join(' and '))

test('nobody matches what cannot be because some rows are among others', async () => {
  const seed = environment().seed ?? fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0
  let empty = 0
  const print = (): void => undefined
  await hold(
    'among',
    { cases, seed, print },
    async ({ catalogue, population, questions }, number) => {
      const people = population.views
        .map(withAgreeingFacts)
        .filter(couldExist)
        .map((view) => ({ view, from: existsFrom(view) }))
      const texts = fc.sample(together, { numRuns: questions.length, seed: seed + number })
      for (const [i, text] of texts.entries()) {
        const now = questions[i]?.now ?? 0
        const predicate: Predicate = parse(text, catalogue)
        if (isEmpty(predicate, { ...catalogue, now }).answer !== 'yes') continue
        empty += 1
        const matches = compile(predicate, catalogue.timeZone, catalogue.segments)
        for (const later of [0, 1, 3_600_000, day, 8 * day, 32 * day, 100 * day]) {
          const at = now + later
          const found = people.some(({ view, from }) => at >= from && matches(view, at))
          expect(found, text).toBe(false)
        }
      }
    },
  )
  expect(empty).toBeGreaterThan(cases / 10)
})
