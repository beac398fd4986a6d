import { type ColumnType, tableNames, tables } from '@langganan/core/storage'
import { describe, expect, test } from 'vitest'
import { groups, insertGroup } from './support/rows.ts'
import { ask, newSchema, openStorage } from './support/storages.ts'

describe('a migrated schema', () => {
  test.each(['', 'toko_'])(
    'holds what the core declares and nothing else, prefix "%s"',
    async (prefix) => {
      const schema = await migrated(prefix)
      const declared = tableNames.map((table) => ({
        name: prefix + snake(table),
        columns: [
          column('shop_id', 'text'),
          ...Object.entries<ColumnType>(tables[table].columns).map(([name, type]) =>
            column(snake(name), type),
          ),
        ],
        key: ['shop_id', ...tables[table].key.map(snake)].join(', '),
      }))
      const own = {
        name: `${prefix}migrations`,
        columns: [column('name', 'text'), column('applied_at', 'integer')],
        key: 'name',
      }
      expect(await tablesOf(schema)).toEqual([...declared, own].sort(byName))
    },
  )

  // A release writes this schema into databases: after one, a change of it is a new migration.
  test('is what was reviewed', async () => {
    const schema = await migrated('')
    const found = await tablesOf(schema)
    const indexes = await ask<{ table: string; definition: string }>(
      `select tablename as table, indexdef as definition from pg_indexes
       where schemaname = $1 and indexname not like '%\\_pkey' order by indexname`,
      [schema],
    )
    const text = found.map(({ name, columns, key }) => {
      const lines = [...columns.map((each) => `  ${each}`), `  primary key (${key})`]
      const own = indexes
        .filter(({ table }) => table === name)
        .map(({ definition }) => `${definition.replace(`${schema}.`, '')};\n`)
      return `create table ${name} (\n${lines.join(',\n')}\n);\n${own.join('')}`
    })
    await expect(text.join('\n')).toMatchFileSnapshot('schema.sql')
  })

  // What lets rows be spread over servers by their shops; only the list of migrations is no shop's.
  test('has the shop first in every key and index, and nothing that shops would share', async () => {
    const schema = await migrated('')
    const indexes = await ask<{ table: string; unique: boolean; first: string }>(
      `select c.relname as "table", i.indisunique as "unique", a.attname as "first"
       from pg_index as i join pg_class as c on c.oid = i.indrelid
       join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where c.relnamespace = $1::regnamespace and c.relname <> 'migrations'`,
      [schema],
    )
    expect(indexes.filter(({ unique }) => unique).length).toBeGreaterThan(tableNames.length)
    expect(indexes.filter(({ first }) => first !== 'shop_id')).toEqual([])
    const others = await ask(
      `select relname from pg_class where relnamespace = $1::regnamespace and relkind not in ('r', 'i')
       union all select conname from pg_constraint
       where connamespace = $1::regnamespace and contype not in ('p', 'n')
       union all select attname from pg_attribute join pg_class as c on c.oid = attrelid
       where c.relnamespace = $1::regnamespace and (atthasdef or attidentity <> '')
       union all select tgname from pg_trigger join pg_class as c on c.oid = tgrelid
       where c.relnamespace = $1::regnamespace`,
      [schema],
    )
    expect(others).toEqual([])
  })

  test('says which migrations made it, and when', async () => {
    const before = Date.now()
    const schema = await migrated('')
    const [row, ...others] = await ask<{ name: string; applied_at: string }>(
      `select * from ${schema}.migrations`,
    )
    expect(others).toEqual([])
    expect(row?.name).toBe('0001_start')
    expect(Number(row?.applied_at)).toBeGreaterThanOrEqual(before)
    expect(Number(row?.applied_at)).toBeLessThanOrEqual(Date.now())
  })
})

describe('opening an existing schema', () => {
  test('finds what was written', async () => {
    const schema = newSchema()
    for (const id of ['a', 'b']) await insertGroup(openStorage({ schema }), id)
    expect((await groups(openStorage({ schema }))).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('of a newer version is refused, and nothing is changed', async () => {
    const schema = await migrated('')
    await ask(`insert into ${schema}.migrations values ('0999_later', 1)`)
    const storage = openStorage({ schema })
    const newer = { code: 'STORAGE_SCHEMA_NEWER', details: { migration: '0999_later' } }
    await expect(storage.shopIds()).rejects.toMatchObject(newer)
    await expect(insertGroup(storage, 'b')).rejects.toMatchObject(newer)
    expect(await ask(`select from ${schema}.groups`)).toEqual([])
  })

  test("with another program's table of the same name is refused, and nothing is changed", async () => {
    const schema = newSchema()
    await ask(`create schema ${schema}`)
    await ask(`create table ${schema}.customers (email text)`)
    await expect(openStorage({ schema }).shopIds()).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      field: 'prefix',
      details: { table: 'customers' },
    })
    const left = await ask('select tablename from pg_tables where schemaname = $1', [schema])
    expect(left).toEqual([{ tablename: 'customers' }])
    expect(await openStorage({ schema, prefix: 'shop_' }).shopIds()).toEqual([])
  })

  test.each(['name text, applied_at bigint', 'id serial, migration_time timestamptz'])(
    "with another program's migrations (%s) is refused, and nothing is changed",
    async (columns) => {
      const schema = newSchema()
      await ask(`create schema ${schema}`)
      await ask(`create table ${schema}.migrations (${columns})`)
      await ask(`insert into ${schema}.migrations default values`)
      await expect(openStorage({ schema }).shopIds()).rejects.toMatchObject({
        code: 'STORAGE_FAILED',
        field: 'prefix',
        details: { table: 'migrations' },
      })
      const left = await ask('select tablename from pg_tables where schemaname = $1', [schema])
      expect(left).toEqual([{ tablename: 'migrations' }])
      expect(await openStorage({ schema, prefix: 'shop_' }).shopIds()).toEqual([])
    },
  )
})

interface TableFound {
  readonly name: string
  readonly columns: readonly string[]
  readonly key: string
}

async function migrated(prefix: string): Promise<string> {
  const schema = newSchema()
  expect(await openStorage({ schema, prefix }).shopIds()).toEqual([])
  return schema
}

async function tablesOf(schema: string): Promise<readonly TableFound[]> {
  const found = await ask<{ name: string; columns: string[]; key: string }>(
    `select c.relname as name,
       (select array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
           || case when l.collname <> 'default' then ' collate "' || l.collname || '"' else '' end
           || case when a.attnotnull then ' not null' else '' end order by a.attnum)
         from pg_attribute as a left join pg_collation as l on l.oid = a.attcollation
         where a.attrelid = c.oid and a.attnum > 0) as columns,
       (select string_agg(a.attname, ', ' order by k.place)
         from pg_index as i, unnest(i.indkey::int2[]) with ordinality as k (column_number, place),
           pg_attribute as a
         where i.indrelid = c.oid and i.indisprimary
           and a.attrelid = c.oid and a.attnum = k.column_number) as key
     from pg_class as c where c.relnamespace = $1::regnamespace and c.relkind = 'r'`,
    [schema],
  )
  return found.sort(byName)
}

function column(name: string, type: ColumnType): string {
  const sql = { text: 'text collate "C"', integer: 'bigint', real: 'double precision' }
  const [plain] = type.split('?')
  const known = plain === 'text' || plain === 'integer' || plain === 'real' ? sql[plain] : type
  return `${name} ${known}${type.endsWith('?') ? '' : ' not null'}`
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1
}
