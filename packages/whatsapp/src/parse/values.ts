import { z } from 'zod'
import { epochMilliseconds } from '../epoch.ts'
import { keptId } from '../kept.ts'

// What must be there has a schema that fails; what may be missing becomes null, whatever stands there
// instead: one odd field is no reason to lose a message.

/** An id, which some senders write as a number. */
export const id: z.ZodType<string> = z
  .union([z.string(), z.number()], 'expected an id')
  .transform(String)
  .refine((given) => given.trim() !== '', 'expected an id that is not empty')

export const maybeId: z.ZodType<string | null> = id.nullable().catch(null)

/** A user id, where it is one that a shop can keep: another that is told beside it then counts. */
export const maybeUserId: z.ZodType<string | null> = maybeId.transform((given) =>
  keptId(given, 200),
)

export const maybeText: z.ZodType<string | null> = z.string().min(1).nullable().catch(null)

export const flag: z.ZodType<boolean> = z.boolean().catch(false)

export const maybeFlag: z.ZodType<boolean | null> = z.boolean().nullable().catch(null)

/** A list, empty where there is none. */
export const list: z.ZodType<unknown[]> = z.array(z.unknown()).catch([])

const noNumber = 'expected a number'

/** A number, also as text. */
export const numeric: z.ZodType<number> = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, noNumber)], noNumber)
  .transform(Number)

export const maybeNumber: z.ZodType<number | null> = numeric.nullable().catch(null)

const latest = Date.UTC(9999, 0, 1)

const noTime = 'expected a time in seconds'

/** A time in seconds since 1970, as text or as a number. */
export const instant: z.ZodType<Date> = z
  .union([z.number(), z.string().regex(/^\d{1,16}$/, noTime)], noTime)
  .transform(Number)
  .transform(epochMilliseconds)
  .refine((at) => at >= 0 && at < latest, 'expected a time of the years 1970 to 9998')
  .transform((at) => new Date(Math.trunc(at)))

export const maybeInstant: z.ZodType<Date | null> = instant.nullable().catch(null)

/** Whether a value has fields of its own that can be read. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
