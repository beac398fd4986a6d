import { z } from 'zod'
import { textProblem } from '../../domain/text/clean.ts'
import { isLocalDate } from '../../domain/time/local-date.ts'

/** Text that is not empty, without NUL and lone surrogates, at most `longest` UTF-16 units. */
export function text(longest: number): z.ZodType<string> {
  return cleanText
    .trim()
    .min(1, 'Expected text that is not empty')
    .max(longest, `Expected at most ${longest} characters`)
}

const cleanText = z
  .string('Expected text')
  .refine(
    (value) => textProblem(value) === undefined,
    'Expected text without NUL and without lone surrogates',
  )

// −0 is stored as 0: no database keeps the sign.
const minorUnits = z
  .int('Expected whole minor units within ±(2^53 − 1)')
  .overwrite((value) => value + 0)

/** An amount in minor units, 0 or more. */
export const amount: z.ZodType<number> = minorUnits.min(0, 'Expected 0 or more minor units')

export const positiveAmount: z.ZodType<number> = minorUnits.min(1, 'Expected at least 1 minor unit')

/** An amount that may lie below zero. */
export const signedAmount: z.ZodType<number> = minorUnits

// Beyond these there are no local dates, and sums of times leave what a Date holds.
const firstInstant = new Date('0001-01-02T00:00:00Z')
const lastInstant = new Date('9999-12-30T23:59:59.999Z')

/** A moment: a `Date` that is one. */
export const instant: z.ZodType<Date> = z
  .date('Expected a Date that is one')
  .min(firstInstant, 'Expected a Date of the years 1 to 9999')
  .max(lastInstant, 'Expected a Date of the years 1 to 9999')
  .overwrite((date) => new Date(date)) // the caller may go on using the one given

/** `YYYY-MM-DD`, a day that exists. */
export const localDate: z.ZodType<string> = z
  .string('Expected a date as YYYY-MM-DD')
  .refine(isLocalDate, 'Expected a date that exists, as YYYY-MM-DD')

/** How long a page or an answer may be. */
export const limit: z.ZodType<number | undefined> = z
  .int('Expected a whole number')
  .min(1, 'Expected at least 1')
  .max(1_000, 'Expected at most 1,000')
  .optional()

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
