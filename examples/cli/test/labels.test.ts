import { beforeAll, describe, expect, test } from 'vitest'
import { changeShop } from './support/change-shop.ts'
import { shopHere } from './support/shop-here.ts'

const { cwd, run, json, refusal } = shopHere()
const at = (day: string): readonly string[] => ['--at', `2026-11-${day} 10:00`]
const time = (day: string): Date => new Date(`2026-11-${day}T10:00:00+07:00`)

beforeAll(async () => {
  for (const [name, number, phone, source] of [
    ['Sari Dewi', 'C-1', '0812-3456-7890', 'instagram'],
    ['Budi', 'C-2', '0857-1111-2222', 'toko'],
  ] as const) {
    const known = ['--number', number, '--phone', phone, '--source', source]
    await json('customers', 'add', name, ...known, ...at('01'))
  }
  const line = ['--line', 'KOPI@55.000', '--paid', 'lunas']
  await json('sale', '--order', 'A-1', '--customer', 'C-1', ...line, ...at('05'))
})

describe('labels', () => {
  test('before there are any it is said where they come from', async () => {
    expect((await run('labels', 'board')).stdout).toContain('toko labels set LABEL CUSTOMER')
    expect((await run('labels', 'list')).stdout).toContain('label-bridge')
    expect((await run('labels', 'history', 'C-1')).stdout).toContain('No label was ever put on.')
    expect(await json('labels', 'board')).toEqual([])
  })

  test('the shop puts on its own and takes them off, each once', async () => {
    const set = ['labels', 'set', 'Grade A', 'C-1', '--by', 'dina', ...at('06')]
    expect((await run(...set)).stdout).toBe(
      'The customer has Grade A now. Grade A is a new label of the shop.\n',
    )
    expect(await json(...set)).toEqual({ changed: false })
    expect(await json('labels', 'set', 'grade a', 'C-2', ...at('07'))).toMatchObject({
      changed: true,
      event: { change: 'added' },
    })
    const unset = ['labels', 'unset', 'shop:Grade A', 'C-2', '--by', 'rafi', ...at('08')]
    expect((await run(...unset)).stdout).toBe('Grade A is taken off.\n')
    expect((await run(...unset)).stdout).toBe('The customer did not have Grade A.\n')
    expect(await refusal('labels', 'unset', 'Grade B', 'C-1')).toMatchObject({
      exit: 1,
      code: 'LABEL_NOT_FOUND',
      field: 'label',
      message: 'The shop has no such label. Did you mean "Grade A"?',
    })
    expect((await json('labels', 'list')) as object[]).toHaveLength(1)
  })

  test("those of WhatsApp are WhatsApp's to put on", async () => {
    await changeShop({ cwd, at: time('09') }, (shop) =>
      shop.labels.hear({
        source: 'wa',
        events: [
          {
            told: 'chat',
            label: '7',
            labelName: 'Komplain',
            chat: { whatsapp: '6281234567890' },
            change: 'added',
            by: 'rafi',
            at: time('09'),
          },
        ],
      }),
    )
    expect(await refusal('labels', 'set', 'komplain', 'C-2')).toMatchObject({
      exit: 3,
      code: 'INVALID_INPUT',
      message: expect.stringContaining('This is a label of wa.'),
    })
  })

  test('the board shows who has which, and how many', async () => {
    expect((await run('labels', 'board')).stdout).toBe(
      [
        'Grade A (shop): 1 customer',
        '  SINCE             CUSTOMER         PUT ON BY',
        '  2026-11-06 10:00  Sari Dewi (C-1)  dina',
        '',
        'Komplain (wa): 1 customer',
        '  SINCE             CUSTOMER         PUT ON BY',
        '  2026-11-09 10:00  Sari Dewi (C-1)  rafi\n',
      ].join('\n'),
    )
    const board = ['labels', 'board', 'KOMPLAIN', '--where', 'city = "Bandung"']
    expect((await run(...board)).stdout).toBe('Komplain: nobody\n')
    expect(await refusal('labels', 'board', 'Komplein')).toMatchObject({ code: 'LABEL_NOT_FOUND' })
    expect((await run('customers', 'show', 'C-1')).stdout).toMatch(/^Labels +Grade A, Komplain$/m)
  })

  test('the history of a customer has what was taken off too', async () => {
    expect((await run('labels', 'history', 'C-2')).stdout).toBe(
      [
        'TIME              LABEL    SOURCE  CHANGE     BY',
        '2026-11-07 10:00  Grade A  shop    put on',
        '2026-11-08 10:00  Grade A  shop    taken off  rafi',
        '',
        'Has now  none\n',
      ].join('\n'),
    )
  })

  test('what became of them: movement, agents, sources', async () => {
    const movement = ['labels', 'movement', '--from', '2026-11-07', '--to', '2026-11-10']
    expect((await run(...movement)).stdout).toBe(
      [
        'From 2026-11-07 00:00 to 2026-11-10 00:00',
        '',
        'FROM     TO        CUSTOMERS',
        'none     Komplain          1',
        'Grade A  stayed            1\n',
      ].join('\n'),
    )
    expect((await run('labels', 'agents', ...at('10'))).stdout).toBe(
      [
        'Up to 2026-11-10 10:00',
        '',
        'LABEL     PUT ON BY  CUSTOMERS  HAVE PAID  SHARE      SPENT',
        'Grade A   dina               1          1  100 %  Rp 55.000',
        'Komplain  rafi               1          1  100 %  Rp 55.000',
        'Grade A   not told           1          0    0 %       Rp 0\n',
      ].join('\n'),
    )
    const sources = ['labels', 'sources', '--where', 'orders = 0', ...at('10')]
    expect(await json(...sources)).toMatchObject({ rows: [{ source: 'toko', customers: 1 }] })
    expect((await run('labels', 'sources', '--to', '2026-11-02')).stdout).toContain(
      'Nobody was given a label in that time.',
    )
    expect(await refusal('labels', 'agents', '--from', 'besok')).toMatchObject({
      exit: 3,
      field: 'from',
    })
  })
})

test('a customer whom nothing but an id names is shown with all of it', async () => {
  const name = 'Rumah Makan Sederhana Simpang Lima'
  const { id } = (await json('customers', 'add', name, ...at('10'))) as { id: string }
  await json('labels', 'set', 'Baru', id, ...at('10'))
  expect((await run('labels', 'board', 'Baru')).stdout).toContain(
    `  Rumah Makan Sederhana S… (${id})\n`,
  )
})
