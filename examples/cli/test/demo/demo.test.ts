import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop } from '@langganan/core'
import { afterAll, expect, test } from 'vitest'
import { now } from '../../src/demo/demo-shop.ts'
import { width } from '../../src/demo/page.ts'
import { runDemo } from '../../src/demo/run-demo.ts'
import { nextSteps } from '../../src/demo/sections/next-steps.ts'
import { monthText } from '../../src/demo/words.ts'

const folder = mkdtempSync(join(tmpdir(), 'langganan-demo-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const customers = 600

async function shown(name: string): Promise<{ readonly text: string; readonly shares: number[] }> {
  const sections: string[] = []
  const shares: number[] = []
  await runDemo({
    filename: join(folder, name),
    customers,
    onProgress: (share) => shares.push(share),
    print: (text) => sections.push(text),
  })
  return { text: sections.join('\n\n'), shares }
}

const { text, shares } = await shown('first.db')

test.each([
  'Monitoring · pantauan',
  'regular customers · pelanggan tetap',
  'Tags · tag',
  'The same transaction gave the tag: Sultan',
  'Labels · label',
  'Menunggu pembayaran',
  'Segments · segmentasi',
  '{"field":"city","is":"=","value":"Bandung"}',
  'events in all',
  'BUYS MOST (ORDERS)',
  'Loyalty · kesetiaan',
  'jendela 24 jam',
  'templates only',
  'nothing (blocked)',
  'Credit and debts · piutang',
  'overdue',
  'It counts once',
  'and yet three stages',
])('the demo shows “%s”', (part) => {
  expect(text.replaceAll('\n', ' ')).toContain(part)
})

test('it fits a terminal', () => {
  expect(longest(text)).toBeLessThanOrEqual(width)
  expect(longest(nextSteps('demo.db'))).toBeLessThanOrEqual(width)
})

test('the months in which the compared were last seen are those shown', () => {
  const said = /last seen (?:in|between) (\w+)(?: and (\w+))?,/.exec(text.replaceAll('\n', ' '))
  const table = text.slice(text.indexOf('USUAL GAP')).split('\n').slice(1, 4)
  const days = table.map((row) => /\d{4}-\d\d-\d\d/.exec(row)?.[0] ?? '').sort()
  const shown = [days.at(0), days.at(-1)].map((day = '') => monthText(day))
  expect([...new Set(said?.slice(1).filter(Boolean))]).toEqual([...new Set(shown)])
})

test('it suggests the regulars that it showed', () => {
  expect(nextSteps('demo.db').replace(/ \\\n +/g, ' ')).toContain('regulars --sort totalSpent')
})

test('progress goes up', () => {
  expect(shares.length).toBeGreaterThan(5)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})

test('it says the same every time', async () => {
  expect((await shown('second.db')).text).toBe(text)
})

test('debit and credit come to the same', () => {
  const [debit, credit] = text.match(/^ +total.*$/m)?.[0].match(/Rp [\d.]+/g) ?? []
  expect(debit).toBeDefined()
  expect(credit).toBe(debit)
})

test('the shop that it leaves can be asked further, and is in order', async () => {
  const storage = sqliteStorage({ filename: join(folder, 'first.db') })
  const shop = await openShop({ id: 'kopi-senja', storage, clock: () => now.getTime() })
  try {
    expect(await shop.reports.monitoring()).toMatchObject({ total: customers })
    expect(await shop.rebuild()).toBe(0)
  } finally {
    await shop.close()
  }
})

test('a file that is there already is left alone', () => {
  const file = join(folder, 'mine.db')
  writeFileSync(file, 'mine')
  const program = join(import.meta.dirname, '../../src/demo.ts')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=source', program, file],
    { encoding: 'utf8' },
  )
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toContain('there already')
  expect(existsSync(file)).toBe(true)
})

function longest(text: string): number {
  return Math.max(...text.split('\n').map((line) => [...line].length))
}
