import { z } from 'zod'
import { textProblem } from '../../domain/text/clean.ts'
import { isVisible } from '../../domain/text/visible.ts'
import { isLocalDate } from '../../domain/time/local-date.ts'

// One check for each value and not one for each demand on it: an import checks millions of values.

/** Text with something to see, without NUL and lone surrogates, trimmed, at most `longest` UTF-16 units. */
export function text(longest: number): z.ZodType<string> {
  return trimmedText(
    (given, value) => textMessage(given, value, longest) ?? invisibleMessage(value),
  )
}

/** What somebody types to look for: as {@link text}, but of invisible characters it may be, and finds nothing. */
export function typedText(longest: number): z.ZodType<string> {
  return trimmedText((given, value) => textMessage(given, value, longest))
}

function trimmedText(
  problem: (given: string, trimmed: string) => string | undefined,
): z.ZodType<string> {
  return z.string('Expected text').check((checking) => {
    const given = checking.value
    const value = given.trim()
    const message = problem(given, value)
    if (message === undefined) checking.value = value
    else checking.issues.push({ code: 'custom', message, input: given })
  })
}

function textMessage(given: string, trimmed: string, longest: number): string | undefined {
  if (textProblem(given) !== undefined)
    return 'Expected text without NUL and without lone surrogates'
  if (trimmed === '') return 'Expected text that is not empty'
  return trimmed.length > longest ? `Expected at most ${longest} characters` : undefined
}

function invisibleMessage(trimmed: string): string | undefined {
  return isVisible(trimmed)
    ? undefined
    : 'Expected text that is not empty, found nothing but invisible characters'
}

/** A bound of a number, which belongs to it, and what is said of numbers beyond it. */
interface Bound {
  readonly bound: number
  readonly message: string
}

/** A safe integer within bounds. */
export function integer(
  message: string,
  { least, most }: { readonly least?: Bound; readonly most?: Bound } = {},
): z.ZodType<number> {
  return z.number(message).check((checking) => {
    const given = checking.value
    const problem = !Number.isSafeInteger(given)
      ? message
      : least !== undefined && given < least.bound
        ? least.message
        : most !== undefined && given > most.bound
          ? most.message
          : undefined
    // −0 is stored as 0: no database keeps the sign.
    if (problem === undefined) checking.value = given + 0
    else checking.issues.push({ code: 'custom', message: problem, input: given })
  })
}

const minorUnits = 'Expected whole minor units within ±(2^53 − 1)'

/** An amount in minor units, 0 or more. */
export const amount: z.ZodType<number> = integer(minorUnits, {
  least: { bound: 0, message: 'Expected 0 or more minor units' },
})

export const positiveAmount: z.ZodType<number> = integer(minorUnits, {
  least: { bound: 1, message: 'Expected at least 1 minor unit' },
})

/** An amount that may lie below zero. */
export const signedAmount: z.ZodType<number> = integer(minorUnits)

// Beyond these there are no local dates, and sums of times leave what a Date holds.
const firstInstant = new Date('0001-01-02T00:00:00Z')
const lastInstant = new Date('9999-12-30T23:59:59.999Z')

/** A moment: a `Date` that is one. */
export const instant: z.ZodType<Date> = z
  .date('Expected a Date')
  .min(firstInstant, 'Expected a Date of the years 1 to 9999')
  .max(lastInstant, 'Expected a Date of the years 1 to 9999')
  .overwrite((date) => new Date(date)) // the caller may go on using the one given

/** `YYYY-MM-DD`, a day that exists. */
export const localDate: z.ZodType<string> = z
  .string('Expected a date as YYYY-MM-DD')
  .refine(isLocalDate, 'Expected a date that exists, as YYYY-MM-DD')

/** How long a page or an answer may be. */
export const limit: z.ZodType<number | undefined> = integer('Expected a whole number', {
  least: { bound: 1, message: 'Expected at least 1' },
  most: { bound: 1_000, message: 'Expected at most 1,000' },
}).optional()

/** A thing of the shop's, by id or by name. */
export const reference: z.ZodType<string> = text(200)

/** One value or several. */
export type OneOrMore = string | readonly string[]

export function oneOrMore(value: z.ZodType<string>): z.ZodType<OneOrMore> {
  return z.union([value, list(value)], 'Expected text, or a list of texts')
}

export function list<T>(value: z.ZodType<T>, most = 100): z.ZodType<T[]> {
  return z.array(value, 'Expected a list').max(most, `Expected at most ${most} values`)
}
