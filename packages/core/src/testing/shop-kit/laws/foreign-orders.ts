import fc from 'fast-check'
import { expect } from 'vitest'
import type { KitShop } from '../world/open.ts'
import { expectBooks } from './books-balance.ts'

/** An order in another currency than the book's, and the parts that it is paid in. */
export interface ForeignOrder {
  readonly book: string
  readonly currency: string
  readonly rate: string
  readonly prices: readonly number[]
  /** 0 to 1, of what the lines come to. */
  readonly discount: number
  readonly shipping: number
  /** Shares of what is open, each with its own rate or the order's. */
  readonly parts: readonly { readonly share: number; readonly rate: string | undefined }[]
  readonly isCreditNote: boolean
}

const rate = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.nat(8))
  .map(([digits, scale]) => decimal(digits, scale))

const share = fc.double({ min: 0, max: 1, noNaN: true })

export const foreignOrders: fc.Arbitrary<ForeignOrder> = fc.record({
  book: fc.constantFrom('IDR', 'USD', 'KWD'),
  currency: fc.constantFrom('JPY', 'EUR', 'BHD'),
  rate,
  prices: fc.array(fc.nat(100_000), { minLength: 1, maxLength: 5 }),
  discount: fc.oneof(fc.constant(0), share),
  shipping: fc.oneof(fc.constant(0), fc.nat(10_000)),
  parts: fc.array(fc.record({ share, rate: fc.option(rate, { nil: undefined }) }), {
    maxLength: 6,
  }),
  isCreditNote: fc.boolean(),
})

/** Records the order, pays its parts and then the rest, with the books checked on the way. */
export async function expectExactEnd(kit: KitShop, order: ForeignOrder): Promise<void> {
  const { transactions, customers, value } = kit.shop
  const { id: customer } = await customers.add({ name: 'Sari' })
  const { open: owed } = await transactions.record(inputOf(order, customer))
  const settle = order.isCreditNote ? transactions.refund : transactions.pay
  let open = owed
  for (const { share: part, rate: own } of [...order.parts, { share: 1, rate: undefined }]) {
    const amount = Math.round(open * part)
    if (amount === 0) continue
    await settle({ orderId: 'INV-1', amount, ...(own === undefined ? {} : { rate: own }) })
    open -= amount
  }
  await expectBooks(kit)
  expect(await transactions.get('INV-1')).toMatchObject({ open: 0, status: 'paid' })
  const [facts] = await kit.storage.transaction(kit.shop.id, 'read', (tx) =>
    tx.scan('facts', null, 9),
  )
  expect(facts).toMatchObject({ receivable: 0, credit: 0, balance: 0 })
  expect((await value.of(customer)).balance).toBe(0)
}

function inputOf(
  order: ForeignOrder,
  customer: string,
): Parameters<KitShop['shop']['transactions']['record']>[0] {
  const { currency, rate: given, prices, isCreditNote } = order
  const total = prices.reduce((sum, price) => sum + price, 0)
  const common = {
    customer,
    orderId: 'INV-1',
    currency,
    rate: given,
    discount: Math.floor(total * order.discount),
  }
  const quantity = isCreditNote ? -1 : 1
  const lines = prices.map((price, i) => ({ product: `P-${i}`, quantity, price }))
  if (isCreditNote) return { kind: 'creditNote', ...common, lines }
  return { ...common, lines, charges: [{ kind: 'shipping', amount: order.shipping }] }
}

function decimal(digits: number, scale: number): string {
  const text = String(digits).padStart(scale + 1, '0')
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`
}
