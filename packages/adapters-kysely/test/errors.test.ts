import { LanggananError } from '@langganan/core/storage'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { storageError } from '../src/errors.ts'
import type { FailureKind, SqlFlavor } from '../src/flavor.ts'

test.each<[FailureKind, string]>([
  ['busy', 'STORAGE_BUSY'],
  ['conflict', 'STORAGE_CONFLICT'],
  ['forgotten', 'STORAGE_FAILED'],
  ['overflow', 'AMOUNT_OVERFLOW'],
  ['retry', 'STORAGE_BUSY'],
  ['lost', 'STORAGE_UNREACHABLE'],
  ['unreachable', 'STORAGE_UNREACHABLE'],
  ['forbidden', 'STORAGE_FAILED'],
  ['other', 'STORAGE_FAILED'],
])('a %s failure is %s, with its cause and without its words', (kind, code) => {
  const cause = new Error('duplicate key (sari@example.com)')
  const error = storageError(failingWith(kind), cause, 'writing customers')
  expect(error).toMatchObject({ code, cause })
  expect(error.message).toContain('while writing customers')
  expect(error.message).not.toContain('sari')
})

test('what the flavor knows of a failure takes the place of what its kind says', () => {
  const advice = () => ({ cause: 'has no room', fix: 'Make some.' })
  const error = storageError({ ...failingWith('busy'), advice }, new Error('full'), 'writing')
  expect(error).toMatchObject({
    code: 'STORAGE_BUSY',
    message: 'test has no room while writing; nothing of the call was written. Make some.',
  })
})

test('an error of our own stays as it is', () => {
  const own = new LanggananError('STORAGE_UNSAFE', 'Too old.')
  expect(storageError(failingWith('other'), own, 'opening')).toBe(own)
})

function failingWith(kind: FailureKind): SqlFlavor {
  return {
    name: 'test',
    columnTypes: { text: sql`text`, integer: sql`bigint`, real: sql`double precision` },
    tableOptions: sql``,
    insertInto: sql`insert into`,
    begin: { read: 'begin', write: 'begin', alone: 'begin' },
    sideBySide: null,
    spread: null,
    value: (value) => sql`${value}`,
    lists: {
      values: (values) => values,
      holds: (value, list) => sql`${value} in ${list}`,
      rows: (rows) => rows,
      select: () => sql``,
    },
    nullsFirst: sql``,
    beforeMigration: () => [],
    isAmong: () => sql`true`,
    contains: () => sql`true`,
    endsWith: () => sql`true`,
    tableExists: (table) => sql`select ${table}`,
    afterMigration: () => [],
    failureKind: () => kind,
    refusedCommit: () => true,
  }
}
