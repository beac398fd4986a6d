import type { Advice } from '@langganan/adapters-kysely'
import { gaveUp } from './failure-kind.ts'

const readOnly: Advice = {
  cause: 'takes no writes',
  fix: 'The server is a standby, or the transaction was begun read only: connect to the primary server, or begin one that writes.',
}

// SQLSTATE codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
const byCode: Readonly<Record<string, Advice>> = {
  '25006': readOnly,
  '25P04': {
    cause: 'ended a transaction that took longer than transaction_timeout allows',
    fix: 'Call again, or allow more time.',
  },
  '3F000': {
    cause: 'found no schema to look in',
    fix: 'Name the one of the tables with the option schema, or set search_path for the user of the connection.',
  },
  '53300': {
    cause: 'has no connection left for the user',
    fix: 'Call again; if it happens often, let pools keep fewer (max), or allow more (max_connections, or the connection limit of the role or the database).',
  },
  '57014': {
    cause:
      'ended a statement that took longer than statement_timeout allows, or that somebody cancelled,',
    fix: 'Call again, or allow more time.',
  },
}

const noAnswer: Advice = {
  cause: 'did not answer within query_timeout of the driver',
  fix: 'See that the server runs and is not held up, then call again, or allow more time.',
}

/** What happened and what to change, where an error of the driver has one cause. */
export function advice(error: unknown): Advice | undefined {
  if (!(error instanceof Error)) return undefined
  if (!('code' in error) || error.code === undefined) {
    return error.message === gaveUp ? noAnswer : undefined
  }
  const { code } = error
  // Of a standby, where a transaction that writes cannot begin.
  if (code === '0A000' && /recovery/.test(error.message)) return readOnly
  return typeof code === 'string' ? byCode[code] : undefined
}
