import { z } from 'zod'
import type { PlatformError } from '../events/content.ts'
import { list, maybeNumber, maybeText } from './values.ts'

const errorSchema = z.object({
  code: maybeNumber,
  title: maybeText,
  message: maybeText,
  error_data: z.object({ details: maybeText }).catch({ details: null }),
  href: maybeText,
})

/** Reads a list of errors; what is none is passed over. */
export function platformErrors(errors: unknown): readonly PlatformError[] {
  return list.parse(errors).flatMap((raw) => platformError(raw) ?? [])
}

export function platformError(raw: unknown): PlatformError | undefined {
  const result = errorSchema.safeParse(raw)
  if (!result.success) return undefined
  const { error_data, ...said } = result.data
  return { ...said, details: error_data.details }
}
