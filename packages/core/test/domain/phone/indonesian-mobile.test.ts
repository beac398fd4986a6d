/** An Indonesian mobile is read without a phone library, and comes out as the library says. */
import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { indonesianMobile } from '../../../src/domain/phone/indonesian-mobile.ts'
import { parsePhone } from '../../../src/domain/phone/parse-phone.ts'
import { phoneByPlan } from '../../../src/domain/phone/phone-by-plan.ts'

const seed = process.env.LANGGANAN_SEED
const runs = {
  numRuns: Number(process.env.LANGGANAN_RUNS ?? 20_000),
  ...(seed === undefined ? {} : { seed: Number(seed) }),
}

const beginnings = ['', '0', '+62', '62', '0062', '+620', '620', '00620', '+', '00', '0 0 62', '1']

const digit = fc.integer({ min: 0, max: 9 }).map(String)
const digits = (min: number, max: number) =>
  fc.array(digit, { minLength: min, maxLength: max }).map((each) => each.join(''))

/** Numbers that are, and are not, Indonesian mobiles. */
const number = fc
  .tuple(
    fc.oneof(fc.constantFrom(...beginnings), fc.constantFrom('+1', '+65', '+62 21', '+44', '+800')),
    fc.oneof(fc.constantFrom('8', '81', '80', '84', '809', '21', '628', ''), digits(0, 3)),
    digits(3, 12),
  )
  .map((parts) => parts.join(''))

/** What gets into such a text. */
const oddity = fc.constantFrom(
  ...' -.()[]+/,;x@#*%:\u00a0\u2011\u202a\u200b\t\n０８٣५–',
  'ext. 5',
  ';ext=12',
  'WA',
  ' (WA)',
  'hp ',
  '++',
  '+62',
  'wa.me/',
  '@c.us',
  'tel:',
  "'",
  '\u{1d7d6}',
)

/** The number with separators, and now and then with something worse, anywhere in it. */
const typed = fc
  .tuple(
    number,
    fc.array(fc.tuple(fc.nat(30), fc.constantFrom(' ', '-', '.', '(', ')', '  ')), {
      maxLength: 5,
    }),
    fc.oneof(
      { weight: 2, arbitrary: fc.constant<[number, string][]>([]) },
      { weight: 1, arbitrary: fc.array(fc.tuple(fc.nat(30), oddity), { maxLength: 3 }) },
    ),
  )
  .map(([text, separators, oddities]) =>
    [...separators, ...oddities].reduce(
      (all, [at, put]) => `${all.slice(0, at)}${put}${all.slice(at)}`,
      text,
    ),
  )

describe('an Indonesian mobile is what the numbering plan says', () => {
  test('every beginning of four digits, every length from 7 to 15', () => {
    let mobiles = 0
    for (let four = 0; four < 10_000; four += 1) {
      const prefix = String(four).padStart(4, '0')
      const rest = String(Math.imul(four + 7, 0x9e3779b1) >>> 0).padStart(11, '3')
      for (let length = 7; length <= 15; length += 1) {
        const national = `${prefix}${rest}`.slice(0, length)
        for (const text of [national, `+62${national}`]) {
          const plan = phoneByPlan(text, 'ID')
          const mobile = indonesianMobile(text)
          if (mobile !== undefined) mobiles += 1
          // Most are neither: `expect` for each would take minutes.
          if (mobile === undefined && plan?.type !== 'mobile') continue
          expect(mobile ?? plan, text).toEqual(plan)
          if (plan?.country === 'ID') expect(mobile, text).toEqual(plan)
        }
      }
    }
    expect(mobiles).toBeGreaterThan(5_000)
  }, 120_000)

  test('every beginning of 08 with each way to write the country', () => {
    for (let two = 0; two < 100; two += 1) {
      for (let length = 7; length <= 15; length += 1) {
        const national = `8${String(two).padStart(2, '0')}314159265358`.slice(0, length)
        for (const beginning of beginnings) {
          const text = `${beginning}${national}`
          expect(parsePhone(text), text).toEqual(phoneByPlan(text, 'ID'))
        }
      }
    }
  })

  test('whatever is typed', () => {
    let mobiles = 0
    fc.assert(
      fc.property(typed, (text) => {
        const mobile = indonesianMobile(text)
        if (mobile !== undefined) mobiles += 1
        expect(parsePhone(text)).toEqual(phoneByPlan(text, 'ID'))
      }),
      runs,
    )
    expect(mobiles).toBeGreaterThan(runs.numRuns / 100)
  }, 60_000)

  test('with a +, what libphonenumber-js says by itself', () => {
    const separated = fc
      .tuple(fc.constantFrom('+62', '+620', '+1', '+65', '+628'), digits(5, 13), fc.nat(9))
      .map(([start, rest, at]) => `${start} ${rest.slice(0, at)}-${rest.slice(at)}`)
    fc.assert(
      fc.property(separated, (text) => {
        const phone = parsePhoneNumberFromString(text, { extract: false })
        const expected = phone?.isValid() ? [phone.number, phone.country] : undefined
        const ours = parsePhone(text)
        expect(ours && [ours.e164, ours.country]).toEqual(expected)
        expect(ours?.type === 'mobile').toBe(phone?.isValid() && phone.getType() === 'MOBILE')
      }),
      runs,
    )
  }, 60_000)

  test.each([
    '08123456789'.padEnd(70, ' '),
    '0812 3456 7890 x5',
    '+62+812 3456 7890',
    '8001234567',
  ])('%j is left to the library', (text) => {
    expect(indonesianMobile(text)).toBeUndefined()
  })
})
