import type { FailureKind } from '@langganan/adapters-kysely'

// SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
const kinds: Readonly<Record<string, FailureKind>> = {
  '23505': 'conflict',
  '22003': 'overflow',
  '40001': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  // Too many connections, and a statement that took longer than the host allows.
  '53300': 'busy',
  '57014': 'busy',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '57P05': 'unreachable',
  '42501': 'forbidden',
}

const systemCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
])

/** What the driver says without a code when a connection ends or does not begin. */
const lost =
  /^(Connection terminated|Client has encountered a connection error|timeout e|Client was closed)/

/** What an error of the driver means. */
export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof Error)) return 'other'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === undefined) return lost.test(error.message) ? 'unreachable' : 'other'
  if (code === 'ERR_OUT_OF_RANGE') return 'overflow'
  if (code.startsWith('08') || systemCodes.has(code)) return 'unreachable'
  return kinds[code] ?? 'other'
}
