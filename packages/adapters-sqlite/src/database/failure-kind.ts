import type { FailureKind } from '@langganan/adapters-kysely'

// Result codes of SQLite: https://www.sqlite.org/rescode.html
const busy = new Set([5, 6])
const conflict = new Set([1555, 2067, 2579])
const notDatabase = 26
const diskError = 10

/** What an error of either driver means. */
export function failureKind(error: unknown): FailureKind {
  if (!(error instanceof Error && 'code' in error)) return 'other'
  const { code, message } = error
  if (message.includes('integer overflow') || code === 'ERR_OUT_OF_RANGE') return 'overflow'
  // better-sqlite3 names the result code, node:sqlite numbers it.
  if ('errcode' in error && typeof error.errcode === 'number') return kindOfNumber(error.errcode)
  return typeof code === 'string' ? kindOfName(code) : 'other'
}

function kindOfNumber(extended: number): FailureKind {
  if (busy.has(extended & 0xff)) return 'busy'
  return conflict.has(extended) ? 'conflict' : 'other'
}

function kindOfName(code: string): FailureKind {
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'busy'
  return /^SQLITE_CONSTRAINT_(PRIMARYKEY|UNIQUE|ROWID)$/.test(code) ? 'conflict' : 'other'
}

/** Whether an error of either driver says that a file is no database: result code `SQLITE_NOTADB`. */
export function isNotDatabase(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  return error.code === 'SQLITE_NOTADB' || ('errcode' in error && error.errcode === notDatabase)
}

/**
 * Whether the error of a commit is SQLite's answer that nothing was kept. Where the disk failed, the
 * log may hold the whole transaction all the same, for whoever opens the file next.
 */
export function refusedCommit(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false
  const { code } = error
  if ('errcode' in error && typeof error.errcode === 'number') {
    return (error.errcode & 0xff) !== diskError
  }
  return typeof code === 'string' && /^SQLITE_(?!IOERR)/.test(code)
}
