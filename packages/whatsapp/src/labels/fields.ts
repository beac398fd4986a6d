import { epochMilliseconds } from '../epoch.ts'

/** Fields of an object that came from outside. */
export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.fromEntries(Object.entries(value))
}

/** One thing or a list of things. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** An id, which some sources write as a number. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : undefined
  return textOf(value, 100)
}

/** A text that can be shown and kept, at most so long; undefined where it is none. */
export function textOf(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (text.length > longest || text.includes('\0') || loneSurrogate.test(text)) return undefined
  return visible.test(text) ? text : undefined
}

/** A colour: a number of WhatsApp's palette, or as it is written. */
export function colourOf(value: unknown): string | null {
  return (typeof value === 'number' ? idOf(value) : textOf(value, 50)) ?? null
}

/** A time: ISO 8601 with its zone, or seconds or milliseconds since 1970, also as text. */
export function timeOf(value: unknown): Date | undefined {
  const isWritten = typeof value === 'string' && zoned.test(value)
  const number = typeof value === 'string' && digits.test(value) ? Number(value) : value
  if (!isWritten && typeof number !== 'number') return undefined
  const time = new Date(isWritten ? value : epochMilliseconds(Number(number)))
  const year = time.getUTCFullYear()
  return year >= 1970 && year <= 9998 ? time : undefined
}

const digits = /^\d{1,16}$/
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/
const loneSurrogate = /\p{Surrogate}/u
const visible = /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u
