import type { FailureKind } from '@langganan/adapters-kysely'

// SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
const kinds: Readonly<Record<string, FailureKind>> = {
  '23505': 'conflict',
  '22003': 'overflow',
  '40001': 'retry',
  '40P01': 'retry',
  '55P03': 'busy',
  // Too many connections, and a statement that took longer than the host allows.
  '53300': 'busy',
  '57014': 'busy',
  // Ended by the server, because nothing was asked in a transaction or because it took too long.
  '25P03': 'lost',
  '25P04': 'lost',
  '57P01': 'lost',
  '57P02': 'lost',
  '57P03': 'unreachable',
  '57P05': 'lost',
  '26000': 'forgotten',
  '42P05': 'forgotten',
  '42501': 'forbidden',
}

/** Of a connection that does not begin. */
const neverThere = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** Of one that ended. */
const gone = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** What the driver says without a code when a connection ends or does not begin. */
const lost = /^(Connection terminated|Client has encountered a connection error|Client was closed)/

/** What it says when it has waited for an answer long enough. */
export const gaveUp = 'Query read timeout'
const tooLate = /^timeout expired/

/** What an error of the driver means. */
export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof Error)) return 'other'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === undefined) return withoutCode(error.message)
  if (code === 'ERR_OUT_OF_RANGE') return 'overflow'
  if (code === '0A000' && isStalePlan(error)) return 'forgotten'
  if (neverThere.has(code)) return 'unreachable'
  if (code.startsWith('08') || gone.has(code)) return 'lost'
  return kinds[code] ?? 'other'
}

/** A table was altered since the statement was prepared. The place in the server has one name in all languages. */
function isStalePlan(error: Error): boolean {
  return 'routine' in error && error.routine === 'RevalidateCachedQuery'
}

function withoutCode(message: string): FailureKind {
  if (lost.test(message)) return 'lost'
  if (message === gaveUp) return 'busy'
  return tooLate.test(message) ? 'unreachable' : 'other'
}

/** A code of the server's own has a digit; those of the system, such as `EPERM`, have none. */
const sqlState = /^(?=.*\d)[0-9A-Z]{5}$/

/** The server's own word for not knowing how a statement ended. */
const completionUnknown = '40003'

/** Whether the error of a commit is the server's answer that nothing was kept. */
export function refusedCommit(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  const { code } = error
  if (typeof code !== 'string' || !sqlState.test(code)) return false
  return code !== completionUnknown && failureKind(error) !== 'lost'
}
