import { execFileSync } from 'node:child_process'
import { createServer } from 'node:net'
import { inspect } from 'node:util'
import type { Rows, Storage } from '@langganan/core/storage'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { failureKind, refusedCommit } from '../src/failures/failure-kind.ts'
import { postgresStorage } from '../src/index.ts'
import { TcpProxy } from './support/proxy.ts'
import { recorded } from './support/recorded.ts'
import {
  count,
  groupRow,
  groups,
  increment,
  insertGroup,
  nothing,
  setUpShop,
} from './support/rows.ts'
import { ask, databaseUrl, newSchema, openPool, openStorage } from './support/storages.ts'

describe('a connection that is lost', () => {
  test('while nobody uses it is replaced, and the process goes on', async () => {
    const application = newSchema()
    const storage = postgresStorage({ connection: named(application), schema: newSchema() })
    onTestFinished(() => storage.close())
    await insertGroup(storage, 'a')
    await endConnections(application)
    await insertGroup(storage, 'b')
    expect(await groups(storage)).toHaveLength(2)
  })

  test.each(["the storage's own", "the host's"])(
    'in the middle of a call undoes it: a pool of %s',
    async (whose) => {
      const application = newSchema()
      const pool = openPool(named(application))
      onTestFinished(() => pool.end())
      const storage = postgresStorage({
        schema: newSchema(),
        ...(whose === "the host's" ? { pool } : { connection: named(application) }),
      })
      onTestFinished(() => storage.close())
      await insertGroup(storage, 'a')
      const failing = storage.transaction('kopi', 'write', async (tx) => {
        await tx.apply({ ...nothing, insert: { groups: [groupRow('b')] } })
        await endConnections(application)
        await tx.apply({ ...nothing, insert: { groups: [groupRow('c')] } })
      })
      await expect(failing).rejects.toMatchObject({
        code: 'STORAGE_UNREACHABLE',
        cause: expect.any(Error),
      })
      await insertGroup(storage, 'd')
      expect((await groups(storage)).map(({ id }) => id)).toEqual(['a', 'd'])
    },
  )

  test('regression: because it said nothing in a transaction begins the call again', async () => {
    const application = newSchema()
    const options = '-c idle_in_transaction_session_timeout=500'
    const connection = { ...named(application), options }
    const storage = postgresStorage({ connection, schema: newSchema() })
    onTestFinished(() => storage.close())
    await storage.shopIds()
    let attempts = 0
    await storage.transaction('kopi', 'write', async (tx) => {
      attempts += 1
      // Nothing of this process runs meanwhile, so the next statement is what hears of it.
      if (attempts === 1) waitUntilGone(application)
      await tx.apply({ ...nothing, insert: { groups: [groupRow('a')] } })
    })
    expect(attempts).toBeGreaterThan(1)
    expect(await groups(storage)).toHaveLength(1)
  })

  test('by many calls at once leaves none of them hanging', async () => {
    const application = newSchema()
    const storage = postgresStorage({ connection: named(application), schema: newSchema() })
    onTestFinished(() => storage.close())
    await setUpShop(storage)
    const calls = Promise.allSettled(Array.from({ length: 20 }, () => increment(storage)))
    await endConnections(application)
    const outcomes = await calls
    const kept = outcomes.filter(({ status }) => status === 'fulfilled').length
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') {
        // Of one that was committing nobody can tell; the others began again as long as they could.
        expect(['STORAGE_UNREACHABLE', 'STORAGE_OUTCOME_UNKNOWN']).toContain(outcome.reason.code)
      }
    }
    expect(await count(storage)).toBeGreaterThanOrEqual(kept)
  })
})

describe('a lock', () => {
  test('that is held for longer than the host allows is STORAGE_BUSY', async () => {
    const schema = newSchema()
    const [one, two] = [
      openStorage({ schema }),
      postgresStorage({
        connection: { connectionString: databaseUrl(), options: '-c lock_timeout=100' },
        schema,
      }),
    ]
    onTestFinished(() => two.close())
    await setUpShop(two)
    await one.transaction('kopi', 'alone', async () => {
      const waiting = insertGroup(two, 'b')
      await expect(waiting).rejects.toMatchObject({
        code: 'STORAGE_BUSY',
        cause: { code: '55P03' },
      })
    })
    await insertGroup(two, 'c')
    expect(await groups(two)).toHaveLength(1)
  })

  test('of one shop keeps no other shop waiting', async () => {
    const storage = openStorage()
    await setUpShop(storage)
    await setUpShop(storage, 'teh')
    await storage.transaction('teh', 'alone', () => insertGroup(storage, 'a'))
    expect(await groups(storage)).toHaveLength(1)
  })

  test('is waited for by two storages in one process', async () => {
    const schema = newSchema()
    const storages = [1, 2].map(() => openStorage({ schema }))
    for (const storage of storages) await setUpShop(storage)
    await Promise.all(
      storages.flatMap((storage) => Array.from({ length: 25 }, () => increment(storage))),
    )
    for (const storage of storages) expect(await count(storage)).toBe(50)
  })
})

test.each(["the storage's own", "the host's"])(
  'a pool that stays in use for too long is STORAGE_BUSY: one of %s',
  async (whose) => {
    const connection = { ...named(newSchema()), max: 1, connectionTimeoutMillis: 1_000 }
    const pool = openPool(connection)
    onTestFinished(() => pool.end())
    const storage = postgresStorage({
      schema: newSchema(),
      ...(whose === "the host's" ? { pool } : { connection }),
    })
    onTestFinished(() => storage.close())
    await storage.transaction('kopi', 'read', async () => {
      await expect(groups(storage)).rejects.toMatchObject({ code: 'STORAGE_BUSY' })
    })
    expect(await groups(storage)).toEqual([])
  },
)

test('regression: with a changed password no call of many is told to give the pool more', async () => {
  const user = newSchema()
  const schema = newSchema()
  await ask(`create role ${user} login password 'kopi'`)
  await ask(`create schema ${schema} authorization ${user}`)
  const url = new URL(databaseUrl())
  url.username = user
  url.password = 'kopi'
  const storage = postgresStorage({ connectionString: url.href, schema })
  onTestFinished(() => storage.close())
  await storage.shopIds()
  await ask(`alter role ${user} password 'teh'`)
  await ask('select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename = $1', [
    user,
  ])
  const failed = await errorsOf(Array.from({ length: 60 }, () => groups(storage)))
  for (const error of failed) {
    expect(error).toMatchObject({ code: 'STORAGE_FAILED', cause: { code: '28P01' } })
  }
})

test('regression: with the server away no call of many is told to give the pool more', async () => {
  const { proxy, url } = await TcpProxy.to(databaseUrl())
  const storage = postgresStorage({ connectionString: url, schema: newSchema() })
  onTestFinished(() => storage.close())
  await storage.shopIds()
  await proxy.close()
  const failed = await errorsOf(Array.from({ length: 60 }, () => groups(storage)))
  expect(new Set(failed.map((error) => Reflect.get(Object(error), 'code')))).toEqual(
    new Set(['STORAGE_UNREACHABLE']),
  )
})

test('a transaction reads one state, whatever others write meanwhile', async () => {
  const schema = newSchema()
  const [one, two] = [openStorage({ schema }), openStorage({ schema })]
  await insertGroup(one, 'a')
  await one.transaction('kopi', 'read', async (tx) => {
    expect(await tx.scan('groups', null, 10)).toHaveLength(1)
    await insertGroup(two, 'b')
    expect(await tx.scan('groups', null, 10)).toHaveLength(1)
  })
  expect(await groups(one)).toHaveLength(2)
})

test('a read that fails undoes the writes beside it, even if its error is caught', async () => {
  const storage = openStorage()
  const failing = storage.transaction('kopi', 'write', async (tx) => {
    await tx.apply({ ...nothing, insert: { groups: [groupRow('a')] } })
    await Reflect.apply(tx.find, tx, ['turns', 'byTurn', [['soon']]]).catch(() => 'caught')
  })
  await expect(failing).rejects.toMatchObject({ code: 'STORAGE_FAILED' })
  expect(await groups(storage)).toEqual([])
})

describe('regression: a message names the cause and what to change:', () => {
  const url = (options: string): pg.PoolConfig => ({ connectionString: databaseUrl(), options })

  test.each<[string, pg.PoolConfig, string, string]>([
    ['a statement_timeout', url('-c statement_timeout=1'), 'STORAGE_BUSY', 'statement_timeout'],
    ['an empty search_path', url('-c search_path='), 'STORAGE_FAILED', 'option schema'],
    ['an unknown setting', url('-c nosuch=1'), 'STORAGE_FAILED', 'no setting'],
    [
      'a missing file',
      { connectionString: `${databaseUrl()}?sslmode=verify-full&sslrootcert=/no/such.pem` },
      'STORAGE_FAILED',
      'sslrootcert',
    ],
  ])('%s', async (what, connection, code, words) => {
    const slow = what.startsWith('a statement')
    const schema = newSchema()
    if (slow) await ask(`create schema ${schema}`)
    const storage = postgresStorage({ connection, ...(slow && { schema }) })
    onTestFinished(() => storage.close())
    const failed = { code, message: expect.stringContaining(words) }
    await expect(storage.shopIds()).rejects.toMatchObject(failed)
  })

  test('a role that may have no connection', async () => {
    const user = newSchema()
    await ask(`create role ${user} login password 'kopi' connection limit 0`)
    const to = new URL(databaseUrl())
    to.username = user
    to.password = 'kopi'
    const storage = postgresStorage({ connectionString: to.href })
    onTestFinished(() => storage.close())
    await expect(storage.shopIds()).rejects.toMatchObject({
      code: 'STORAGE_BUSY',
      message: expect.stringContaining('connection limit'),
    })
  })

  test('a server that ends connections while they begin', async () => {
    const ending = createServer((socket) => socket.resetAndDestroy())
    await new Promise<void>((resolve) => ending.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void ending.close())
    const address = ending.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const storage = postgresStorage({ connection: { host: '127.0.0.1', port } })
    onTestFinished(() => storage.close())
    await expect(storage.shopIds()).rejects.toMatchObject({ code: 'STORAGE_UNREACHABLE' })
  })

  test('a transaction that may only read, and one whose connection is gone', async () => {
    const storage = openStorage()
    await storage.shopIds()
    const application = newSchema()
    const client = new pg.Client(named(application))
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin read only')
    const within = storage.within?.(client) ?? storage
    await expect(insertGroup(within, 'a')).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining('read only'),
    })
    await client.query('rollback')
    await client.query('begin')
    const gone = new Promise((resolve) => client.once('end', resolve))
    await endConnections(application)
    await gone
    await expect(insertGroup(within, 'b')).rejects.toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining('all that was done in it is undone'),
    })
  })
})

test('a sum beyond 64 bits is AMOUNT_OVERFLOW', async () => {
  const storage = openStorage()
  const postings = Array.from({ length: 1_025 }, (_, position): Rows['postings'] => ({
    entryId: 'e',
    position,
    account: 'cash',
    currency: 'IDR',
    amount: Number.MAX_SAFE_INTEGER,
    bookAmount: 0,
  }))
  await storage.transaction('kopi', 'write', async (tx) => {
    await tx.apply({ ...nothing, insert: { postings } })
    const summing = tx.report('trialBalance', {})
    await expect(summing).rejects.toMatchObject({ code: 'AMOUNT_OVERFLOW' })
  })
})

test('regression: the cause of a conflict does not tell the key that is taken', async () => {
  const storage = openStorage()
  const phone = '+6281234567890'
  await insertGroup(storage, phone)
  const insert = { groups: [groupRow(phone)] }
  const again = (inside: Storage | undefined) =>
    inside?.transaction('kopi', 'write', (tx) => tx.apply({ ...nothing, insert }))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: openPool() }) })
  onTestFinished(() => db.destroy())
  const client = new pg.Client(databaseUrl())
  await client.connect()
  onTestFinished(() => client.end())
  await client.query('begin')
  const failed = await errorsOf([
    again(storage),
    again(storage.within?.(client)),
    db.transaction().execute(async (tx) => again(storage.within?.(tx))),
  ])
  for (const error of failed) {
    expect(error).toMatchObject({ code: 'STORAGE_CONFLICT', cause: { code: '23505' } })
    expect(inspect(error, { depth: 9 })).not.toContain(phone)
  }
})

test('an integer that is not a safe one is refused, not rounded', async () => {
  const schema = newSchema()
  const storage = openStorage({ schema })
  await insertGroup(storage, 'a')
  await ask(`update ${schema}.groups set created_at = 9007199254740993`)
  await expect(groups(storage)).rejects.toMatchObject({ code: 'AMOUNT_OVERFLOW' })
  await expect(insertGroup(storage, 'b')).resolves.toBeUndefined()
})

test('a value of the wrong type is refused by the schema', async () => {
  const storage = openStorage()
  const row = { ...groupRow('a') }
  Object.assign(row, { createdAt: 'yesterday' })
  await expect(
    storage.transaction('kopi', 'write', (tx) =>
      tx.apply({ ...nothing, insert: { groups: [row] } }),
    ),
  ).rejects.toMatchObject({ code: 'STORAGE_FAILED', cause: { code: '22P02' } })
})

test('a broken rollback hides no error and spoils no later transaction', async () => {
  const { pool } = recorded(1)
  const storage = postgresStorage({
    schema: newSchema(),
    pool: {
      async connect() {
        const client = await pool.connect()
        return {
          ...client,
          query: (statement) =>
            statement.text === 'rollback'
              ? Promise.reject(new Error('The line is dead.'))
              : client.query(statement),
        }
      },
    },
  })
  await insertGroup(storage, 'a')
  const broken = new Error('broken')
  const failing = storage.transaction('kopi', 'write', async (tx) => {
    await tx.apply({ ...nothing, insert: { groups: [groupRow('b')] } })
    throw broken
  })
  await expect(failing).rejects.toBe(broken)
  await insertGroup(storage, 'c')
  expect((await groups(storage)).map(({ id }) => id)).toEqual(['a', 'c'])
})

test.each([
  ['40001', true],
  ['23505', true],
  ['22012', true],
  ['57P01', false],
  ['08006', false],
  ['40003', false],
  ['ECONNRESET', false],
  ['EPERM', false],
  ['EPIPE', false],
  [undefined, false],
])('a commit that fails with %s was refused for certain: %s', (code, isRefused) => {
  expect(refusedCommit(Object.assign(new Error('x'), { code }))).toBe(isRefused)
})

test('regression: a commit that the driver gave up waiting for is not said to have failed', async () => {
  const { pool } = recorded(1)
  let isDeaf = false
  const storage = postgresStorage({
    schema: newSchema(),
    pool: {
      async connect() {
        const client = await pool.connect()
        return {
          ...client,
          async query(statement) {
            const answer = await client.query(statement)
            // What pg says of a query_timeout.
            if (isDeaf && statement.text === 'commit') throw new Error('Query read timeout')
            return answer
          },
        }
      },
    },
  })
  await insertGroup(storage, 'a')
  isDeaf = true
  await expect(insertGroup(storage, 'b')).rejects.toMatchObject({ code: 'STORAGE_OUTCOME_UNKNOWN' })
  await expect(groups(storage)).rejects.toMatchObject({
    code: 'STORAGE_BUSY',
    message: expect.stringContaining('query_timeout'),
  })
  isDeaf = false
  expect(await groups(storage)).toHaveLength(2)
})

describe('an error means', () => {
  test.each([
    ['23505', 'conflict'],
    ['22003', 'overflow'],
    ['40001', 'retry'],
    ['40P01', 'retry'],
    ['55P03', 'busy'],
    ['53300', 'busy'],
    ['25P03', 'lost'],
    ['25P04', 'lost'],
    ['57P01', 'lost'],
    ['57P03', 'unreachable'],
    ['08006', 'lost'],
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['42501', 'forbidden'],
    ['42P01', 'other'],
    ['53100', 'other'],
  ])('%s: %s', (code, kind) => {
    expect(failureKind(Object.assign(new Error('x'), { code }))).toBe(kind)
  })

  test.each([
    [new Error('Connection terminated unexpectedly'), 'lost'],
    [new Error('timeout expired'), 'unreachable'],
    [new Error('x'), 'other'],
    ['23505', 'other'],
    [undefined, 'other'],
  ])('%s: %s', (error, kind) => {
    expect(failureKind(error)).toBe(kind)
  })
})

async function errorsOf(
  calls: readonly (Promise<unknown> | undefined)[],
): Promise<readonly unknown[]> {
  const outcomes = await Promise.allSettled(calls)
  const errors = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(errors).toHaveLength(calls.length)
  return errors
}

function named(application: string): { connectionString: string; application_name: string } {
  return { connectionString: databaseUrl(), application_name: application }
}

/** Stands still until the server has ended all connections of one application. */
function waitUntilGone(application: string): void {
  const script = `
    const client = new (require('pg').Client)(process.argv[1])
    const left = 'select from pg_stat_activity where application_name = $1'
    client.connect().then(async () => {
      while ((await client.query(left, [process.argv[2]])).rowCount > 0);
      await client.end()
    })`
  execFileSync(process.execPath, ['-e', script, databaseUrl(), application], {
    cwd: import.meta.dirname,
  })
}

/** What an administrator's restart does to the connections of one application. */
async function endConnections(application: string): Promise<void> {
  const ended = await ask(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = $1 and pid <> pg_backend_pid() and datname = current_database()`,
    [application],
  )
  expect(ended.length).toBeGreaterThan(0)
}
