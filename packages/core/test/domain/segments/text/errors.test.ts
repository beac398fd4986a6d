import { describe, expect, test } from 'vitest'
import { isLanggananError } from '../../../../src/domain/error/langganan-error.ts'
import type { Catalogue } from '../../../../src/domain/segments/catalogue.ts'
import { parse } from '../../../../src/domain/segments/text/parse.ts'
import { catalogue } from '../shop.ts'

function problem(text: string, known: Catalogue = catalogue) {
  try {
    parse(text, known)
  } catch (error) {
    if (isLanggananError(error)) return error
    throw error
  }
  throw new Error(`accepted ${text}`)
}

describe('errors of texts', () => {
  test.each([
    ['', '1:1', 'expected a condition such as orders >= 3, found the end of the text'],
    ['citty = "Bandung"', '1:1', 'found "citty". Did you mean "city"?'],
    ['archived and\n  avrage order > 5', '2:3', 'Did you mean "average order"?'],
    ['archived or blaclisted', '1:13', 'Did you mean "blacklisted"?'],
    ['nott archived', '1:1', 'Did you mean "not"?'],
    ['(archived', '1:10', 'expected "and", "or" or ")", found the end of the text'],
    ['archived)', '1:9', 'expected "and", "or" or the end, found ")"'],
    ['archived an blacklisted', '1:10', 'Did you mean "and"?'],
    ['all(archived blacklisted)', '1:14', 'expected "," or ")", found "blacklisted"'],
    ['at least 0 of (archived)', '1:10', 'expected a number from 1 to the 1 parts'],
    ['at least two of (archived)', '1:10', 'expected a number, found "two"'],
    [`at least ${'two'.repeat(7)} of (archived)`, '1:10', 'expected a number, found a word'],
    ['at least zwölf of (archived)', '1:10', 'expected a number, found a word'],
    ['spent > 5', '1:1', 'found "spent". Did you mean "ltv"?'],
    ['total spent > 5', '1:1', 'Did you mean "ltv"?'],
    ['not kota = "Bandung"', '1:5', 'found "kota". Did you mean "city"?'],
    ['belanja terakhir > 60 days ago', '1:1', 'Did you mean "last purchase"?'],
    ['archived dan blacklisted', '1:10', 'Did you mean "and"?'],
    ['city', '1:5', 'expected a test of a text, such as contains "sri", found the end of the text'],
    ['city contians "a"', '1:6', 'Did you mean "contains"?'],
    ['city = Bandung', '1:8', 'expected a text in double quotes, found a word'],
    ['city = ""', '1:8', 'a text that is not empty'],
    ['city = ""', '1:8', 'for no value write is missing.'],
    [
      'added > 2026-01-01T00:00:00',
      '1:9',
      'as in "2026-01-01T00:00:00Z" or "2026-01-01T00:00:00+07:00"',
    ],
    ['city = "Bandung', '1:8', 'found a text that is not closed on its line'],
    ['city = "Ban\ndung"', '1:8', 'found a text that is not closed on its line'],
    ["city = 'Bandung'", '1:8', 'Texts stand in straight double quotes'],
    ['city = “Bandung”', '1:8', 'Texts stand in straight double quotes'],
    ['city != "Bandung"', '1:6', 'write not before the condition'],
    ['city = "a\\q"', '1:10', 'there is no such escape'],
    ['city = "\\u{110000}"', '1:9', 'there is no such escape'],
    ['city = "a\\u{0}"', '1:8', 'a NUL cannot be stored'],
    ['city = "\\u{D83D}"', '1:8', 'half a surrogate pair is no text'],
    ['city in ("a", b)', '1:15', 'expected a text in double quotes'],
    ['city in ("a", "")', '1:15', 'a text that is not empty'],
    ['city between "b" and "a"', '1:14', 'the lower bound lies above the upper one'],
    ['name = "😀" oder archived', '1:12', 'expected "and", "or" or the end'],
    ['orders contains "3"', '1:8', 'takes =, <, <=, >, >=, in, between; not contains'],
    ['orders > 2.5', '1:10', 'expected a whole number'],
    ['orders > 1e3', '1:10', 'expected a whole number'],
    ['orders > 9007199254740992', '1:10', 'expected a whole number within'],
    ['orders before 2026-01-31', '1:8', 'expected one of =, <, <=, >, >=, in'],
    ['archived and email is misssing', '1:23', 'expected a text in double quotes'],
    ['ltv >= 19.99', '1:8', 'an amount of IDR has no decimals'],
    ['ltv >= 5.000.000', '1:8', 'an amount of IDR has no decimals'],
    ['ltv >= 5.000.000', '1:8', 'Did you mean "5_000_000"?'],
    ['ltv >= 100.000', '1:8', 'Did you mean "100_000"?'],
    [
      'ltv >= 100rb',
      '1:8',
      'amounts are written in digits, as in 250_000. Did you mean "100_000"?',
    ],
    ['ltv >= 1jt', '1:8', 'Did you mean "1_000_000"?'],
    ['ltv >= 1,5 juta and archived', '1:8', 'Did you mean "1_500_000"?'],
    ['ltv >= 1.5JT', '1:8', 'Did you mean "1_500_000"?'],
    ['ltv between 1_000 and 2 ribu', '1:23', 'Did you mean "2_000"?'],
    ['ltv >= Rp 1.000.000', '1:8', 'Did you mean "1_000_000"?'],
    ['ltv >= Rp 250rb', '1:8', 'Did you mean "250_000"?'],
    ['ltv >= 5,000,000', '1:9', 'expected "and", "or" or the end, found ","'],
    ['ltv >= USD 5', '1:8', 'this shop keeps in IDR'],
    ['ltv >= XAU 5', '1:8', 'not an active ISO 4217 code'],
    ['ltv >= USD 5 EUR', '1:14', 'expected "and", "or" or the end, found a word'],
    ['ltv >= 5 XAU', '1:10', 'expected "and", "or" or the end, found a word'],
    ['ltv >= 5 not archived', '1:10', 'expected "and", "or" or the end'],
    ['ltv >= Rahayu', '1:8', 'expected an amount such as 250_000, found a word'],
    ['ltv >= Rp 1.000.000', '1:8', "written without the currency's sign, as in 250_000"],
    ['ltv >= Rp1.000.000', '1:8', "written without the currency's sign"],
    ['ltv >= $5', '1:8', "written without the currency's sign"],
    ['ltv >= 1e6', '1:8', 'without exponent'],
    [`ltv >= 1${'0'.repeat(64)}`, '1:8', '64 digits at most'],
    ['ltv >= 9007199254740992', '1:8', 'within ±(2^53 − 1)'],
    ['ltv >= "5"', '1:8', 'expected an amount such as 250_000, found a text'],
    ['attr.weight > 1e999', '1:15', 'expected a finite number'],
    ['attr.skinTpe = "x"', '1:6', 'there is no such attribute. Did you mean "skinType"?'],
    ['attr = "x"', '1:6', 'expected "."'],
    ['attr.roast is dakr', '1:15', 'expected one of light, Dark, medium. Did you mean "Dark"?'],
    ['age > 151', '1:7', 'expected an age from 0 to 150'],
    ['added in last 7 dyas', '1:17', 'found "dyas". Did you mean "days"?'],
    ['added in last 7', '1:16', 'expected minutes, hours, days, weeks, months, quarters or years'],
    ['added in last fortnight', '1:15', 'expected a number, day, week, month, quarter or year'],
    ['added in this 3 days', '1:15', 'expected day, week, month, quarter or year, found a number'],
    ['added in last 0 days', '1:15', 'a positive whole number'],
    ['added in "last week"', '1:10', 'expected a period such as last 7 days or this month'],
    ['added <= 60 days ago', '1:10', 'so long ago takes >'],
    ['added > 60 days', '1:16', 'expected "ago"'],
    ['added since 2026-02-30', '1:13', 'expected a date that exists'],
    ['added since 2026-1-5', '1:13', 'expected a date that exists'],
    ['added between 2026-02-01 and 2026-01-01', '1:15', 'the first date lies after the last'],
    ['added >= 2026-01-31T25:00Z', '1:10', 'expected a date that exists'],
    ['birthday in next 400 days', '1:13', 'birthdays come back every year'],
    ['has tag "VIPP"', '1:9', 'this shop has no tag with this name. Did you mean "VIP"?'],
    ['has tag VIP', '1:9', 'expected the name of a tag in double quotes'],
    ['has tag id "tag-9"', '1:9', 'no tag with this id. Did you mean tag-0, named "VIP"?'],
    ['in grup "Reseller"', '1:1', 'Did you mean "in group"?'],
    [
      'category in ("Ritel", "Grosri")',
      '1:23',
      'no category with this name. Did you mean "Grosir"?',
    ],
    ['window is opne', '1:8', 'expected "of", "is open" or "closes within"'],
    ['window closes within days', '1:22', 'expected a number of minutes, hours or days'],
    ['sample 0% seed "a"', '1:8', 'expected a percentage above 0, up to 100'],
    ['sample 10 seed "a"', '1:11', 'expected "%"'],
    ['sample 10% sed "a"', '1:12', 'Did you mean "seed"?'],
    ['purchases >= 3', '1:11', 'expected "("'],
    ['purchases(prodct = "a") >= 3', '1:11', 'Did you mean "product"?'],
    ['purchases(product = "a", product = "b") >= 3', '1:26', '"product" stands here twice'],
    ['purchases(last 7 days, this month) >= 3', '1:24', 'only one of last, this can be given'],
    ['purchases(product is missing) >= 3', '1:19', 'a filter takes =, in, contains'],
    ['purchases(product < "a") >= 3', '1:21', 'there is no key "<" here'],
    ['purchases().totl >= 3', '1:13', 'Did you mean "total"?'],
    ['purchases() >= 2.5', '1:16', 'expected a whole number'],
    ['purchases().last >= 3', '1:21', 'found a number. Did you mean "3 days ago"?'],
    ['last purchase > 5_000_000 and archived', '1:17', 'compared with money, such as ltv.'],
    ['added > 5 dyas ago', '1:11', 'Did you mean "days"?'],
    ['added > 5 days', '1:15', 'expected "ago"'],
    ['ltv > 2026-01-01', '1:7', 'expected money, found a date. Dates are compared with times'],
    ['orders > 2026-01-01', '1:10', 'Dates are compared with times, such as last purchase.'],
    ['added in last 7 dayz', '1:17', 'Did you mean "days"?'],
    ['added in last 0 days', '1:15', 'such as 7 days; units are'],
    ['birthday in next 400 days', '1:13', 'expected next 7 days with up to 366 days'],
    ['added = "abc"', '1:9', 'as YYYY-MM-DD.'],
    ['overdue by 30 days', '1:12', 'expected ">" or "<", as in overdue by > 30 days'],
    ['window is closed', '1:8', 'write not before it: not window is open.'],
    ['window is not open', '1:8', 'write not before it: not window is open.'],
    ['gender is male or femle', '1:19', 'Several values of one field are written as in city in ('],
    ['city = "Bogor" or "Depok"', '1:19', 'Several values of one field are written as in'],
    ['archived or blaclisted', '1:13', 'found "blaclisted". Did you mean "blacklisted"?'],
    ['last purchase = 5', '1:17', 'or 2026-01-31, found a number.'],
    ['last purchase > 0', '1:17', 'or 2026-01-31, found a number.'],
    ['city = "A" or "B"', '1:15', 'Several values of one field'],
    ['has tag "VIP" or "Grosir"', '1:18', 'such as orders >= 3, found a text.'],
    ['orders = 3 and', '1:15', 'such as orders >= 3, found the end of the text.'],
    ['saldo > 5', '1:1', 'Did you mean "balance"?'],
    ['owes > 5', '1:1', 'Did you mean "receivable"?'],
    ['belum bayar', '1:1', 'Did you mean "receivable"?'],
    ['loyal', '1:1', 'Did you mean "loyalty"?'],
    ['tag = "VIP"', '1:1', 'Did you mean "has tag"?'],
    ['interactions(kind = serch) >= 3', '1:21', 'Did you mean "search"?'],
    ['interactions(weekday = frii) >= 3', '1:24', 'Did you mean "fri"?'],
    ['interactions(kind = chat, weekday in (mon, tues)) >= 3', '1:44', 'Did you mean "tue"?'],
    ['interactions(hour = 24) >= 3', '1:21', 'expected a whole number from 0 to 23'],
    ['interactions(hour in (1, 25)) >= 3', '1:26', 'expected a whole number from 0 to 23'],
    ['interactions(hour between 3 and 24) >= 3', '1:33', 'a whole number from 0 to 23'],
    ['interactions(hour between 9 and 8) >= 3', '1:27', 'the lower bound lies above the upper one'],
    ['purchases(product = "") >= 3', '1:21', 'a text that is not empty'],
    ['__proto__ = 3', '1:1', 'expected a condition'],
    ['constructor', '1:1', 'expected a condition'],
    ['city toString "a"', '1:6', 'expected a test of a text'],
    ['archived\r\nand\rcity = 3', '3:8', 'expected a text in double quotes, found a number'],
  ])('%j', (text, place, message) => {
    const { code, message: said, details, field } = problem(text)
    expect(said).toContain(message)
    expect(`${details.line}:${details.column}`).toBe(place)
    expect(said).toMatch(/^Line \d+, column \d+: /)
    expect({ code, field }).toEqual({ code: 'PREDICATE_INVALID', field: undefined })
  })

  test('decimals beyond those of the currency', () => {
    const pounds = { ...catalogue, currency: 'GBP', scale: 2 }
    const { message, details } = problem('orders > 1 and ltv > 19.999', pounds)
    expect(message).toContain('an amount of GBP has 2 decimals at most')
    expect(details).toEqual({ line: 1, column: 22 })
    expect(problem('ltv > "5"', pounds).message).toContain('such as 250_000 or 19.99, found')
  })

  test('no amount is guessed where none can be told', () => {
    for (const text of ['ltv >= 19.99', 'ltv >= $', 'ltv >= $x', 'ltv >= 1.5.2jt', 'ltv >= rp'])
      expect(problem(text).message).not.toContain('Did you mean')
  })

  test('lists of amounts without spaces are still lists', () => {
    expect(parse('ltv in (100,200)', catalogue)).toMatchObject({ value: [100, 200] })
    expect(parse('ltv in (1,5)', catalogue)).toMatchObject({ value: [1, 5] })
    const dinars = { ...catalogue, currency: 'KWD', scale: 3 }
    expect(parse('ltv >= 1.250', dinars)).toMatchObject({ value: 1_250 })
  })

  test('two that have a name in common must be told apart by id', () => {
    const twins = { ...catalogue, tags: [1, 2].map((i) => ({ id: `t${i}`, name: 'VIP' })) }
    expect(problem('has tag "VIP"', twins).message).toContain('write id "t1" or id "t2".')
    expect(parse('has tag id "t2"', twins)).toEqual({ tag: 't2' })
  })

  test('texts of people are not repeated', () => {
    for (const text of [
      'name = Rahayu',
      'name Rahayu',
      'Rahayu',
      'name = "Sri" Rahayu',
      'in group "Rahayu"',
      'attr.Rahayu = "x"',
      'orders = "Rahayu"',
      'loyalty is Rahayu',
      'added in last Rahayu',
      'window of Rahayu is open',
    ]) {
      expect(problem(text).message).not.toContain('Rahayu')
    }
  })

  test('a time beside what is none, and a number beside a time', () => {
    expect(problem('last purchase > 5_000').message).toBe(
      'Line 1, column 17: expected a time such as 60 days ago or 2026-01-31, found a number. Amounts are compared with money, such as ltv.',
    )
    expect(problem('ltv > 60 days ago').message).toBe(
      'Line 1, column 10: a unit of time has no place here: this is money, tested as in >= 250_000.',
    )
    expect(problem('age > 25 years').message).toBe(
      'Line 1, column 10: a unit of time has no place here: this is an age, tested as in between 25 and 34.',
    )
  })

  test('limits say where', () => {
    const deep = problem(`${'not '.repeat(31)}(archived)`)
    expect(deep.code).toBe('PREDICATE_TOO_LARGE')
    expect(deep.details).toEqual({ line: 1, column: 126 })
    expect(parse(`${'not '.repeat(30)}(archived)`, catalogue)).toBeDefined()

    const many = problem(Array.from({ length: 500 }, () => 'archived').join('\nor '))
    expect(many.code).toBe('PREDICATE_TOO_LARGE')
    const more = problem(Array.from({ length: 600 }, () => '(archived)').join('\nor '))
    expect(more.code).toBe('PREDICATE_TOO_LARGE')
    expect(more.details).toEqual({ line: 501, column: 5 })
    const most = Array.from({ length: 499 }, () => '((archived))').join('\nor ')
    expect(parse(most, catalogue)).toMatchObject({ any: { length: 499 } })
    const long = problem(`archived or name = "${'x'.repeat(1_001)}"`)
    expect({ code: long.code, details: long.details }).toEqual({
      code: 'PREDICATE_TOO_LARGE',
      details: { line: 1, column: 20 },
    })
  })
})
