import { describe, expect, test } from 'vitest'
import type { Predicate } from '../../../../src/domain/segments/predicate.ts'
import { parse } from '../../../../src/domain/segments/text/parse.ts'
import { print } from '../../../../src/domain/segments/text/print.ts'
import { catalogue } from '../shop.ts'

function printed(predicate: Predicate): string {
  const text = print(predicate, catalogue)
  expect(parse(text, catalogue)).toEqual(predicate)
  return text
}

const inBandung: Predicate = { field: 'city', is: 'in', value: ['Bandung', 'Cimahi', 'Lembang'] }
const keen: Predicate = {
  purchases: { product: 'KOPI-250', last: { days: 90 } },
  measure: 'orders',
  is: '>=',
  value: 3,
}
const spent: Predicate = { field: 'ltv', is: '>=', value: 5_000_000 }

describe('how texts are laid out', () => {
  test('on one line where there is room', () => {
    expect(printed({ all: [inBandung, spent] })).toBe(
      'city in ("Bandung", "Cimahi", "Lembang") and ltv >= 5_000_000',
    )
  })

  test('on several lines where there is none', () => {
    expect(
      printed({
        all: [
          inBandung,
          { any: [spent, keen, { not: { all: [keen, inBandung] } }] },
          { not: { any: [keen, { all: [inBandung, spent, keen] }] } },
          { atLeast: 2, of: [keen, keen, { all: [keen, inBandung] }, spent] },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "city in ("Bandung", "Cimahi", "Lembang")
      and (
        ltv >= 5_000_000
        or purchases(product = "KOPI-250", last 90 days) >= 3
        or not (
          purchases(product = "KOPI-250", last 90 days) >= 3 and city in ("Bandung", "Cimahi", "Lembang")
        )
      )
      and not (
        purchases(product = "KOPI-250", last 90 days) >= 3
        or city in ("Bandung", "Cimahi", "Lembang")
          and ltv >= 5_000_000
          and purchases(product = "KOPI-250", last 90 days) >= 3
      )
      and at least 2 of (
        purchases(product = "KOPI-250", last 90 days) >= 3,
        purchases(product = "KOPI-250", last 90 days) >= 3,
        purchases(product = "KOPI-250", last 90 days) >= 3 and city in ("Bandung", "Cimahi", "Lembang"),
        ltv >= 5_000_000
      )"
    `)
  })

  test('lists fill their lines', () => {
    const value = Array.from({ length: 40 }, (_, i) => `city ${i}`)
    const text = printed({
      any: [
        { field: 'city', is: 'in', value },
        {
          purchases: { product: { in: value }, last: { days: 7 } },
          measure: 'total',
          is: '>',
          value: 0,
        },
      ],
    })
    expect(text).toMatchInlineSnapshot(`
      "city in (
        "city 0", "city 1", "city 2", "city 3", "city 4", "city 5", "city 6", "city 7", "city 8",
        "city 9", "city 10", "city 11", "city 12", "city 13", "city 14", "city 15", "city 16", "city 17",
        "city 18", "city 19", "city 20", "city 21", "city 22", "city 23", "city 24", "city 25", "city 26",
        "city 27", "city 28", "city 29", "city 30", "city 31", "city 32", "city 33", "city 34", "city 35",
        "city 36", "city 37", "city 38", "city 39"
      )
      or purchases(
        product in (
          "city 0", "city 1", "city 2", "city 3", "city 4", "city 5", "city 6", "city 7", "city 8",
          "city 9", "city 10", "city 11", "city 12", "city 13", "city 14", "city 15", "city 16",
          "city 17", "city 18", "city 19", "city 20", "city 21", "city 22", "city 23", "city 24",
          "city 25", "city 26", "city 27", "city 28", "city 29", "city 30", "city 31", "city 32",
          "city 33", "city 34", "city 35", "city 36", "city 37", "city 38", "city 39"
        ),
        last 7 days
      ).total > 0"
    `)
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  test('a name that is gone is written by its id', () => {
    const gone: Predicate = {
      all: [{ tag: 'tag-9' }, { group: 'group-9' }, { field: 'category', is: '=', value: 'x "1"' }],
    }
    expect(print(gone, catalogue)).toBe(
      'has tag id "tag-9" and in group id "group-9" and category = id "x \\"1\\""',
    )
  })

  test('what check refuses is refused', () => {
    const deep = Array.from({ length: 100_000 }).reduce<Predicate>((not) => ({ not }), spent)
    expect(() => print(deep, catalogue)).toThrow(
      expect.objectContaining({ code: 'PREDICATE_TOO_LARGE' }),
    )
    const unknown: Predicate = { field: 'attr.nothing', is: '=', value: 1 }
    expect(() => print(unknown, catalogue)).toThrow(
      expect.objectContaining({ code: 'PREDICATE_INVALID' }),
    )
  })
})
