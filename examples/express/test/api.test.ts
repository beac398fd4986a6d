import { expect, test } from 'vitest'
import { clientOf, query } from './support/client.ts'
import { open } from './support/open.ts'

const { url, log, shop } = await open({ PLAY: 'off' })
const api = clientOf(url)

const line = { product: 'KOPI-250', quantity: 2, price: 55_000 }

test('a customer is added, read and edited; the same phone again names who has it', async () => {
  const added = await api.post('/customers', { name: 'Sari', phone: '0812-3456-7890' })
  expect(added.status).toBe(201)
  expect(added.headers.get('location')).toBe(`/api/customers/${added.body.id}`)

  const edited = await api.patch(`/customers/${added.body.id}`, { city: 'Bandung' })
  expect(edited.body).toMatchObject({ name: 'Sari', phone: '+6281234567890', city: 'Bandung' })
  const read = await api.get(`/customers/${added.body.id}`)
  expect(read.body).toMatchObject({
    city: 'Bandung',
    value: { orders: 0, balance: 0 },
    window: { state: 'template-only', closesAt: null },
  })

  const again = await api.post('/customers', { name: 'Sari', phone: '+62 812 3456 7890' })
  expect(again.status).toBe(409)
  expect(again.body.error).toMatchObject({
    code: 'CUSTOMER_ALREADY_EXISTS',
    details: { customer: added.body.id },
  })
  const found = await api.get(`/customers/search${query({ query: 'sari' })}`)
  expect(found.body.rows).toMatchObject([{ id: added.body.id }])
})

test('lists come in pages, each behind the cursor of the one before', async () => {
  for (const name of ['Page A', 'Page B', 'Page C']) await api.post('/customers', { name })
  const where = 'name starts with "Page"'
  const first = await api.get(`/customers${query({ where, sort: 'name', limit: '2' })}`)
  expect(first.body.rows.map(({ name }: { name: string }) => name)).toEqual(['Page A', 'Page B'])
  const after = first.body.next
  const second = await api.get(`/customers${query({ where, sort: 'name', limit: '2', after })}`)
  expect(second.body).toMatchObject({ rows: [{ name: 'Page C' }], next: null })
  const wrong = await api.get(`/customers${query({ where, after: 'nonsense' })}`)
  expect(wrong).toMatchObject({ status: 400, body: { error: { code: 'CURSOR_INVALID' } } })
})

test('an order is recorded once, for a customer given on the spot, and paid in parts', async () => {
  const order = {
    customer: { name: 'Budi', phone: '0857 1111 2222' },
    orderId: 'INV-1',
    at: '2026-11-19T09:00:00+07:00',
    lines: [line],
  }
  const first = await api.post('/orders', order)
  expect(first).toMatchObject({ status: 201, body: { total: 110_000, status: 'unpaid' } })
  expect((await api.post('/orders', order)).body).toEqual(first.body)
  const other = await api.post('/orders', { ...order, discount: 1 })
  expect(other).toMatchObject({ status: 409, body: { error: { code: 'IDEMPOTENCY_CONFLICT' } } })

  const key = { 'idempotency-key': 'BCA-7781' }
  const paid = await api.post('/orders/INV-1/payments', { amount: 60_000 }, key)
  expect(paid).toMatchObject({ status: 201, body: { amount: 60_000, reference: 'BCA-7781' } })
  expect((await api.post('/orders/INV-1/payments', { amount: 60_000 }, key)).body).toEqual(
    paid.body,
  )
  const tooMuch = await api.post('/orders/INV-1/payments', { amount: 50_001 })
  expect(tooMuch).toMatchObject({
    status: 409,
    body: { error: { code: 'PAYMENT_EXCEEDS_BALANCE' } },
  })
  const { body } = await api.get('/orders/INV-1')
  expect(body).toMatchObject({ settled: 60_000, open: 50_000, status: 'partly-paid' })
  const of = (what: string) => api.get(`/customers/${body.customer}/${what}`)
  expect((await of('orders')).body.rows).toMatchObject([{ orderId: 'INV-1' }])
  expect((await of('payments')).body.rows).toMatchObject([{ amount: 60_000 }])
  expect((await of('events')).body.rows.map(({ type }: { type: string }) => type)).toEqual([
    'customer.added',
    'transaction.recorded',
    'payment.recorded',
  ])
})

test('the header can give the number of an order, and may not say another than the body', async () => {
  const key = { 'idempotency-key': 'INV-2' }
  const order = { customer: { name: 'Cici', phone: '08571111333' }, lines: [line], paid: true }
  expect((await api.post('/orders', order, key)).body).toMatchObject({
    orderId: 'INV-2',
    status: 'paid',
  })
  const two = await api.post('/orders', { ...order, orderId: 'INV-3' }, key)
  expect(two).toMatchObject({ status: 400, body: { error: { field: 'Idempotency-Key' } } })
  const none = await api.post('/orders', order)
  expect(none).toMatchObject({ status: 400, body: { error: { field: 'orderId' } } })
  const customer = await api.post('/customers', { name: 'Dede' }, key)
  expect(customer).toMatchObject({ status: 400, body: { error: { field: 'Idempotency-Key' } } })
})

test.each([
  [
    '/orders',
    { customer: 'x', orderId: 'A', lines: [{ ...line, quantity: 0 }] },
    'lines[0].quantity',
  ],
  [
    '/orders',
    { customer: 'x', orderId: 'A', lines: [{ ...line, price: 'free' }] },
    'lines[0].price',
  ],
  ['/orders', { customer: 'x', orderId: 'A', lines: [line], at: 'now' }, 'at'],
  ['/orders', { customer: 'x', orderId: 'A', lines: [line], coupon: 1 }, 'coupon'],
  ['/customers', { name: 1 }, 'name'],
  ['/customers', { name: 'Eka', phone: 'none' }, 'phone'],
  ['/customers', [], undefined],
  ['/labels/events', { customer: 'x', label: 'A', change: 'gone' }, 'change'],
])('what is wrong with %s %j is named', async (path, body, field) => {
  const answer = await api.post(path, body)
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'INVALID_INPUT' } } })
  expect(answer.body.error.field).toBe(field)
})

test('a predicate is checked, counted, listed and explained by its text', async () => {
  const { body: eka } = await api.post('/customers', { name: 'Eka', city: 'Malang' })
  const where = 'city="malang"'
  const checked = await api.get(`/segments/check${query({ where, locale: 'id' })}`)
  expect(checked.body).toMatchObject({ text: 'city = "malang"' })
  expect(checked.body.sentence).toMatch(/kota/i)
  expect((await api.get(`/segments/count${query({ where })}`)).body).toEqual({ count: 1 })
  const members = await api.get(`/segments/members${query({ where })}`)
  expect(members.body.rows).toMatchObject([{ id: eka.id }])
  const why = await api.get(`/segments/explain${query({ where, customer: eka.id })}`)
  expect(why.body).toMatchObject({ holds: true })

  const created = await api.post('/segments', { name: 'Kota Malang', where })
  expect(created.status).toBe(201)
  expect((await api.get('/segments/Kota%20Malang')).body).toMatchObject({
    id: created.body.id,
    text: 'city = "malang"',
    count: 1,
  })
  expect((await api.get('/segments')).body.rows).toMatchObject([{ name: 'Kota Malang' }])
  const wrong = await api.get(`/segments/count${query({ where: 'orders >= 1 and citty = "a"' })}`)
  expect(wrong).toMatchObject({
    status: 422,
    body: { error: { code: 'PREDICATE_INVALID', details: { line: 1, column: 17 } } },
  })
})

test('labels are put on, shown on the board and counted in the report', async () => {
  const { body: fitri } = await api.post('/customers', { name: 'Fitri' })
  const at = '2026-11-20T11:00:00+07:00'
  const event = { customer: fitri.id, at, label: 'Grade A', change: 'added', by: 'dina' }
  const key = { 'idempotency-key': 'label-1' }
  const put = await api.post('/labels/events', event, key)
  expect(put).toMatchObject({ status: 201, body: { eventId: 'label-1' } })
  expect((await api.post('/labels/events', event, key)).body).toEqual(put.body)
  expect((await api.get('/labels/board')).body.columns).toMatchObject([
    { name: 'Grade A', contacts: 1, latest: [{ customer: fitri.id, name: 'Fitri', by: 'dina' }] },
  ])
  expect((await api.get('/labels/report')).body.agents).toMatchObject([{ by: 'dina' }])
  expect((await api.get(`/customers/${fitri.id}/labels`)).body.log).toHaveLength(1)
  expect((await api.get('/labels')).body.rows).toMatchObject([{ name: 'Grade A' }])
})

test.each([
  ['/customers/nobody', 'CUSTOMER_NOT_FOUND'],
  ['/customers/nobody/events', 'CUSTOMER_NOT_FOUND'],
  ['/orders/none', 'TRANSACTION_NOT_FOUND'],
  ['/segments/none', 'SEGMENT_NOT_FOUND'],
  ['/nothing/here', 'NOT_FOUND'],
])('%s is not there', async (path, code) => {
  expect(await api.get(path)).toMatchObject({ status: 404, body: { error: { code } } })
})

test('an address that cannot be read is refused', async () => {
  const answer = await api.get('/customers/%zz')
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ADDRESS_INVALID' } } })
})

test.each([
  ['no JSON', '{', 'application/json', 400, 'BODY_INVALID'],
  ['another type', 'name=A', 'application/x-www-form-urlencoded', 415, 'BODY_NOT_JSON'],
  ['too much', `"${'a'.repeat(1_100_000)}"`, 'application/json', 413, 'BODY_TOO_LARGE'],
])('a body that is %s is refused', async (_, body, type, status, code) => {
  const headers = { 'content-type': type }
  const response = await fetch(`${url}/api/customers`, { method: 'POST', headers, body })
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({ error: { code } })
})

test('the log names routes, statuses and codes, and nobody', async () => {
  await api.get(`/customers/search${query({ query: '081234567890' })}`)
  await api.get('/customers/Sari-by-name')
  expect(log).toContainEqual(
    expect.objectContaining({ method: 'GET', route: '/api/customers/:id', status: 404 }),
  )
  expect(JSON.stringify(log)).not.toMatch(/Sari|8123|Budi|INV-1/)
})

test('a change takes no key, for it would be kept nowhere', async () => {
  const { body } = await api.post('/customers', { name: 'Kunci' })
  const key = { 'idempotency-key': 'edit-1' }
  const refused = await api.patch(`/customers/${body.id}`, { city: 'Bandung' }, key)
  expect(refused).toMatchObject({ status: 400, body: { error: { field: 'Idempotency-Key' } } })
  expect((await api.get(`/customers/${body.id}`)).body.city).toBeNull()
})

test('what could not be taken in is listed without what it says, and settled', async () => {
  const letter = { source: 'whatsapp', kind: 'rejected', reason: 'id: expected an id' } as const
  const { id } = await shop.deadLetters.record({ ...letter, payload: 'kanaria-rahasia' })
  const open = await api.get(`/dead-letters${query({ limit: '10' })}`)
  expect(open.body).toMatchObject({ rows: [{ id, reason: letter.reason, times: 1 }], next: null })
  expect(JSON.stringify(open.body)).not.toContain('kanaria')
  const wrong = await api.post(`/dead-letters/${id}/settle`, { outcome: 'gone' })
  expect(wrong).toMatchObject({ status: 400, body: { error: { field: 'outcome' } } })
  const settled = await api.post(`/dead-letters/${id}/settle`, { outcome: 'discarded' })
  expect(settled.body).toMatchObject({ id, outcome: 'discarded' })
  expect((await api.get('/dead-letters')).body.rows).toEqual([])
  const kept = await api.get(`/dead-letters${query({ settled: 'true' })}`)
  expect(kept.body.rows).toMatchObject([{ id }])
})
