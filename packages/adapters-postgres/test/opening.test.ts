import { createServer } from 'node:net'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { checkSettings } from '../src/check-server.ts'
import { postgresStorage } from '../src/index.ts'
import { groups, insertGroup } from './support/rows.ts'
import { ask, databaseUrl, newSchema, openPool, openStorage } from './support/storages.ts'

describe('a connection that cannot be made says what to change, and repeats nothing of itself', () => {
  test.each<[what: string, url: (to: URL) => void, code: string, advice: string]>([
    [
      'a wrong password',
      (url) => (url.password = 'kopi-salah'),
      'STORAGE_FAILED',
      'password is wrong',
    ],
    ['no password', (url) => (url.password = ''), 'STORAGE_FAILED', 'wrong or missing'],
    ['an unknown user', (url) => (url.username = 'sari'), 'STORAGE_FAILED', 'let the user'],
    ['an unknown database', (url) => (url.pathname = '/kopi'), 'STORAGE_FAILED', 'create database'],
    [
      'an unknown host',
      (url) => (url.hostname = 'no-such-host.invalid'),
      'STORAGE_UNREACHABLE',
      'See that the server runs',
    ],
    [
      'TLS that the server does not speak',
      (url) => (url.search = '?sslmode=require'),
      'STORAGE_FAILED',
      'do not agree on TLS',
    ],
  ])('%s', async (_, change, code, advice) => {
    const url = new URL(databaseUrl())
    change(url)
    const storage = postgresStorage({ connectionString: url.href })
    onTestFinished(() => storage.close())
    for (const _again of [1, 2]) {
      const error = await storage.shopIds().catch((reason: unknown) => reason)
      expect(error).toMatchObject({ code, cause: expect.any(Error) })
      const message = error instanceof Error ? error.message : ''
      expect(message).toContain(advice)
      for (const secret of [url.password, url.username, url.hostname, url.port, url.pathname]) {
        if (secret.length > 1) expect(message).not.toContain(decodeURIComponent(secret))
      }
    }
  })

  test('a port at which nobody listens', async () => {
    const storage = postgresStorage({ connection: { host: '127.0.0.1', port: await closedPort() } })
    onTestFinished(() => storage.close())
    await expect(storage.shopIds()).rejects.toMatchObject({
      code: 'STORAGE_UNREACHABLE',
      cause: { code: 'ECONNREFUSED' },
    })
  })

  test('a server that never answers', async () => {
    const silent = createServer(() => undefined)
    onTestFinished(() => void silent.close())
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => {
        const address = silent.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
    const connection = { host: '127.0.0.1', port, connectionTimeoutMillis: 50 }
    const storage = postgresStorage({ connection })
    onTestFinished(() => storage.close())
    await expect(storage.shopIds()).rejects.toMatchObject({ code: 'STORAGE_UNREACHABLE' })
  })

  test('a user without rights', async () => {
    const schema = newSchema()
    const user = newSchema()
    await ask(`create role ${user} login password 'kopi'`)
    const url = new URL(databaseUrl())
    url.username = user
    url.password = 'kopi'
    const storage = postgresStorage({ connectionString: url.href, schema })
    onTestFinished(() => storage.close())
    const forbidden = {
      code: 'STORAGE_FAILED',
      message: expect.stringContaining('lacks a right'),
      cause: { code: '42501' },
    }
    await expect(storage.shopIds()).rejects.toMatchObject(forbidden)
    expect(await ask('select from pg_namespace where nspname = $1', [schema])).toEqual([])

    // The right to create schemas is not needed where the schema is there.
    await ask(`create schema ${schema} authorization ${user}`)
    await insertGroup(storage, 'a')
    expect(await groups(storage)).toHaveLength(1)
  })
})

describe('options', () => {
  const url = 'postgres://user:kopi-rahasia@localhost/shop'
  test.each([
    [undefined, undefined],
    [null, undefined],
    [url, undefined],
    [{}, 'connectionString'],
    [{ connectionString: '' }, 'connectionString'],
    [{ connectionString: 5 }, 'connectionString'],
    [{ connectionString: 'mysql://user:kopi-rahasia@localhost/shop' }, 'connectionString'],
    [{ connectionString: 'postgres://user:kopi-rahasia@local host/shop' }, 'connectionString'],
    [{ connectionString: 'kopi-rahasia' }, 'connectionString'],
    [{ connectionString: url, pool: { connect: () => undefined } }, 'pool'],
    [{ connectionString: url, connection: {} }, 'connection'],
    [{ connection: null }, 'connection'],
    [{ pool: {} }, 'pool'],
    // Regressions: these failed at the first call, with errors of no code or of a password.
    [{ pool: new pg.Client(url) }, 'pool'],
    [{ connection: new pg.Client(url) }, 'connection'],
    [{ connection: new pg.Pool({ connectionString: url }) }, 'connection'],
    [{ pool: null }, 'pool'],
    [{ connectionString: url, schema: '' }, 'schema'],
    [{ connectionString: url, schema: 'Shop' }, 'schema'],
    [{ connectionString: url, schema: 'pg_shop' }, 'schema'],
    [{ connectionString: url, schema: 'shop"; drop table x; --' }, 'schema'],
    [{ connectionString: url, schema: 'a.b' }, 'schema'],
    [{ connectionString: url, prefix: 'Toko_' }, 'prefix'],
    [{ connectionString: url, prefix: 'a.b' }, 'prefix'],
  ])('%o are refused at once, without repeating them', (options, field) => {
    const open = (): unknown => Reflect.apply(postgresStorage, undefined, [options])
    expect(open).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field }))
    expect(open).not.toThrow(/rahasia/)
  })

  test('an unknown one is refused with the nearest that is known', () => {
    const open = (): unknown =>
      Reflect.apply(postgresStorage, undefined, [{ connectionstring: url }])
    expect(open).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        field: 'connectionstring',
        message:
          'connectionstring: there is no such option. Did you mean "connectionString"? The options are connectionString, connection, pool, schema, prefix, citus.',
      }),
    )
  })

  test('nothing is opened before the first call', async () => {
    const storage = postgresStorage({ connectionString: url })
    await expect(storage.close()).resolves.toBeUndefined()
    await expect(storage.close()).resolves.toBeUndefined()
  })

  test('callers who come together open and migrate once', async () => {
    const storage = openStorage()
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => insertGroup(storage, id)))
    expect(await groups(storage)).toHaveLength(4)
  })

  test('a schema and a prefix keep shops apart', async () => {
    const schema = newSchema()
    const places = [{ schema }, { schema, prefix: 'one_' }, { schema: newSchema(), prefix: 'one_' }]
    const storages = places.map((place) => openStorage(place))
    for (const [i, storage] of storages.entries()) await insertGroup(storage, `group ${i}`)
    for (const [i, storage] of storages.entries()) {
      expect((await groups(storage)).map(({ id }) => id)).toEqual([`group ${i}`])
    }
  })

  test('without a schema the tables go where the connection looks first', async () => {
    const schema = newSchema()
    await ask(`create schema ${schema}`)
    const url = new URL(databaseUrl())
    url.searchParams.set('options', `-c search_path=${schema}`)
    const storage = postgresStorage({ connectionString: url.href })
    onTestFinished(() => storage.close())
    await insertGroup(storage, 'a')
    expect(await ask(`select id from ${schema}.groups`)).toEqual([{ id: 'a' }])
  })
})

describe("a pool of the host's own", () => {
  test('stays open, and its settings stay as they are', async () => {
    const pool = openPool()
    onTestFinished(() => pool.end())
    const schema = newSchema()
    const storages = [1, 2].map(() => postgresStorage({ pool, schema }))
    for (const [i, storage] of storages.entries()) await insertGroup(storage, `${i}`)
    for (const storage of storages) await storage.close()
    await expect(storages[0]?.shopIds()).rejects.toMatchObject({ code: 'SHOP_CLOSED' })
    const { rows } = await pool.query(`select count(*) as groups from ${schema}.groups`)
    // The driver's own way: a text, because a 64-bit integer may be no safe one.
    expect(rows).toEqual([{ groups: '2' }])
  })
})

test.each([
  [{ version: '140020' }, { version: '140020' }],
  [{ version: 'unknown' }, { version: 'unknown' }],
  [{ encoding: 'SQL_ASCII' }, { encoding: 'SQL_ASCII' }],
  [{ synchronousCommit: 'off' }, { synchronousCommit: 'off' }],
])('a server with %o is unsafe', (wrong, details) => {
  const good = { version: '180004', encoding: 'UTF8', synchronousCommit: 'on' }
  expect(() => checkSettings(good)).not.toThrow()
  expect(() => checkSettings({ ...good, ...wrong })).toThrow(
    expect.objectContaining({ code: 'STORAGE_UNSAFE', details }),
  )
})

test('regression: synchronous_commit is looked at on every new connection', async () => {
  const user = newSchema()
  const schema = newSchema()
  await ask(`create role ${user} login password 'kopi'`)
  await ask(`create schema ${schema} authorization ${user}`)
  const url = new URL(databaseUrl())
  url.username = user
  url.password = 'kopi'
  const storage = postgresStorage({ connectionString: url.href, schema })
  onTestFinished(() => storage.close())
  await insertGroup(storage, 'a')
  await ask(`alter role ${user} set synchronous_commit = off`)
  await insertGroup(storage, 'b')
  await ask('select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename = $1', [
    user,
  ])
  for (const id of ['c', 'd']) {
    await expect(insertGroup(storage, id)).rejects.toMatchObject({
      code: 'STORAGE_UNSAFE',
      details: { synchronousCommit: 'off' },
    })
  }
  await ask(`alter role ${user} set synchronous_commit = on`)
  await insertGroup(storage, 'e')
  expect((await groups(storage)).map(({ id }) => id)).toEqual(['a', 'b', 'e'])
})

function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      )
    })
  })
}
