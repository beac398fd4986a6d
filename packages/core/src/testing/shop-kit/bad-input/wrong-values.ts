/** A value that a field refuses, with a name for it. */
export type Wrong = readonly [what: string, value: unknown]

const noText: readonly Wrong[] = [
  ['a number', 42],
  ['a flag', true],
  ['an object', {}],
  ['a date', new Date(0)],
]

const notStored: readonly Wrong[] = [
  ['a NUL', 'a\0b'],
  ['a lone high surrogate', 'a\ud800'],
  ['a lone low surrogate', '\udc00a'],
  ['surrogates the wrong way round', '\udc00\ud800'],
]

const emptyTexts: readonly Wrong[] = [
  ['empty text', ''],
  ['blank text', ' \t\n '],
  ['invisible text', ' \u200b\u00ad\u3164\u202e\u2066\u2800\ufeff '],
]

export const nothing: Wrong = ['null', null]
export const absent: Wrong = ['nothing', undefined]

/** For text of at most so many characters. */
export function wrongTexts(longest: number): readonly Wrong[] {
  const tooLong: Wrong = ['text that is too long', 'x'.repeat(longest + 1)]
  return [...noText, ['a list', ['a']], ...emptyTexts, ...notStored, tooLong]
}

/** For one text or several: a list is none of them, but what is in it may be. */
export function wrongTextsOrLists(longest: number): readonly Wrong[] {
  return [
    ...noText,
    ...emptyTexts,
    ...notStored,
    ['text that is too long', 'x'.repeat(longest + 1)],
  ]
}

export const wrongIntegers: readonly Wrong[] = [
  ['text', '5'],
  ['a flag', true],
  ['a list', [5]],
  ['a fraction', 1.5],
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['2^53', 2 ** 53],
  ['−2^53', -(2 ** 53)],
  ['1e300', 1e300],
  ['a bigint', 10n],
]

export const wrongAmounts: readonly Wrong[] = [...wrongIntegers, ['a negative amount', -1]]

export const wrongDates: readonly Wrong[] = [
  ['text', '2026-03-01'],
  ['a number', 0],
  ['an object', {}],
  ['a date that is none', new Date(Number.NaN)],
  ['the year −271821', new Date(-8.64e15)],
  ['the year 275760', new Date(8.64e15)],
]

export const wrongLocalDates: readonly Wrong[] = [
  ['30 February', '2026-02-30'],
  ['29 February of no leap year', '2025-02-29'],
  ['29 February of 1900', '1900-02-29'],
  ['month 13', '2026-13-01'],
  ['day 0', '2026-01-00'],
  ['one digit', '2026-2-3'],
  ['a time with it', '2026-02-03T00:00:00Z'],
  ['spaces', ' 2026-02-03'],
  ['other digits', '２０２６-02-03'],
  ['empty text', ''],
  ['a number', 20260203],
  ['a Date', new Date(0)],
]

export const wrongPhones: readonly Wrong[] = [
  ...wrongTextsOrLists(64),
  ['letters', 'telepon'],
  ['too few digits', '0812'],
  ['too many digits', '0812-3456-7890-1234-5678'],
  ['two numbers', '0812-3456-7890 / 0857-1111-2222'],
  ['a country that is none', '+999 123 456 789'],
]

export const wrongEmails: readonly Wrong[] = [
  ...wrongTextsOrLists(254),
  ['no at', 'kanaria.rahasia.example'],
  ['no domain', 'kanaria@rahasia'],
  ['an empty label in the domain', 'kanaria@rahasia..example'],
  ['a domain that begins with a dot', 'kanaria@.rahasia.example'],
  ['a domain of a dot and a label', 'kanaria@.example'],
  ['a domain that ends with a dot', 'kanaria@rahasia.example.'],
  ['two', 'kanaria@rahasia.example, b@example.com'],
  ['a name with it', 'Kanaria <kanaria@rahasia.example>'],
]

export const wrongChoices: readonly Wrong[] = [
  ['another word', 'sesuatu'],
  ['a number', 1],
  ['empty text', ''],
  ['what every object has', 'toString'],
]

export const wrongLists: readonly Wrong[] = [
  ['text', 'a'],
  ['an object', { length: 1, 0: 'a' }],
  ['a number', 1],
]
