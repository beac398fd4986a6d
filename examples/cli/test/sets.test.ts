import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

import { jsonOf, toko } from './support/toko.ts'

const { cwd, run, json, refusal } = shopHere()

beforeAll(async () => {
  await json('customers', 'add', 'Sari Dewi', '--phone', '0812-3456-7890', '--number', 'C-1')
  for (const order of ['A-1', 'A-2']) {
    const sale = ['sale', '--order', order, '--customer', 'C-1', '--line', 'KOPI-250@55000']
    await json(...sale, '--paid', 'all')
  }
})

describe('sets of customers', () => {
  test('groups', async () => {
    await json('groups', 'create', 'Reseller')
    expect(await refusal('groups', 'create', 'reseller')).toMatchObject({
      exit: 1,
      code: 'NAME_TAKEN',
    })
    expect(await json('groups', 'add', 'Reseller', 'C-1', '0812 3456 7890')).toEqual({ added: 1 })
    expect(
      await refusal('groups', 'add', 'Reseller', 'C-1', 'C-9', '0812-0000-0000', 'C-8'),
    ).toMatchObject({
      exit: 1,
      code: 'CUSTOMER_NOT_FOUND',
      message: expect.stringContaining('C-9, number 3 of those given, C-8.'),
    })
    expect(await json('groups', 'members', 'RESELLER')).toMatchObject({
      rows: [{ name: 'Sari Dewi' }],
    })
    expect(await json('groups', 'rename', 'Reseller', 'Agen')).toMatchObject({
      name: 'Agen',
      members: 1,
    })
    expect(await refusal('groups', 'members', 'Reseller')).toMatchObject({
      exit: 1,
      code: 'GROUP_NOT_FOUND',
    })
    expect(await refusal('groups', 'add', 'Agen', 'Sari Dewi')).toMatchObject({
      code: 'CUSTOMER_NOT_FOUND',
      message: expect.stringContaining(
        'customer: number 1 of those given. Did you mean customer C-1?',
      ),
    })
    await json('groups', 'create', 'Reseller Jogja')
    for (const verb of [['members'], ['delete'], ['add', 'C-1'], ['remove', 'C-1']]) {
      const [name = '', ...more] = verb
      expect(await refusal('groups', name, 'reseller', ...more)).toMatchObject({
        code: 'GROUP_NOT_FOUND',
        message: 'The shop has no such group. Did you mean "Reseller Jogja"?',
      })
    }
    await json('groups', 'delete', 'Reseller Jogja')
    expect(await json('groups', 'remove', 'Agen', 'C-1')).toEqual({ removed: 1 })
    await json('groups', 'delete', 'Agen')
    expect(await json('groups', 'list')).toEqual([])
  })

  test('tags', async () => {
    expect(await json('tags', 'create', 'VIP', '--ltv-min', '100_000')).toMatchObject({
      ltvMin: 100_000,
      ltvMax: null,
      members: 1,
    })
    await json('tags', 'create', 'Ramah')
    await json('tags', 'assign', 'ramah', 'C-1')
    expect((await run('customers', 'list')).stdout).toMatch(/Ramah, VIP|VIP, Ramah/)
    await json('tags', 'unassign', 'Ramah', 'C-1')
    expect(
      await json('tags', 'edit', 'VIP', '--ltv-min', 'none', '--ltv-max', '5', '--name', 'Baru'),
    ).toMatchObject({ name: 'Baru', ltvMin: null, ltvMax: 5 })
    expect(await refusal('tags', 'edit', 'Baru', '--ltv-min', '9')).toMatchObject({
      exit: 3,
      field: 'ltv-min',
      message: '--ltv-min lies above --ltv-max, so nobody could have the tag. Swap them.',
    })
    expect(await refusal('tags', 'create', 'X', '--ltv-min', '5.5')).toMatchObject({
      exit: 3,
      field: 'ltv-min',
    })
    expect(await json('tags', 'create', 'Y', '--ltv-min', 'Rp 5.000.000')).toMatchObject({
      ltvMin: 5_000_000,
    })
    await json('tags', 'delete', 'Y')
    await json('tags', 'delete', 'Baru')
    expect(await json('tags', 'list')).toMatchObject([{ name: 'Ramah', members: 0 }])
  })

  test('segments by JSON, from a file, from stdin and by name', async () => {
    const predicate = '{"field":"orders","is":">=","value":2}'
    writeFileSync(join(cwd, 'p.json'), predicate)
    expect((await run('segment', 'count', predicate, '--json')).stdout).toBe('{"count":1}\n')
    expect(await json('segment', 'count', '@p.json')).toEqual({ count: 1 })
    const piped = await toko(['--db', 'shop.db', 'segment', 'count', '-', '--json'], {
      cwd,
      stdin: predicate,
    })
    expect(jsonOf(piped)).toEqual({ count: 1 })
    await json('segment', 'create', 'Kembali', predicate)
    expect(await json('segment', 'count', 'kembali')).toEqual({ count: 1 })
    expect(await json('segment', 'members', 'Kembali')).toMatchObject({
      rows: [{ name: 'Sari Dewi' }],
    })
    expect(await json('monitor')).toMatchObject({
      productive: 1,
      largestSegment: { name: 'Kembali', members: 1 },
    })
    expect(
      await json('segment', 'edit', 'kembali', '--name', 'Setia', '--where', '@p.json'),
    ).toMatchObject({ name: 'Setia', where: { field: 'orders', is: '>=', value: 2 } })
    expect((await run('segment', 'edit', 'Setia', '--name', 'Kembali')).stdout).toMatch(
      /Kembali +1/,
    )
    expect(await refusal('segment', 'edit', 'Kembali')).toMatchObject({ exit: 2, code: 'USAGE' })
    await json('segment', 'delete', 'Kembali')
    expect(await json('segment', 'list')).toEqual([])
  })

  test('segments by text', async () => {
    expect(await json('segment', 'count', 'orders >= 2')).toEqual({ count: 1 })
    writeFileSync(join(cwd, 'p.txt'), 'orders >= 2 # came back\nand not archived\n')
    expect(await json('segment', 'count', '@p.txt')).toEqual({ count: 1 })
    expect(await json('segment', 'create', 'Kembali', '@p.txt')).toMatchObject({
      where: { all: [{ field: 'orders' }, { not: { field: 'archived' } }] },
    })
    expect(await json('segment', 'members', 'Kembali')).toMatchObject({
      rows: [{ name: 'Sari Dewi' }],
    })
    expect((await run('segment', 'list')).stdout).toContain('orders >= 2 and not archived')
    await json('segment', 'delete', 'Kembali')
    expect(await refusal('segment', 'count', 'orderz >= 2')).toMatchObject({
      exit: 3,
      code: 'PREDICATE_INVALID',
      field: 'segment',
    })
    expect(await refusal('segment', 'create', 'Kembali', 'Nobody')).toMatchObject({
      exit: 3,
      code: 'PREDICATE_INVALID',
      field: 'where',
    })
  })

  test('predicates that mean nothing are refused with their place', async () => {
    const count = (text: string) => refusal('segment', 'count', text)
    expect(await count('{"field":"orderz","is":">=","value":2}')).toMatchObject({
      exit: 3,
      code: 'PREDICATE_INVALID',
      field: 'field',
    })
    expect(await count('{"all":[{"__proto__":{}}]}')).toMatchObject({
      exit: 3,
      code: 'PREDICATE_INVALID',
    })
    for (const text of ['null', 'true', ' false', '"Kembali"']) {
      expect(await count(text)).toMatchObject({ exit: 3, code: 'PREDICATE_INVALID' })
    }
    expect(await count('[]')).toMatchObject({ exit: 3, code: 'PREDICATE_INVALID' })
    expect(await count('{')).toMatchObject({
      exit: 3,
      code: 'PREDICATE_INVALID',
      field: 'predicate',
    })
    expect(await count(`${'{"not":'.repeat(5_000)}{"all":[]}${'}'.repeat(5_000)}`)).toMatchObject({
      exit: 3,
      code: 'PREDICATE_TOO_LARGE',
    })
    expect(await count('Nobody')).toMatchObject({ exit: 1, code: 'SEGMENT_NOT_FOUND' })
  })
})

test('what people read is aligned, without colours where it is no terminal', async () => {
  const { stdout } = await toko(['--db', 'shop.db', 'customers', 'list'], {
    cwd,
    env: { CI: 'true', FORCE_COLOR: '1' },
  })
  expect(stdout).not.toContain('\u001B')
  const [head = '', ...rows] = (stdout.split('\n\n')[0] ?? '').trimEnd().split('\n')
  const spent = head.indexOf('SPENT') + 'SPENT'.length
  expect(rows.map((row) => row.slice(0, spent)).every((row) => /Rp [\d.]+$/.test(row))).toBe(true)
})
