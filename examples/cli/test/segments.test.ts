import { beforeAll, describe, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

const { run, json, refusal } = shopHere()
const at = ['--at', '2026-11-21 10:00']

beforeAll(async () => {
  await json('customers', 'add', 'Sari Dewi', '--number', 'C-1', '--category', 'Retail', ...at)
  const line = ['--line', 'KOPI@55.000', '--paid', 'lunas']
  await json('sale', '--order', 'A-1', '--customer', 'C-1', ...line, ...at)
  await json('segment', 'create', 'Baru datang', 'ltv >= 50_000 and last purchase < 60 days ago')
})

describe('a segment explains itself', () => {
  test('why a customer belongs, with what the customer has', async () => {
    const explain = ['segment', 'explain', 'Baru datang', 'C-1', ...at]
    const { stdout } = await run(...explain)
    expect(stdout).toMatch(/^Belongs now\.$/m)
    expect(stdout).toContain('  ✓ all of these\n    ✓ ltv >= 50_000: Rp 55.000  ← decides\n')
    expect(stdout).toContain('last purchase < 60 days ago: 2026-11-21 10:00  ← decides')
    expect(stdout).toContain('Changes at 2027-01-20 10:00, if nothing else happens.')
    expect(stdout).toContain(
      'Any of these would change it:\n  - waiting until 20 January 2027 10:00\n  - goods for Rp 5.001 returned, refunded\n',
    )
    expect(await json(...explain)).toMatchObject({
      holds: true,
      changes: [
        {
          action: { kind: 'wait', until: '2027-01-20T03:00:00.000Z' },
          sentence: 'waiting until 20 January 2027 10:00',
        },
        { action: { kind: 'return', amount: 5_001, refunded: true } },
      ],
      because: [
        { path: 'all[0]', actual: { type: 'money', values: [55_000] } },
        { path: 'all[1]', actual: { type: 'instant', values: ['2026-11-21T03:00:00.000Z'] } },
      ],
      root: { of: [{}, { actual: { values: ['2026-11-21T03:00:00.000Z'] } }] },
      sentence: expect.any(String),
      next: { at: '2027-01-20T03:00:00.000Z' },
    })
  })

  test('why one does not, part by part, in Indonesian', async () => {
    const text =
      'not (category = "Retail" or archived) or at least 1 of (birthday today, orders > 5)'
    const { stdout } = await run('segment', 'explain', text, 'C-1', ...at, '--lang', 'id')
    expect(stdout).toMatch(/^Sekarang tidak termasuk\.$/m)
    expect(stdout).toContain('    ✗ bukan\n      ✓ salah satu dari ini\n')
    expect(stdout).toContain('✓ kategorinya “Retail”: Retail')
    expect(stdout).toContain('✗ diarsipkan: tidak')
    expect(stdout).not.toMatch(/category|archived|orders/)
    expect(stdout).toContain('Salah satu dari ini akan mengubahnya:\n')
    expect(stdout).toContain('  - kategori dihapus\n')
    expect(stdout).toContain(': tidak ada')
  })

  test('when that changes', async () => {
    const next = ['segment', 'next', 'Baru datang', 'C-1', ...at]
    expect((await run(...next)).stdout).toBe(
      'Belongs now.\nChanges at 2027-01-20 10:00, if nothing else happens.\n',
    )
    expect(await json(...next)).toEqual({
      holds: true,
      next: { at: '2027-01-20T03:00:00.000Z' },
    })
    expect((await run('segment', 'next', 'ltv > 5', 'C-1', ...at)).stdout).toBe(
      'Belongs now.\nTime alone does not change it.\n',
    )
    const far = ['segment', 'next', 'added > 20 years ago', 'C-1', ...at]
    expect((await run(...far)).stdout).toContain('Does not change before 2036-11-21 10:00')
  })

  test('who belongs, in a sentence of either language', async () => {
    const english = await json('segment', 'describe', 'Baru datang')
    const indonesian = await json('segment', 'describe', 'Baru datang', '--lang', 'id')
    expect(english).toEqual({ sentence: expect.stringMatching(/^Customers /) })
    expect(indonesian).toEqual({ sentence: expect.stringMatching(/^Pelanggan /) })
    expect(await refusal('segment', 'describe', 'Baru datang', '--lang', 'fr')).toMatchObject({
      exit: 2,
      field: 'lang',
    })
  })

  test('what a text reads as', async () => {
    const text = 'orders>=2   AND not archived'
    expect((await run('segment', 'check', text)).stdout).toBe('orders >= 2 and not archived\n')
    expect(await json('segment', 'check', text)).toEqual({
      text: 'orders >= 2 and not archived',
      where: {
        all: [
          { field: 'orders', is: '>=', value: 2 },
          { not: { field: 'archived', is: '=', value: true } },
        ],
      },
      findings: [],
    })
    expect(await json('segment', 'check', '{"field":"orders","is":">=","value":2}')).toMatchObject({
      text: 'orders >= 2',
    })
  })

  test('that a text matches nobody, or everybody', async () => {
    const nobody = 'ltv > 10 and orders >= 2 and ltv < 5'
    expect((await run('segment', 'check', nobody)).stdout).toBe(
      'ltv > 10 and orders >= 2 and ltv < 5\nMatches nobody, now or later: ltv > 10 and ltv < 5 (no ltv is ever both greater than 10 and less than 5)\n',
    )
    expect(await json('segment', 'check', nobody)).toMatchObject({
      findings: [{ kind: 'matchesNobody', because: 'ltv > 10 and ltv < 5' }],
    })
    expect((await run('segment', 'check', 'orders >= 0')).stdout).toBe(
      'orders >= 0\nMatches everybody, now and later.\n',
    )
    expect(await refusal('segment', 'create', 'Nobody', nobody)).toMatchObject({
      code: 'PREDICATE_MATCHES_NOBODY',
      exit: 3,
    })
  })
})

describe('a predicate that is wrong', () => {
  test('in text form is shown with its place beneath it, and to scripts without it', async () => {
    const text = 'city = "Bandung" and orderz >= 2'
    for (const args of [
      ['segment', 'check', text],
      ['segment', 'count', text],
      ['segment', 'create', 'X', text],
      ['customers', 'list', '--where', text],
    ]) {
      const { code, stderr } = await run(...args)
      expect(code).toBe(3)
      expect(stderr).toContain(`\n  ${text}\n  ${' '.repeat(21)}^\n`)
      const { message } = await refusal(...args)
      expect(message).not.toContain('Bandung')
    }
  })

  test('in JSON names its place as it is, and no option', async () => {
    const wrong = '{"all":[{"field":"birthdate","is":"missing"}]}'
    const { message, field } = await refusal('segment', 'count', wrong)
    expect(message).toMatch(/^all\[0\]\.field: .*"birthDate"/)
    expect(field).toBe('all[0].field')
    const whole = await refusal('segment', 'count', '{"field":"orderz","is":">=","value":2}')
    expect(whole.message).toMatch(/^field: /)
  })

  test('may be the name of a segment that there is not', async () => {
    const neither = 'There is no segment of that name, and it does not read as a predicate'
    expect(await refusal('segment', 'count', 'Baru datnag')).toMatchObject({
      exit: 1,
      code: 'SEGMENT_NOT_FOUND',
      message: expect.stringMatching(`^${neither}.*Did you mean the segment "Baru datang"\\?$`),
    })
    expect(await refusal('segment', 'members', 'Nobody')).toMatchObject({
      code: 'SEGMENT_NOT_FOUND',
      message: expect.stringContaining('See toko segment list.'),
    })
  })
})
