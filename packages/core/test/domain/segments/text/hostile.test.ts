import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLanggananError } from '../../../../src/domain/error/langganan-error.ts'
import { check } from '../../../../src/domain/segments/check.ts'
import { parse } from '../../../../src/domain/segments/text/parse.ts'
import { print } from '../../../../src/domain/segments/text/print.ts'
import { arbitraryPredicate } from '../../../../src/testing/arbitraries/predicate.ts'
import { environment } from '../../../../src/testing/shop-kit/world/environment.ts'
import { catalogue } from '../shop.ts'

const { seed, isLong, cases = isLong ? 200_000 : 2_000 } = environment()
const run = { numRuns: cases, ...(seed === undefined ? {} : { seed }) }
const patience = 3_600_000

/** A code, or `a predicate` if it is one; anything else is thrown on. */
function outcome(text: string): string {
  try {
    const predicate = parse(text, catalogue)
    expect(check(predicate, catalogue)).toEqual(predicate)
    return 'a predicate'
  } catch (error) {
    const known =
      isLanggananError(error, 'PREDICATE_INVALID') || isLanggananError(error, 'PREDICATE_TOO_LARGE')
    if (!known) throw error
    const { line, column } = error.details
    const written = text.split(/\r\n|[\n\r]/)[Number(line) - 1]
    // Longer texts are not looked into.
    if (text.length < 30_000) {
      expect(Number(column)).toBeGreaterThanOrEqual(1)
      expect(Number(column)).toBeLessThanOrEqual(Array.from(written ?? '').length + 1)
    }
    return error.code
  }
}

const many = 100_000

describe('hostile texts', () => {
  test.each([
    ['parentheses', '('.repeat(many), 'PREDICATE_TOO_LARGE'],
    [
      'parentheses around something',
      `${'('.repeat(49_000)}archived${')'.repeat(49_000)}`,
      'PREDICATE_TOO_LARGE',
    ],
    ['negations', 'not '.repeat(25_000), 'PREDICATE_TOO_LARGE'],
    ['lists of parts', 'all('.repeat(25_000), 'PREDICATE_TOO_LARGE'],
    ['10 MB', 'x'.repeat(10_000_000), 'PREDICATE_TOO_LARGE'],
    ['100 kB and a byte', `archived${' '.repeat(many - 7)}`, 'PREDICATE_TOO_LARGE'],
    ['100 kB', `archived${' '.repeat(many - 8)}`, 'a predicate'],
    ['100 kB in fewer signs', `archived # ${'é'.repeat(50_000)}`, 'PREDICATE_TOO_LARGE'],
    ['100 kB in fewer pairs', `archived # ${'😀'.repeat(25_000)}`, 'PREDICATE_TOO_LARGE'],
    ['100 kB in pairs', `archived #${'😀'.repeat(24_997)}`, 'a predicate'],
    ['chains', 'archived or '.repeat(8_000), 'PREDICATE_TOO_LARGE'],
    ['chains that end', `${'archived or '.repeat(8_000)}archived`, 'PREDICATE_TOO_LARGE'],
    ['values', `city in (${'"a",'.repeat(20_000)}"a")`, 'PREDICATE_TOO_LARGE'],
    ['digits', `ltv > ${'9'.repeat(many - 6)}`, 'PREDICATE_INVALID'],
    ['digits of a number', `attr.weight > ${'9'.repeat(99_000)}`, 'PREDICATE_INVALID'],
    ['digits and lines', '1-'.repeat(50_000), 'PREDICATE_INVALID'],
    ['underscores', `ltv > 1${'_1'.repeat(49_000)}`, 'PREDICATE_INVALID'],
    ['an open quote', `city = "${'a'.repeat(99_000)}`, 'PREDICATE_INVALID'],
    ['open quotes', '"\\'.repeat(50_000), 'PREDICATE_INVALID'],
    ['escaped quotes', `city = "${'\\"'.repeat(49_000)}`, 'PREDICATE_INVALID'],
    ['escapes', `city = "${'\\u{1}'.repeat(19_000)}"`, 'PREDICATE_TOO_LARGE'],
    ['words', 'a'.repeat(many), 'PREDICATE_INVALID'],
    ['words and lines', 'a-'.repeat(50_000), 'PREDICATE_INVALID'],
    ['comments', '#\n'.repeat(50_000), 'PREDICATE_INVALID'],
    ['white space', ' '.repeat(many), 'PREDICATE_INVALID'],
    ['a NUL', 'city\0= "a"', 'PREDICATE_INVALID'],
    ['a NUL in a text', 'city = "\0"', 'PREDICATE_INVALID'],
    ['half a pair', 'city = "\ud83d"', 'PREDICATE_INVALID'],
    ['half a pair as a word', '\ud83d', 'PREDICATE_INVALID'],
    ['the prototype', '__proto__', 'PREDICATE_INVALID'],
    ['the prototype as an attribute', 'attr.__proto__ = "a"', 'PREDICATE_INVALID'],
    ['the prototype as a filter', 'purchases(__proto__ = "a") > 1', 'PREDICATE_INVALID'],
    ['the prototype as a measure', 'purchases().__proto__ > 1', 'PREDICATE_INVALID'],
    ['the prototype as a group', 'in group "__proto__"', 'PREDICATE_INVALID'],
    ['the prototype as an id', 'in group id "__proto__"', 'PREDICATE_INVALID'],
    ['the prototype as a value', 'city = "__proto__"', 'a predicate'],
  ])('%s', (_, text, expected) => {
    expect(outcome(text)).toBe(expected)
  })

  test.each([undefined, null, 3, {}, ['archived'], { all: [] }])('%j is no text', (input) => {
    expect(() => Reflect.apply(parse, undefined, [input, catalogue])).toThrow(
      expect.objectContaining({ code: 'PREDICATE_INVALID' }),
    )
  })

  test(
    'any bytes',
    () => {
      const signs = fc.constantFrom(...'()"\\#.,%<>=-_0 \n😀', 'and', 'not', 'all(', 'in ', 'is ')
      const texts = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.uint8Array({ maxLength: 200 }).map((bytes) => String.fromCharCode(...bytes)),
        fc
          .array(fc.uint16Array({ maxLength: 9 }).map((units) => String.fromCharCode(...units)))
          .map((all) => all.join('')),
        fc.array(signs, { maxLength: 40 }).map((all) => all.join('')),
      )
      fc.assert(
        fc.property(texts, (text) => void outcome(text)),
        run,
      )
    },
    patience,
  )

  test(
    'valid texts with parts taken out, doubled, moved and replaced',
    () => {
      const outcomes = new Set<string>()
      const edits = fc.array(
        fc.record({
          at: fc.nat(1_000),
          take: fc.nat(12),
          put: fc.oneof(
            fc.constantFrom(
              '',
              '(',
              ')',
              '"',
              ' and ',
              ' not ',
              ',',
              '=',
              '> ',
              ' 9 ',
              '\\',
              '\n',
              'all(',
              '.',
            ),
            fc.nat(1_000),
          ),
        }),
        { minLength: 1, maxLength: 3 },
      )
      const mutated = fc.tuple(arbitraryPredicate(catalogue), edits).map(([predicate, all]) =>
        all.reduce(
          (text, { at, take, put }) => {
            const from = at % (text.length + 1)
            const piece =
              typeof put === 'string' ? put : text.slice(put % (text.length + 1)).slice(0, 12)
            return text.slice(0, from) + piece + text.slice(from + take)
          },
          print(predicate, catalogue),
        ),
      )
      fc.assert(
        fc.property(mutated, (text) => void outcomes.add(outcome(text))),
        run,
      )
      expect([...outcomes]).toEqual(expect.arrayContaining(['a predicate', 'PREDICATE_INVALID']))
    },
    patience,
  )
})
