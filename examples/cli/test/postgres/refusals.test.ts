import { readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { postgresUrl } from '../support/postgres.ts'
import { runHere } from '../support/run-here.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'
import { errorOf } from '../support/toko.ts'

const shopOf = ['--id', 'a', '--currency', 'IDR', '--time-zone', 'Asia/Jakarta']

test.each<[what: string, change: (url: URL) => void, code: string, advice: string]>([
  ['a wrong password', (url) => (url.password = 'kopi-salah'), 'STORAGE_FAILED', 'password is'],
  ['no such user', (url) => (url.username = 'sari'), 'STORAGE_FAILED', 'SQLSTATE 28'],
  ['no such database', (url) => (url.pathname = '/kopi'), 'STORAGE_FAILED', 'create database'],
  [
    'no such host',
    (url) => (url.hostname = 'no-such-host.invalid'),
    'STORAGE_UNREACHABLE',
    'See that the server runs',
  ],
  [
    'TLS not spoken',
    (url) => url.searchParams.set('sslmode', 'verify-full'),
    'STORAGE_FAILED',
    'agree on TLS',
  ],
])('%s is told, and nothing of the URL', async (_, change, code, advice) => {
  const cwd = temporaryDirectory()
  const db = postgresUrl(change)
  for (const args of [['monitor'], ['doctor'], ['backup', 'a.backup'], ['init', ...shopOf]]) {
    const ran = await runHere([...args, '--json'], cwd, db)
    expect([ran.code, errorOf(ran).code], args.join(' ')).toEqual([1, code])
    expect(errorOf(ran).message).toContain(advice)
    expectNothingOf(db, ran.stderr)
    expectNothingOf(db, (await runHere(args, cwd, db)).stderr)
  }
  expect(readdirSync(cwd)).toEqual([])
})

test('a server that is away', async () => {
  const port = await closedPort()
  const db = postgresUrl((url) => (url.port = `${port}`))
  const ran = await runHere(['monitor', '--json'], temporaryDirectory(), db)
  expect([ran.code, errorOf(ran).code]).toEqual([1, 'STORAGE_UNREACHABLE'])
  expectNothingOf(db, ran.stderr)
})

test('a database without a shop names init, and is left as it was', async () => {
  const db = postgresUrl()
  for (const args of [['monitor'], ['customers', 'list'], ['doctor'], ['backup', 'a.backup']]) {
    const ran = await runHere([...args, '--json'], temporaryDirectory(), db)
    expect([ran.code, errorOf(ran)]).toMatchObject([1, { code: 'SHOP_NOT_FOUND', field: 'db' }])
    expect(errorOf(ran).message).toContain('toko --db DATABASE init')
  }
  expect(await schemasNamed(new URL(db).searchParams.get('schema'))).toEqual([])
})

test('a missing right is told with what it is missing on', async () => {
  const db = postgresUrl()
  expect(await runHere(['init', ...shopOf], temporaryDirectory(), db)).toMatchObject({ code: 0 })
  const schema = new URL(db).searchParams.get('schema')
  const user = `${schema}_reader`
  await ask(`create role ${user} login password 'kopi-rahasia'`)
  const asReader = new URL(db)
  asReader.username = user
  asReader.password = 'kopi-rahasia'
  const ran = await runHere(['monitor', '--json'], temporaryDirectory(), asReader.href)
  expect([ran.code, errorOf(ran).code]).toEqual([1, 'STORAGE_FAILED'])
  expect(errorOf(ran).message).toContain(`permission denied for schema ${schema} (SQLSTATE 42501)`)
  expect(ran.stderr).not.toMatch(/rahasia|reader/)
})

test.each([
  ['postgres://user:kopi-rahasia@local host/shop', 3, 'INVALID_INPUT'],
  ['postgres:/user:kopi-rahasia@localhost/shop', 3, 'INVALID_INPUT'],
  ['postgresql:user:kopi-rahasia@localhost/shop', 3, 'INVALID_INPUT'],
  ['postgres://user:kopi-rahasia@localhost/shop?schema=Toko', 3, 'INVALID_INPUT'],
  ['postgres://user:kopi-rahasia@localhost/shop?schema=', 3, 'INVALID_INPUT'],
  ['postgre://user:kopi-rahasia@localhost/shop', 2, 'USAGE'],
  ['mysql://user:kopi-rahasia@localhost/shop', 2, 'USAGE'],
])('%s is refused without repeating it, and makes no file', async (db, exit, code) => {
  const cwd = temporaryDirectory()
  for (const args of [['monitor'], ['init', ...shopOf]]) {
    const ran = await runHere([...args, '--json'], cwd, db)
    expect([ran.code, errorOf(ran)]).toMatchObject([exit, { code, field: 'db' }])
    expect(errorOf(ran).message).toMatch(/--db|schema/)
    expect(ran.stderr).not.toMatch(/rahasia|localhost/)
  }
  expect(readdirSync(cwd)).toEqual([])
})

test('the scheme may be in capitals, and postgresql as well', async () => {
  for (const scheme of ['Postgres', 'postgresql']) {
    const db = postgresUrl().replace(/^postgres/, scheme)
    const ran = await runHere(['init', ...shopOf], temporaryDirectory(), db)
    expect(ran).toMatchObject({ code: 0, stderr: '' })
  }
})

async function schemasNamed(name: string | null): Promise<unknown[]> {
  return ask('select from pg_namespace where nspname = $1', [name])
}

async function ask(sql: string, values: readonly unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: inject('postgres') })
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

function expectNothingOf(db: string, told: string): void {
  const { password, username, hostname, port, pathname } = new URL(db)
  for (const secret of [password, username, hostname, port, pathname]) {
    expect(told).not.toContain(decodeURIComponent(secret))
  }
}

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
