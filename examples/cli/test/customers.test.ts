import { describe, expect, test } from 'vitest'
import { shopHere } from './support/shop-here.ts'

const { run, json, refusal } = shopHere()

describe('a new shop says what to do next', () => {
  test.each([
    [['customers', 'list'], 'toko customers add'],
    [['groups', 'list'], 'toko groups create'],
    [['tags', 'list'], 'toko tags create'],
    [['segment', 'list'], 'toko segment create'],
    [['regulars'], 'toko sale'],
    [['monitor'], 'none yet'],
  ])('%j', async (args, text) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain(text)
  })

  test('monitor --json has its fixed form', async () => {
    expect((await run('monitor', '--json')).stdout).toBe(
      '{"total":0,"active":0,"passive":0,"productive":0,"largestGroup":null,"largestSegment":null}\n',
    )
  })
})

describe('customers', () => {
  test('are added and found in any spelling of a phone', async () => {
    const added = await json(
      'customers',
      'add',
      'Sari Dewi',
      '--phone',
      '0812-3456-7890',
      '--number',
      'C-1',
      '--city',
      'Bandung',
    )
    expect(added).toMatchObject({ name: 'Sari Dewi', phone: '+6281234567890', city: 'Bandung' })
    for (const reference of ['C-1', '+62 812 3456 7890', '081234567890']) {
      expect((await run('customers', 'show', reference)).stdout).toContain('Sari Dewi')
    }
    expect(await json('customers', 'search', 'dewi')).toMatchObject([{ name: 'Sari Dewi' }])
    expect(await json('customers', 'search', '3456')).toMatchObject([{ name: 'Sari Dewi' }])
  })

  test('are not added twice', async () => {
    expect(await refusal('customers', 'add', 'Other', '--phone', '+6281234567890')).toMatchObject({
      exit: 1,
      code: 'CUSTOMER_ALREADY_EXISTS',
      field: 'phone',
    })
  })

  test('wrong values are refused by the name of their field, and not repeated', async () => {
    const phone = await refusal('customers', 'add', 'Rina', '--phone', '12')
    expect(phone).toMatchObject({ exit: 3, code: 'INVALID_INPUT', field: 'phone' })
    const birth = await refusal('customers', 'add', 'Rina', '--birth-date', '2001-02-29')
    expect(birth).toMatchObject({ exit: 3, code: 'INVALID_INPUT', field: 'birth-date' })
    expect(await refusal('customers', 'add', ' ')).toMatchObject({ exit: 3, field: 'name' })
    expect(JSON.stringify([phone, birth])).not.toMatch(/Rina|2001/)
    expect(await refusal('customers', 'show', 'Rina')).toMatchObject({
      exit: 1,
      code: 'CUSTOMER_NOT_FOUND',
    })
  })

  test('are edited, archived, restored and deleted', async () => {
    await json('customers', 'add', 'Budi', '--number', 'C-2')
    expect(
      await json('customers', 'edit', 'C-2', '--city', 'Solo', '--source', 'instagram'),
    ).toMatchObject({ city: 'Solo' })
    expect(await json('customers', 'edit', 'C-2', '--clear', 'city')).toMatchObject({
      city: null,
      source: 'instagram',
    })
    expect(await refusal('customers', 'edit', 'C-2', '--clear', 'id')).toMatchObject({
      exit: 3,
      field: 'clear',
    })
    expect(await refusal('customers', 'edit', 'C-2')).toMatchObject({ exit: 2, code: 'USAGE' })
    expect(await json('customers', 'archive', 'C-2')).toMatchObject({
      archivedAt: expect.any(String),
    })
    expect((await run('customers', 'list')).stdout).toContain('archived')
    expect(await json('customers', 'restore', 'C-2')).toMatchObject({ archivedAt: null })
    expect(await json('customers', 'unarchive', 'C-2')).toMatchObject({ archivedAt: null })
    expect(await json('customers', 'delete', 'C-2')).toMatchObject({ deleted: expect.any(String) })
    expect(await refusal('customers', 'show', 'C-2')).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
  })

  test('come in pages', async () => {
    await json('customers', 'add', 'Ani')
    const first = await json('customers', 'list', '--limit', '1')
    expect(first).toMatchObject({ rows: [{ name: 'Ani' }], next: expect.any(String) })
    const after = (first as { next: string }).next
    expect(await json('customers', 'list', '--limit', '1', '--after', after)).toMatchObject({
      rows: [{ name: 'Sari Dewi' }],
      next: null,
    })
    expect((await run('customers', 'list', '--limit', '1')).stdout).toContain(`--after '${after}'`)
    expect(await refusal('customers', 'list', '--after', 'x')).toMatchObject({
      exit: 3,
      code: 'CURSOR_INVALID',
    })
    expect(await refusal('customers', 'list', '--limit', '0')).toMatchObject({
      exit: 3,
      field: 'limit',
    })
  })

  test('are shown with category, groups and tags', async () => {
    await json('customers', 'add', 'Tini', '--number', 'T-1', '--category', 'retail')
    await json('customers', 'add', 'Tini')
    await json('groups', 'create', 'Reseller')
    await json('groups', 'add', 'Reseller', 'T-1')
    await json('tags', 'create', 'Ramah')
    await json('tags', 'assign', 'Ramah', 'T-1')
    const { stdout } = await run('customers', 'show', 'T-1')
    expect(stdout).toMatch(/^Category +Retail$/m)
    expect(stdout).toMatch(/^Groups +Reseller$/m)
    expect(stdout).toMatch(/^Tags +Ramah$/m)
    expect(await json('customers', 'show', 'T-1')).toMatchObject({
      groups: [{ name: 'Reseller' }],
      tags: [{ name: 'Ramah' }],
    })
  })

  test('have a category that the shop has', async () => {
    const message =
      '--category: The shop has no such category. It has: Corporate, Member, Retail, VIP, Wholesale. Make one: toko categories create NAME.'
    for (const args of [
      ['add', 'Rina', '--category', 'Agen'],
      ['edit', 'T-1', '--category', 'Agen'],
    ]) {
      expect(await refusal('customers', ...args)).toMatchObject({
        exit: 1,
        code: 'CATEGORY_NOT_FOUND',
        field: 'category',
        message,
      })
    }
    await json('categories', 'create', 'Agen')
    await json('customers', 'edit', 'T-1', '--category', 'Agen')
    expect((await run('categories', 'list')).stdout).toMatch(/^Agen +1$/m)
  })

  test('of whom more are found than shown are not passed over', async () => {
    const cut = await run('customers', 'search', 'tini', '--limit', '1')
    expect(cut.stdout).toMatch(/There are more: .*--limit 5$/m)
    expect(await json('customers', 'search', 'tini', '--limit', '1')).toHaveLength(1)
    expect((await run('customers', 'search', 'tini', '--limit', '2')).stdout).not.toContain('more')
    expect(await refusal('customers', 'search', 'tini', '--limit', '1001')).toMatchObject({
      exit: 3,
      field: 'limit',
    })
  })

  test.each([
    ['ltv', 'totalSpent'],
    ['spent', 'totalSpent'],
    ['owes', 'balance'],
  ])('are sorted by %s as by %s', async (alias, sort) => {
    const page = (by: string) => json('customers', 'list', '--sort', by, '--limit', '1')
    expect(await page(alias)).toEqual(await page(sort))
  })
})
