/** What the program ends with; scripts rely on it. */
export const exitCodes = { done: 0, failed: 1, usage: 2, input: 3 } as const

const usage: ReadonlySet<string> = new Set(['USAGE', 'SHOP_ID_REQUIRED'])

/** Codes that say: what was given is wrong, whatever the shop holds. */
const input: ReadonlySet<string> = new Set([
  'AMOUNT_OVERFLOW',
  'ATTRIBUTE_NOT_DECLARED',
  'BACKUP_INVALID',
  'BACKUP_NEWER',
  'COLUMN_NOT_FOUND',
  'CURRENCY_UNKNOWN',
  'CURSOR_INVALID',
  'FILE_EXISTS',
  'FILE_NOT_CSV',
  'FILE_NOT_FOUND',
  'FILE_UNREADABLE',
  'INVALID_INPUT',
  'PREDICATE_INVALID',
  'PREDICATE_MATCHES_NOBODY',
  'PREDICATE_TOO_LARGE',
  'TIME_IN_FUTURE',
  'TIME_ZONE_UNKNOWN',
])

export function exitCodeOf(code: string): number {
  if (usage.has(code)) return exitCodes.usage
  return input.has(code) ? exitCodes.input : exitCodes.failed
}
