import { describe, expect, test } from 'vitest'
import { expectSameRows } from '../laws/same-rows.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'
import { dumpRows, rowsOf } from '../world/rows.ts'

const hour = 3_600_000
const coffee = { product: 'KOPI-250', quantity: 2, price: '55000', currency: 'IDR' } as const
const cup = { product: 'GELAS', quantity: 1, price: '20000', currency: 'IDR' } as const

export function orderDraftStories(open: OpenStorage): void {
  describe('stories: orders placed in a chat', () => {
    test('count as nothing until a person confirms them', async () => {
      const { shop, customer, place, at } = await sari(open)
      const value = await shop.value.of(customer)
      const draft = await place()
      expect(draft).toMatchObject({
        customer,
        state: 'open',
        at,
        channel: 'whatsapp',
        reference: 'wamid.O',
        note: 'Cepat ya',
        lines: [
          { product: 'KOPI-250', quantity: 2, price: 55_000 },
          { product: 'GELAS', quantity: 1, price: 20_000 },
        ],
        currency: 'IDR',
        total: 130_000,
        doubts: [],
        transaction: null,
      })
      expect(await shop.value.of(customer)).toEqual(value)
      expect(await shop.transactions.of(customer)).toEqual([])
      expect(await shop.segments.count('orders >= 1 or balance > 0')).toBe(0)
      expect(await shop.drafts.open()).toEqual({ rows: [draft], next: null })

      const charges = [{ kind: 'shipping', amount: 9_000 }] as const
      const sale = await shop.drafts.confirm(draft.id, { orderId: 'INV-1', charges })
      expect(sale).toMatchObject({
        orderId: 'INV-1',
        customer,
        at,
        total: 139_000,
        note: 'Cepat ya',
      })
      expect(await shop.value.of(customer)).toMatchObject({ orders: 1, balance: 139_000 })
      expect(await shop.segments.count('orders >= 1 and balance > 0')).toBe(1)
      expect(await shop.drafts.open()).toEqual({ rows: [], next: null })
      expect(await shop.drafts.get(draft.id)).toMatchObject({
        state: 'confirmed',
        transaction: sale.id,
      })
      expect(await shop.drafts.of(customer)).toHaveLength(1)
      const timeline = (await shop.events.of(customer)).map(({ type }) => type)
      expect(timeline.slice(-3)).toEqual([
        'order.drafted',
        'transaction.recorded',
        'order.confirmed',
      ])
      expect(await shop.rebuild()).toBe(0)
      expect(await shop.verify()).toMatchObject({ findings: [] })
    })

    test('are confirmed once, and answered alike', async () => {
      const { shop, storage, place } = await sari(open)
      const { id } = await place()
      const first = await shop.drafts.confirm(id, { orderId: 'INV-1', paid: true })
      const before = await dumpRows(storage, shop.id)
      expect(await shop.drafts.confirm(id, { orderId: 'INV-1', paid: true })).toEqual(first)
      for (const [code, input] of [
        ['IDEMPOTENCY_CONFLICT', { orderId: 'INV-1' }],
        ['ORDER_DRAFT_DECIDED', { orderId: 'INV-2', paid: true }],
      ] as const) {
        await expect(shop.drafts.confirm(id, input)).rejects.toMatchObject({ code })
      }
      await expect(shop.drafts.cancel(id)).rejects.toMatchObject({
        code: 'ORDER_DRAFT_DECIDED',
        details: { transaction: first.id },
      })
      expectSameRows(await dumpRows(storage, shop.id), before)
    })

    test('of two people at once one confirms, and the other is answered alike or hears of it', async () => {
      const { shop, storage, customer, place } = await sari(open)
      const { id } = await place()
      const sames = ['INV-1', 'INV-1'].map((orderId) => shop.drafts.confirm(id, { orderId }))
      const [one, other] = await Promise.all(sames)
      expect(one).toEqual(other)
      const next = await place({ reference: 'wamid.P' })
      const decided = await Promise.allSettled([
        shop.drafts.confirm(next.id, { orderId: 'INV-2' }),
        shop.drafts.confirm(next.id, { orderId: 'INV-3' }),
        shop.drafts.cancel(next.id),
      ])
      expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const sales = await shop.transactions.of(customer)
      const confirmed = (await rowsOf(storage, shop.id, 'orderDrafts')).filter(
        ({ state }) => state === 'confirmed',
      )
      expect(confirmed.map(({ transactionId }) => transactionId).sort()).toEqual(
        sales.map((sale) => sale.id).sort(),
      )
    })

    test('are cancelled, once, and then become nothing', async () => {
      const { shop, customer, place } = await sari(open)
      const { id } = await place()
      const cancelled = await shop.drafts.cancel(id)
      expect(cancelled).toMatchObject({ state: 'cancelled', transaction: null })
      expect(await shop.drafts.cancel(id)).toEqual(cancelled)
      expect(await shop.drafts.open()).toEqual({ rows: [], next: null })
      await expect(shop.drafts.confirm(id, { orderId: 'INV-1' })).rejects.toMatchObject({
        code: 'ORDER_DRAFT_DECIDED',
      })
      expect(await shop.transactions.of(customer)).toEqual([])
      const timeline = (await shop.events.of(customer)).map(({ type }) => type)
      expect(timeline.filter((type) => type === 'order.cancelled')).toHaveLength(1)
    })

    test.each<[what: string, lines: readonly object[], doubts: readonly string[]]>([
      ['no price', [coffee, { ...cup, price: null }], ['noPrice']],
      ['a price of nothing', [{ ...coffee, price: '0' }], ['noPrice']],
      ['a price in parts of a rupiah', [{ ...coffee, price: '55000.5' }], ['noPrice']],
      ['a price that is none', [{ ...coffee, price: 'seikhlasnya' }], ['noPrice']],
      ['a price with a point for thousands', [{ ...coffee, price: '55.000' }], ['noPrice']],
      ['a total past all amounts', [{ ...coffee, price: '9007199254740991' }], ['tooMuch']],
      ['no pieces', [{ ...coffee, quantity: 0 }], ['noQuantity']],
      ['no currency', [{ ...coffee, currency: null }], ['noCurrency']],
      ['a currency that is none', [{ ...coffee, currency: 'RP' }], ['noCurrency']],
      ['two currencies', [coffee, { ...cup, currency: 'USD' }], ['severalCurrencies']],
    ])(
      'with %s are kept, and confirmed once a person has said what is meant',
      async (_, lines, doubts) => {
        const { shop, storage, customer } = await sari(open)
        const draft = await shop.drafts.record({ customer, lines: lines as [typeof coffee] })
        expect(draft.doubts).toEqual(doubts)
        const before = await dumpRows(storage, shop.id)
        const asPlaced = shop.drafts.confirm(draft.id, { orderId: 'INV-1' })
        await expect(asPlaced).rejects.toMatchObject({
          code: 'INVALID_INPUT',
          field: 'lines',
          details: { doubts },
        })
        expectSameRows(await dumpRows(storage, shop.id), before)
        const said = {
          orderId: 'INV-1',
          lines: [{ product: 'KOPI-250', quantity: 1, price: 50_000 }],
        }
        if (draft.currency === null)
          await expect(shop.drafts.confirm(draft.id, said)).rejects.toMatchObject({
            code: 'INVALID_INPUT',
            field: 'currency',
          })
        const sale = await shop.drafts.confirm(draft.id, { ...said, currency: 'IDR' })
        expect(sale).toMatchObject({ total: 50_000, currency: 'IDR' })
      },
    )

    test.each([
      ['IDR', '55000.000', 55_000],
      ['IDR', '0.500', null],
      ['IDR', '1.500', null],
      ['USD', '1.500', null],
      ['USD', '0.500', 50],
      ['USD', '1.50', 150],
      ['KWD', '1.500', 1_500],
    ])('a price of %s %s is %j of the smallest units', async (currency, price, units) => {
      const { shop, customer } = await sari(open)
      const lines = [{ product: 'KOPI-250', quantity: 1, price, currency }]
      const draft = await shop.drafts.record({ customer, lines })
      expect(draft.lines).toMatchObject([{ price: units, given: { price } }])
      expect(draft.doubts.includes('noPrice')).toBe(units === null)
    })

    test('in another currency need its rate', async () => {
      const { shop, customer } = await sari(open)
      const lines = [{ product: 'KOPI-250', quantity: 2, price: '12.50', currency: 'usd' }]
      const draft = await shop.drafts.record({ customer, lines })
      expect(draft).toMatchObject({ currency: 'USD', total: 2_500, doubts: ['otherCurrency'] })
      await expect(shop.drafts.confirm(draft.id, { orderId: 'INV-1' })).rejects.toMatchObject({
        field: 'rate',
      })
      const sale = await shop.drafts.confirm(draft.id, { orderId: 'INV-1', rate: '16000' })
      expect(sale).toMatchObject({ currency: 'USD', total: 2_500 })
      expect(await shop.value.of(customer)).toMatchObject({ balance: 400_000 })
    })

    test('that are open come in pages, by when they were placed', async () => {
      const { shop, clock, customer } = await sari(open)
      const ids: string[] = []
      for (const hoursAgo of [1, 3, 2, 2]) {
        const at = new Date(clock.now() - hoursAgo * hour)
        ids.push((await shop.drafts.record({ customer, at, lines: [coffee] })).id)
      }
      const [last, first, ...middle] = ids
      const inOrder = [first, ...middle.sort(), last]
      const page = await shop.drafts.open({ limit: 3 })
      expect(page.rows.map(({ id }) => id)).toEqual(inOrder.slice(0, 3))
      const rest = await shop.drafts.open({ after: page.next ?? '' })
      expect([rest.rows.map(({ id }) => id), rest.next]).toEqual([inOrder.slice(3), null])
      const foreign = encodeURIComponent(JSON.stringify(['open order drafts', 'then', first]))
      await expect(shop.drafts.open({ after: foreign })).rejects.toMatchObject({
        code: 'CURSOR_INVALID',
      })
    })

    test('go with their customer, who cannot go once they are confirmed', async () => {
      const { shop, storage, customer, place } = await sari(open)
      await place()
      await shop.customers.delete(customer)
      expect(await rowsOf(storage, shop.id, 'orderDrafts')).toEqual([])
      expect(await rowsOf(storage, shop.id, 'draftLines')).toEqual([])
      const { id: budi } = await shop.customers.add({ name: 'Budi' })
      const draft = await shop.drafts.record({ customer: budi, lines: [coffee] })
      await shop.drafts.confirm(draft.id, { orderId: 'INV-1' })
      await expect(shop.customers.delete(budi)).rejects.toMatchObject({
        code: 'CUSTOMER_HAS_TRANSACTIONS',
      })
    })
  })
}

async function sari(open: OpenStorage) {
  const kit: KitShop = await newShop(open)
  const { shop, clock } = kit
  const { id: customer } = await shop.customers.add({ name: 'Sari', phone: '0812-3456-7890' })
  const at = new Date(clock.now() - hour)
  const order = { customer, at, reference: 'wamid.O', note: 'Cepat ya', lines: [coffee, cup] }
  return {
    ...kit,
    customer,
    at,
    place: (more: object = {}) => shop.drafts.record({ ...order, ...more }),
  }
}
