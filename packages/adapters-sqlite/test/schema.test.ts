import { type ColumnType, tableNames, tables } from '@langganan/core/storage'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { sqliteStorage } from '../src/index.ts'
import { groups, insertGroup } from './support/rows.ts'
import { temporaryFile } from './support/temporary-file.ts'

describe('a migrated database', () => {
  test.each(['', 'toko_'])(
    'holds what the core declares and nothing else, prefix "%s"',
    async (prefix) => {
      const database = await migrated(prefix)
      const declared = tableNames.map((table) => ({
        name: prefix + snake(table),
        columns: [
          { name: 'shop_id', type: 'TEXT', notnull: 1, pk: 1 },
          ...Object.entries<ColumnType>(tables[table].columns).map(([column, type]) => ({
            name: snake(column),
            type: type.replace('?', '').toUpperCase(),
            notnull: type.endsWith('?') ? 0 : 1,
            pk: placeInKey(tables[table].key, column),
          })),
        ],
        indexes: Object.entries(tables[table].indexes)
          .map(([index, { columns, unique = false, present }]) => ({
            name: `${prefix}${snake(table)}_${snake(index)}`,
            unique: unique ? 1 : 0,
            partial: present === undefined ? 0 : 1,
            columns: ['shop_id', ...columns.map(snake)],
          }))
          .sort(byName),
      }))
      const own = { name: `${prefix}migrations`, columns: migrationColumns, indexes: [] }
      expect(schemaOf(database)).toEqual([...declared, own].sort(byName))
    },
  )

  test('keeps types strictly and rows in the tree of their key', async () => {
    const database = await migrated('')
    const lax = database
      .prepare(`select name from pragma_table_list where schema = 'main' and name not like 'sqlite_%'
        and not (strict and wr)`)
      .all()
    expect(lax).toEqual([])
  })

  // A release writes this schema into databases: after one, a change of it is a new migration.
  test('is made by the SQL that was reviewed', async () => {
    const database = await migrated('')
    const statements = database
      .prepare(`select sql from sqlite_schema where sql is not null and name not like 'sqlite_%'
        order by tbl_name, type desc, name`)
      .pluck()
      .all()
    await expect(`${statements.join(';\n')};\n`).toMatchFileSnapshot('schema.sql')
  })

  test('says which migrations made it, and when', async () => {
    const before = Date.now()
    const database = await migrated('')
    const [row, ...others] = database.prepare<[], MigrationRow>('select * from migrations').all()
    expect(others).toEqual([])
    expect(row?.name).toBe('0001_start')
    expect(row?.applied_at).toBeGreaterThanOrEqual(before)
    expect(row?.applied_at).toBeLessThanOrEqual(Date.now())
  })
})

describe('opening an existing database', () => {
  test('finds what was written', async () => {
    const filename = temporaryFile()
    for (const id of ['a', 'b']) {
      const storage = sqliteStorage({ filename })
      await insertGroup(storage, id)
      await storage.close()
    }
    const storage = sqliteStorage({ filename })
    expect((await groups(storage)).map(({ id }) => id)).toEqual(['a', 'b'])
    await storage.close()
  })

  test('of a newer version is refused, and nothing is changed', async () => {
    const filename = temporaryFile()
    const old = sqliteStorage({ filename })
    await insertGroup(old, 'a')
    await old.close()
    const database = new Database(filename)
    database.exec(`insert into migrations values ('0999_later', 1)`)
    database.close()

    const storage = sqliteStorage({ filename })
    const newer = { code: 'STORAGE_SCHEMA_NEWER', details: { migration: '0999_later' } }
    await expect(storage.shopIds()).rejects.toMatchObject(newer)
    await expect(insertGroup(storage, 'b')).rejects.toMatchObject(newer)
    await storage.close()
  })

  test.each(['name text, timestamp integer', 'id integer'])(
    "with another program's migrations (%s) is refused, and nothing is changed",
    async (columns) => {
      const database = new Database(temporaryFile())
      database.pragma('synchronous = full')
      database.exec(`create table migrations (${columns}); insert into migrations default values`)
      const storage = sqliteStorage({ database })
      await expect(storage.shopIds()).rejects.toMatchObject({
        code: 'STORAGE_FAILED',
        field: 'prefix',
        details: { table: 'migrations' },
      })
      const left = database.prepare('select name from sqlite_schema').pluck().all()
      expect(left).toEqual(['migrations'])
      expect(await sqliteStorage({ database, prefix: 'shop_' }).shopIds()).toEqual([])
      database.close()
    },
  )

  test('keeps shops of two prefixes apart', async () => {
    const filename = temporaryFile()
    const one = sqliteStorage({ filename, prefix: 'one_' })
    const two = sqliteStorage({ filename, prefix: 'two_' })
    await insertGroup(one, 'a')
    await insertGroup(two, 'b')
    expect((await groups(one)).map(({ id }) => id)).toEqual(['a'])
    expect((await groups(two)).map(({ id }) => id)).toEqual(['b'])
    await one.close()
    await two.close()
  })

  test.each(['Toko_', '1toko', 'to ko', 'toko"; drop table x; --', 'a'.repeat(32), '_'])(
    'with the prefix %o is refused',
    (prefix) => {
      const open = (): unknown => sqliteStorage({ memory: true, prefix })
      expect(open).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'prefix' }))
    },
  )
})

interface MigrationRow {
  readonly name: string
  readonly applied_at: number
}

const migrationColumns = [
  { name: 'name', type: 'TEXT', notnull: 1, pk: 1 },
  { name: 'applied_at', type: 'INTEGER', notnull: 1, pk: 0 },
]

async function migrated(prefix: string): Promise<Database.Database> {
  const filename = temporaryFile()
  const storage = sqliteStorage({ filename, prefix })
  expect(await storage.shopIds()).toEqual([])
  await storage.close()
  return new Database(filename)
}

function schemaOf(database: Database.Database): readonly object[] {
  const names = database
    .prepare<[], { name: string }>(`select name from sqlite_schema where type = 'table'
      and name not like 'sqlite_%' order by name`)
    .all()
  return names.map(({ name }) => ({
    name,
    columns: database
      .prepare('select name, type, "notnull", pk from pragma_table_xinfo(?) order by cid')
      .all(name),
    indexes: database
      .prepare<[string], { name: string; unique: number; partial: number }>(
        `select name, "unique", partial from pragma_index_list(?) where origin = 'c' order by name`,
      )
      .all(name)
      .map((index) => ({
        ...index,
        columns: database
          .prepare('select name from pragma_index_info(?) order by seqno')
          .pluck()
          .all(index.name),
      })),
  }))
}

function placeInKey(key: readonly string[], column: string): number {
  return key.includes(column) ? key.indexOf(column) + 2 : 0
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1
}
