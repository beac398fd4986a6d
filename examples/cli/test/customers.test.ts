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
      message: expect.not.stringContaining('Sari'),
    })
    expect((await run('customers', 'add', 'Other', '--phone', '0812 3456 7890')).stderr).toContain(
      'Sari Dewi (C-1) has this phone already. See this customer: toko customers show C-1; change it: toko customers edit C-1.',
    )
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

  test('are found by what stands for a phone elsewhere: chat links, numbers to dial', async () => {
    for (const link of [
      'wa.me/6281234567890',
      'https://wa.me/6281234567890',
      'https://api.whatsapp.com/send?phone=6281234567890',
      'tel:+6281234567890',
    ]) {
      expect(await json('customers', 'show', link)).toMatchObject({ name: 'Sari Dewi' })
      expect(await json('customers', 'search', link)).toMatchObject([{ name: 'Sari Dewi' }])
    }
    const refused = await refusal('customers', 'show', 'https://wa.me/message/SECRET')
    expect(refused).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
    expect(refused.message).not.toContain('SECRET')
  })

  test('a country without a city stands under its own name', async () => {
    await json('customers', 'add', 'Noor', '--number', 'N-1', '--country', 'Malaysia')
    const { stdout } = await run('customers', 'show', 'N-1')
    expect(stdout).toMatch(/^Country +Malaysia$/m)
    expect(stdout).not.toMatch(/^City/m)
  })
})

describe('the columns of a list of customers', () => {
  test('show first contact, acquisition and chat link within 100 characters', async () => {
    const long = {
      name: 'Raden Ajeng Kartini Puspitasari Wulandari',
      city: 'Kota Tangerang Selatan',
    }
    await json('customers', 'add', long.name, '--phone', '0857-1111-2222', '--city', long.city)
    const [head = '', ...rows] = (await run('customers', 'list')).stdout.split('\n')
    expect(head).toMatch(/CUSTOMER +NAME +CHAT +FIRST CONTACT +ACQUISITION/)
    for (const line of [head, ...rows]) expect(line.length).toBeLessThanOrEqual(100)
    expect(rows.join('\n')).toMatch(/wa\.me\/6285711112222 +\d{4}-\d\d-\d\d +manual/)
    expect(rows.join('\n')).toMatch(/^No room for: .*CITY.* Choose columns with --columns\.$/m)
  })

  test('are those that are asked for, in that order, empty ones too', async () => {
    const { stdout } = await run('customers', 'list', '--columns', 'Tags, name,chat,owes')
    expect(stdout).toMatch(/^TAGS +NAME +CHAT +OWES$/m)
    expect(stdout).not.toContain('No room')
    const found = await run('customers', 'search', 'noor', '--columns', 'country')
    expect(found.stdout).toBe('COUNTRY\nMalaysia\n')
    expect((await run('regulars', '--help')).stdout).toContain('first-contact')
    const { id } = (await json('customers', 'show', 'N-1')) as { id: string }
    expect((await run('customers', 'search', 'noor', '--columns', 'id')).stdout).toContain(id)
  })

  test('keep what they are sorted by', async () => {
    const { stdout } = await run('customers', 'list', '--sort', 'lastActivity')
    expect(stdout).toContain('LAST ACTIVITY')
  })

  test('that are none are refused with the nearest', async () => {
    expect(await refusal('customers', 'list', '--columns', 'name,chatt')).toMatchObject({
      exit: 2,
      code: 'USAGE',
      field: 'columns',
      message: expect.stringMatching(
        /Did you mean chat\? The columns are customer, name, business-name, phone, chat/,
      ),
    })
  })

  test('of those without transactions, whom orders = 0 finds', async () => {
    const { rows } = (await json('customers', 'list', '--where', 'orders = 0')) as {
      rows: { orders: number }[]
    }
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ orders }) => orders === 0)).toBe(true)
    expect((await run('customers', '--help')).stdout).toContain("--where 'orders = 0'")
  })
})

describe('a number that is somebody else’s now', () => {
  test('leaves its customer with all else', async () => {
    await run('customers', 'add', 'Wulan', '--number', 'C-77', '--phone', '0813-7777-8888')
    const reassign = ['customers', 'reassign', 'C-77', '0813 7777 8888']
    expect((await run(...reassign)).stdout).toBe(
      "The number is nobody's now. What Wulan (C-77) bought and owes stays as it was.\n",
    )
    expect(await json(...reassign)).toMatchObject({ name: 'Wulan', phone: null })
    expect(await refusal('customers', 'show', '0813-7777-8888')).toMatchObject({
      code: 'CUSTOMER_NOT_FOUND',
    })
    expect(await refusal('customers', 'reassign', 'C-77', '0813-0000-1111')).toMatchObject({
      exit: 1,
      code: 'IDENTITY_NOT_FOUND',
    })
  })
})
