import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Catalogue } from '../../../../src/domain/segments/catalogue.ts'
import { check } from '../../../../src/domain/segments/check.ts'
import type { Predicate } from '../../../../src/domain/segments/predicate.ts'
import { parse } from '../../../../src/domain/segments/text/parse.ts'
import { print } from '../../../../src/domain/segments/text/print.ts'
import { arbitraryPredicate } from '../../../../src/testing/arbitraries/predicate.ts'
import { arbitraryPools } from '../../../../src/testing/arbitraries/scene-pools.ts'
import { environment } from '../../../../src/testing/shop-kit/world/environment.ts'
import { catalogue } from '../shop.ts'
import { oddCatalogue } from './odd-catalogue.ts'

const { seed, isLong, cases = isLong ? 1_000_000 : 2_000 } = environment()
const run = { numRuns: cases, ...(seed === undefined ? {} : { seed }) }
const patience = 3_600_000

function roundTrip(predicate: Predicate, known: Catalogue): void {
  const text = print(predicate, known)
  const parsed = parse(text, known)
  expect(parsed).toEqual(check(predicate, known))
  expect(print(parsed, known)).toBe(text)
}

describe('law 6, round trips', () => {
  test(
    'the text of a predicate is the predicate',
    () => {
      const predicates = arbitraryPools.chain((pools) => arbitraryPredicate(catalogue, pools))
      fc.assert(
        fc.property(predicates, (predicate) => roundTrip(predicate, catalogue)),
        run,
      )
    },
    patience,
  )

  test(
    'also where names are odd and the currency has decimals',
    () => {
      fc.assert(
        fc.property(arbitraryPredicate(oddCatalogue), (predicate) =>
          roundTrip(predicate, oddCatalogue),
        ),
        run,
      )
    },
    patience,
  )

  test(
    'any text, any finite number',
    () => {
      const texts = fc
        .string({ unit: 'binary', minLength: 1 })
        .map((text) => `x${text.replaceAll('\0', '')}`)
      const numbers = fc.double({ noDefaultInfinity: true, noNaN: true })
      const predicates = fc.oneof(
        texts.map((value): Predicate => ({ field: 'name', is: 'exactly', value })),
        texts.map((value): Predicate => ({ field: 'attr.skinType', is: '=', value })),
        texts.map(
          (term): Predicate => ({ interactions: { term }, measure: 'count', is: '=', value: 0 }),
        ),
        texts.map((seed): Predicate => ({ sample: 1, seed })),
        numbers.map((value): Predicate => ({ field: 'attr.weight', is: '<', value })),
        fc.maxSafeInteger().map((value): Predicate => ({ field: 'ltv', is: '<', value })),
      )
      fc.assert(
        fc.property(
          predicates,
          fc.constantFrom(catalogue, { ...catalogue, currency: 'KWD', scale: 3 }),
          roundTrip,
        ),
        run,
      )
    },
    patience,
  )
})
