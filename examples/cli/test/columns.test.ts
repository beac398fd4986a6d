import { beforeAll, describe, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

const { run, json, refusal } = shopHere()

beforeAll(async () => {
  const profile = ['--city', 'Bandung', '--gender', 'female', '--email', 'sari@example.com']
  const more = ['--country', 'Indonesia', '--source', 'instagram', '--phone', '0812-3456-7890']
  await json('customers', 'add', 'Sari Dewi', '--number', 'C-1', ...profile, ...more)
  await json('sale', '--order', 'A-1', '--customer', 'C-1', '--line', 'KOPI@55.000')
  await json('tags', 'create', 'Suka kopi')
  await json('tags', 'assign', 'Suka kopi', 'C-1')
})

describe('what a predicate speaks of', () => {
  test.each([
    ['city = "bandung" and gender = female', 'CITY +GENDER'],
    [
      '{"any":[{"field":"source","is":"=","value":"instagram"},{"not":{"field":"birthday","is":"missing"}}]}',
      'SOURCE +BIRTH DATE',
    ],
    ['overdue by > 30 days or has tag "Suka kopi" or balance > 0', 'OWES +TAGS'],
  ])('comes first and stays: %s', async (where, heads) => {
    for (const list of [
      ['segment', 'members', where],
      ['customers', 'list', '--where', where],
    ]) {
      expect((await run(...list)).stdout).toMatch(new RegExp(`^CUSTOMER +NAME +${heads} `))
    }
  })

  test('also of a saved segment and of a view', async () => {
    await json('segment', 'create', 'Orang Bandung', '--where', 'city = "Bandung"')
    await json('view', 'create', 'Dekat', 'Orang Bandung', '--sort', 'ltv')
    const heads = /^CUSTOMER +NAME +CITY /
    expect((await run('segment', 'members', 'orang bandung')).stdout).toMatch(heads)
    expect((await run('customers', 'list', '--view', 'Dekat')).stdout).toMatch(heads)
  })
})

test('segments and views are created alike, with an argument or --where', async () => {
  expect(await json('view', 'create', 'Satu', 'orders >= 1')).toMatchObject({
    where: { field: 'orders' },
  })
  expect(await json('segment', 'create', 'Dua', '--where', 'orders >= 1')).toMatchObject({
    where: { field: 'orders' },
  })
  expect(await refusal('segment', 'create', 'Tiga')).toMatchObject({ exit: 2, field: 'predicate' })
  expect(await refusal('view', 'create', 'Tiga', 'x', '--where', 'y')).toMatchObject({ exit: 2 })
  const created = await run('view', 'create', 'Utang toko', 'balance > 0')
  expect(created.stdout).toContain('toko customers list --view "Utang toko"\n')
  expect(await refusal('view', 'create', 'Utang toko')).toMatchObject({
    code: 'NAME_TAKEN',
    message: expect.stringContaining('Change it with toko view edit "Utang toko"'),
  })
  expect(await refusal('customers', 'list', '--view', 'Utang tko')).toMatchObject({
    code: 'VIEW_NOT_FOUND',
    message: expect.stringContaining('Did you mean "Utang toko"?'),
  })
})

test.each([
  ['ltv', 'totalSpent'],
  ['total-spent', 'totalSpent'],
  ['last activity', 'lastActivity'],
  ['owes', 'balance'],
])('--sort %s', async (word, sort) => {
  expect(await json('view', 'create', `by ${word}`, '--sort', word)).toMatchObject({ sort })
})

test('words that are near are told', async () => {
  expect(await refusal('customers', 'list', '--sort', 'balanse')).toMatchObject({
    exit: 2,
    message: expect.stringMatching(/^--sort: .* Did you mean balance\?/),
  })
  expect(await json('view', 'create', 'Z', '--columns', 'name,total-spent')).toMatchObject({
    columns: ['name', 'ltv'],
  })
})

test('who may be meant is told by number, and to people by name', async () => {
  const ran = await run('customers', 'show', 'sari')
  expect(ran.stderr).toMatch(/Did you mean Sari Dewi \(C-1\)\? Give/)
  expect((await refusal('customers', 'show', 'sari')).message).not.toContain('Dewi')
})
