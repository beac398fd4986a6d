import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { openShop } from '@langganan/core'
import { backUp } from '@langganan/core/backup'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sqliteStorage } from '../src/index.ts'
import { count, groups } from './support/rows.ts'
import { temporaryFile } from './support/temporary-file.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const timeout = isLong ? 3_600_000 : 120_000
const worker = fileURLToPath(new URL('processes/worker.ts', import.meta.url))

test('two processes that write at once lose nothing', { timeout }, async () => {
  const filename = temporaryFile()
  const each = isLong ? 1_000 : 50
  const codes = await Promise.all([1, 2].map(() => ended(start(filename, 'increment', each))))
  expect(codes).toEqual([0, 0])
  const storage = sqliteStorage({ filename })
  expect(await count(storage)).toBe(2 * each)
  await storage.close()
})

test('of processes that start at once on a new file one migrates and none fails', {
  timeout,
}, async () => {
  for (let i = 0; i < (isLong ? 100 : 2); i += 1) {
    const filename = temporaryFile()
    const starts = Array.from({ length: 5 }, () => ended(start(filename, 'increment', 1)))
    expect(await Promise.all(starts)).toEqual([0, 0, 0, 0, 0])
    const database = new Database(filename)
    expect(database.prepare('select count(*) from migrations').pluck().get()).toBe(1)
    database.close()
  }
})

test('what a killed process was told is stored is there', { timeout }, async () => {
  const filename = temporaryFile()
  const acknowledged: string[] = []
  for (let i = 0; i < (isLong ? 200 : 5); i += 1) {
    const child = start(filename, 'acknowledge')
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
  const storage = sqliteStorage({ filename })
  const stored = await storage.transaction('kopi', 'read', (tx) =>
    tx.scan('groups', null, Number.MAX_SAFE_INTEGER),
  )
  const ids = new Set(stored.map(({ id }) => id))
  expect(acknowledged.length).toBeGreaterThan(0)
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
  expect(await groups(storage)).not.toEqual([])
  await storage.close()
  const database = new Database(filename)
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  database.close()
})

test('of a restore that is killed half-way nothing is left, and it can be begun again', {
  timeout,
}, async () => {
  const shop = { id: 'kopi', currency: 'IDR', timeZone: 'UTC' }
  const customers = Array.from({ length: 3_000 }, (_, i) => ({ name: `Pelanggan ${i}` }))
  const filename = temporaryFile()
  const original = sqliteStorage({ filename: `${filename}.original` })
  const backup = `${filename}.backup`
  const full = await openShop({ ...shop, storage: original })
  await full.customers.addMany(customers)
  await pipeline(backUp(original, 'kopi'), createWriteStream(backup))
  await full.close()

  for (let i = 0; i < (isLong ? 200 : 5); i += 1) {
    const child = start(filename, 'restore', backup)
    const pieces = 2 + ((i * 37) % 30)
    let told = 0
    child.stdout?.on('data', (data) => {
      told += String(data).length
      if (told >= pieces) child.kill('SIGKILL')
    })
    await once(child, 'close')
    expect(child.signalCode).toBe('SIGKILL')
    const storage = sqliteStorage({ filename })
    expect(await storage.shopIds()).toEqual([])
    const left = await storage.transaction('kopi', 'read', (tx) => tx.scan('customers', null, 1))
    expect(left).toEqual([])
    await storage.close()
  }
  expect(await ended(start(filename, 'restore', backup))).toBe(0)
  const storage = sqliteStorage({ filename })
  const restored = await openShop({ id: 'kopi', storage })
  expect((await restored.reports.monitoring()).total).toBe(3_000)
  expect(await restored.verify()).toEqual({ sound: true, findings: [] })
  await restored.close()
})

function start(filename: string, work: string, times: number | string = 0): ChildProcess {
  const args = ['--conditions=source', '--no-warnings', worker, filename, work, String(times)]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function ended(child: ChildProcess): Promise<unknown> {
  const [code] = await once(child, 'close')
  return code
}
