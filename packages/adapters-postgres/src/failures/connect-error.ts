import { storageError } from '@langganan/adapters-kysely'
import { LanggananError } from '@langganan/core/storage'
import { postgresFlavor } from '../postgres-flavor.ts'

const wrongUser =
  'Postgres did not let the user of the connection in: the name or the password is wrong or missing, or the server allows no such user from here (pg_hba.conf). Correct the connection.'
const noDatabase =
  'The server has no database of the name in the connection. Create it (create database), or correct the name.'
const noSsl =
  'The connection and the server do not agree on TLS. Set ssl in the connection to what the server offers, with the certificate authority that signed its certificate.'
const noSetting =
  'The server has no setting of a name that the connection gives it (options). Correct the name, or leave it out.'
const noFile =
  'A file that the connection names cannot be read (sslrootcert, sslcert, sslkey); the cause has its path. Correct the path, or let this process read it.'

/** An error of opening a connection, as one that says what to change; it repeats nothing of the connection. */
export function connectError(error: unknown): LanggananError {
  if (isPoolExhausted(error)) return poolExhausted(error)
  const message = advice(error)
  return message === undefined
    ? storageError(postgresFlavor, error, 'connecting')
    : new LanggananError('STORAGE_FAILED', message, { cause: error })
}

function advice(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code.startsWith('28') || error.message.startsWith('SASL')) return wrongUser
  if (code === '3D000') return noDatabase
  if (code === '42704') return noSetting
  if (isOfFile(error, code)) return noFile
  if (/SSL|TLS|CERT/.test(code) || error.message.includes('SSL')) return noSsl
  return undefined
}

/** Sockets are read too; of what is read, a directory alone is a file's mistake. */
function isOfFile(error: Error, code: string): boolean {
  return ('syscall' in error && error.syscall === 'open') || code === 'EISDIR'
}

/** Asked of the error and not of the pool: a full one may as well be one whose server is away. */
function isPoolExhausted(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect'
}

function poolExhausted(cause: unknown): LanggananError {
  return new LanggananError(
    'STORAGE_BUSY',
    'Every connection of the pool stayed in use, or was being opened, for longer than a call waits for one. Call again; if it happens often, give the pool more connections (max) or more patience (connectionTimeoutMillis).',
    { cause },
  )
}
