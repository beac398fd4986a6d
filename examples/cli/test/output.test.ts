import { describe, expect, test, vi } from 'vitest'
import { oneLine } from '../src/output/one-line.ts'
import { styleFor } from '../src/output/style.ts'
import { fieldsOf, tableOf } from '../src/output/table.ts'

const terminal = Object.assign(Object.create(process.stdout), { isTTY: true })

describe('colours', () => {
  test('only on a terminal', () => {
    vi.stubEnv('NO_COLOR', '')
    vi.stubEnv('TERM', 'xterm')
    expect(styleFor(terminal).bold('x')).toBe('\u001B[1mx\u001B[22m')
    expect(styleFor(Object.assign(Object.create(process.stdout), { isTTY: false })).bold('x')).toBe(
      'x',
    )
    vi.unstubAllEnvs()
  })

  test('never where NO_COLOR is set', () => {
    vi.stubEnv('NO_COLOR', '1')
    expect(styleFor(terminal).bold('x')).toBe('x')
    vi.unstubAllEnvs()
  })
})

describe('tables', () => {
  const columns = [
    { head: 'NAME', cell: ({ name }: { name: string; spent: string }) => name },
    { head: 'NOTHING', cell: () => '' },
    {
      head: 'SPENT',
      cell: ({ spent }: { name: string; spent: string }) => spent,
      align: 'right' as const,
    },
  ]

  test('are aligned, and leave out a column without texts', () => {
    const rows = [
      { name: 'Sari', spent: 'Rp 5' },
      { name: 'Ibu 大山', spent: 'Rp 55.000' },
    ]
    expect(tableOf(columns, rows).split('\n')).toEqual([
      'NAME          SPENT',
      'Sari           Rp 5',
      'Ibu 大山  Rp 55.000',
    ])
  })

  test('show a text as one line that no terminal obeys', () => {
    expect(oneLine('a\u001B[31mb\nc\u202Ed')).toBe('a [31mb c d')
    expect(oneLine('x'.repeat(50), 10)).toBe(`${'x'.repeat(9)}…`)
    expect(oneLine(null)).toBe('')
  })

  test('fields without a value are left out', () => {
    expect(
      fieldsOf([
        ['Name', 'Sari'],
        ['City', ''],
        ['Spent', 'Rp 5'],
      ]),
    ).toBe('Name   Sari\nSpent  Rp 5')
  })
})
