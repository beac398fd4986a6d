import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { count } from './support/rows.ts'
import { ask, databaseUrl, newSchema, openStorage } from './support/storages.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const timeout = isLong ? 3_600_000 : 120_000
const worker = fileURLToPath(new URL('processes/worker.ts', import.meta.url))

test('two processes that write at once lose nothing', { timeout }, async () => {
  const schema = newSchema()
  const each = isLong ? 1_000 : 50
  const codes = await Promise.all([1, 2].map(() => ended(start(schema, 'increment', each))))
  expect(codes).toEqual([0, 0])
  expect(await count(openStorage({ schema }))).toBe(2 * each)
})

test('of processes that start at once on a new schema one migrates and none fails', {
  timeout,
}, async () => {
  for (let i = 0; i < (isLong ? 100 : 2); i += 1) {
    const schema = newSchema()
    const starts = Array.from({ length: 5 }, () => ended(start(schema, 'increment', 1)))
    expect(await Promise.all(starts)).toEqual([0, 0, 0, 0, 0])
    expect(await ask(`select name from ${schema}.migrations`)).toEqual([{ name: '0001_start' }])
    expect(await count(openStorage({ schema }))).toBe(5)
  }
})

test('what a killed process was told is stored is there', { timeout }, async () => {
  const schema = newSchema()
  const acknowledged: string[] = []
  for (let i = 0; i < (isLong ? 200 : 3); i += 1) {
    const child = start(schema, 'acknowledge')
    let said = ''
    child.stdout?.on('data', (data) => {
      said += String(data)
    })
    await once(child.stdout ?? child, 'data')
    await new Promise((resolve) => setTimeout(resolve, (i * 37) % 50))
    child.kill('SIGKILL')
    await once(child, 'close')
    acknowledged.push(...said.split('\n').slice(0, -1))
  }
  const stored = await openStorage({ schema }).transaction('kopi', 'read', (tx) =>
    tx.scan('groups', null, Number.MAX_SAFE_INTEGER),
  )
  const ids = new Set(stored.map(({ id }) => id))
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
})

function start(schema: string, work: string, times = 0): ChildProcess {
  const args = ['--conditions=source', '--no-warnings', worker, schema, work, String(times)]
  const env = { ...process.env, DATABASE_URL: databaseUrl() }
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function ended(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'close')
  return code
}
