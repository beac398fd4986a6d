import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openShop } from '@langganan/core'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { sqliteStorage } from '../src/index.ts'
import { drivers } from './support/drivers.ts'
import { groups } from './support/rows.ts'
import { temporaryFile } from './support/temporary-file.ts'

const writer = fileURLToPath(new URL('processes/writer.ts', import.meta.url))

describe.each(drivers)('a copy of the file, by %s', (driver) => {
  test('is the same shop, sound, and the only file that is left', async () => {
    const filename = temporaryFile()
    const storage = sqliteStorage({ filename, driver })
    const shop = await openShop({ id: 'kopi', currency: 'IDR', timeZone: 'UTC', storage })
    await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
    const copy = `${filename}.copy`
    writeFileSync(`${copy}.part`, 'left behind by a process that was killed')
    await storage.copyTo(copy)
    await shop.customers.add({ name: 'Budi' })
    await shop.close()
    expect(readdirSync(dirname(filename)).sort()).toEqual(['shop.db', 'shop.db.copy'])

    const copied = sqliteStorage({ filename: copy, driver })
    expect(await copied.inspect()).toMatchObject({ sound: true, problems: [] })
    const same = await openShop({ id: 'kopi', storage: copied })
    expect(await same.verify()).toEqual({ sound: true, findings: [] })
    expect((await same.customers.search('a')).map(({ name }) => name)).toEqual(['Sari'])
    await same.close()
    const figures = (file: string): unknown => {
      const database = new Database(file)
      const rows = database.prepare('select * from sqlite_stat1 order by tbl, idx').all()
      database.close()
      return rows
    }
    expect(figures(copy)).toEqual(figures(filename))
  })

  test('is of one instant while another process writes, which is not held up', {
    timeout: 120_000,
  }, async () => {
    const filename = temporaryFile()
    const storage = sqliteStorage({ filename, driver })
    await storage.shopIds()
    const args = ['--conditions=source', '--no-warnings', writer, filename]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (data) => {
      said += String(data)
    })
    await once(child.stdout, 'data')
    const acknowledged = () => said.split('\n').slice(0, -1)
    for (let i = 0; i < 5; i += 1) {
      const before = acknowledged()
      await storage.copyTo(`${filename}.${i}`)
      const copied = sqliteStorage({ filename: `${filename}.${i}`, driver })
      const rows = JSON.stringify(await groups(copied))
      for (const id of before) expect(rows).toContain(id)
      expect(await copied.inspect()).toMatchObject({ sound: true })
      await copied.close()
      await once(child.stdout, 'data')
    }
    child.kill('SIGKILL')
    await once(child, 'close')
    await storage.close()
  })

  test('has a new name in a folder that exists', async () => {
    const filename = temporaryFile()
    const storage = sqliteStorage({ filename, driver })
    await storage.shopIds()
    const taken = `${filename}.taken`
    writeFileSync(taken, 'somebody else’s')
    for (const to of [taken, filename, '', `${filename}.nowhere/copy.db`])
      await expect(storage.copyTo(to)).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        field: 'filename',
      })
    expect(readFileSync(taken, 'utf8')).toBe('somebody else’s')
    expect(existsSync(`${taken}.part`)).toBe(false)
    await storage.close()
  })

  test('of a database in memory', async () => {
    const copy = temporaryFile()
    const storage = sqliteStorage({ memory: true, driver })
    await openShop({ id: 'kopi', currency: 'IDR', timeZone: 'UTC', storage })
    await storage.copyTo(copy)
    await storage.close()
    const copied = sqliteStorage({ filename: copy, driver })
    expect(await copied.shopIds()).toEqual(['kopi'])
    await copied.close()
  })
})

describe.each(drivers)('a damaged file, by %s', (driver) => {
  test('is told by inspect', async () => {
    const filename = temporaryFile()
    const storage = sqliteStorage({ filename, driver })
    const shop = await openShop({ id: 'kopi', currency: 'IDR', timeZone: 'UTC', storage })
    await shop.customers.addMany(Array.from({ length: 500 }, (_, i) => ({ name: `Nomor ${i}` })))
    await shop.close()
    disorderAnIndex(filename)

    const damaged = sqliteStorage({ filename, driver })
    const { sound, problems, settings } = await damaged.inspect()
    expect(sound).toBe(false)
    expect(problems.join('\n')).toMatch(/customers/)
    expect(settings).toMatchObject({ journal_mode: 'wal', synchronous: 2, foreign_keys: 1 })
    await damaged.close()
  })
})

/** Makes an index hold its columns in another order than it says, as if somebody had written over it. */
function disorderAnIndex(filename: string): void {
  const database = new Database(filename)
  database.unsafeMode()
  database.pragma('writable_schema = 1')
  database
    .prepare(
      `update sqlite_schema set sql = replace(sql, '"name_fold", "id"', '"id", "name_fold"')
       where name = 'customers_by_name'`,
    )
    .run()
  database.close()
}
