import type { CreditNoteInput, SaleInput, SettleInput } from '../shop/input/transaction.ts'
import { basketOf, type Line } from './basket.ts'
import { type PaymentTerms, payLater, termsOf } from './payment-terms.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

const day = 86_400_000

/** An order with all that follows from it. */
export interface Order {
  /** Without its customer, who is named where it is sent. */
  readonly sale: Omit<SaleInput, 'customer'>
  readonly at: number
  readonly total: number
  /** Payments that come later, oldest first. */
  readonly payments: readonly { readonly at: number; readonly input: SettleInput }[]
  readonly creditNote:
    | { readonly at: number; readonly input: Omit<CreditNoteInput, 'customer'> }
    | undefined
  /** Whether it is sent by courier. */
  readonly delivered: boolean
}

/** The order of a customer's visit. */
export function orderOf(world: World, person: Person, visit: number, at: number): Order {
  const { streams, calendar } = world
  const random = streams.of('order', person.customer, visit)
  const orderId = `INV-${person.customer.toString(36).toUpperCase()}-${visit + 1}`
  const today = calendar.dayOf(at)
  const lines = basketOf(person, calendar.season(today), random)
  const linesTotal = sum(lines)
  const delivered = lines.some(({ category }) => category !== 'minuman') && random.chance(0.7)
  const shipping = delivered ? random.between(9, 28) * 1_000 : 0
  const discount = voucher(calendar.season(today) === 'harbolnas', linesTotal, random)
  const total = linesTotal + shipping - discount
  const terms = termsOf(person, total, streams.of('payment', person.customer, visit))
  const sale = {
    orderId,
    at: new Date(at),
    lines,
    ...(shipping === 0 ? {} : { charges: [{ kind: 'shipping' as const, amount: shipping }] }),
    ...(discount === 0 ? {} : { discount }),
    ...(terms.dueInDays === 0 ? {} : { dueDate: calendar.dateOf(today + terms.dueInDays) }),
    method: terms.method,
    paid: terms.paidAtOnce,
  }
  return {
    sale,
    at,
    total,
    payments: payLater(orderId, at, terms),
    creditNote: goodsBack(world, person, visit, sale, terms),
    delivered,
  }
}

const returned = { share: 0.025, days: [2, 12] } as const

/** Some goods come back: one line of an order that was paid, with the money for it. */
function goodsBack(
  { streams }: World,
  { customer }: Person,
  visit: number,
  { orderId, at, lines, discount: voucherUsed }: Order['sale'],
  { paidAtOnce, later }: PaymentTerms,
): Order['creditNote'] {
  const random = streams.of('goodsBack', customer, visit)
  const [line] = lines
  if (line === undefined || at === undefined) return undefined
  if (paidAtOnce === 0 || later.length > 0 || voucherUsed !== undefined) return undefined
  if (line.category === 'minuman' || !random.chance(returned.share)) return undefined
  const back = at.getTime() + random.between(...returned.days) * day
  const pieces = random.between(1, Math.min(2, line.quantity))
  const { discount = 0, ...goods } = line
  return {
    at: back,
    input: {
      kind: 'creditNote',
      orderId: orderId.replace('INV', 'RET'),
      at: new Date(back),
      lines: [
        { ...goods, quantity: -pieces, price: goods.price - Math.ceil(discount / line.quantity) },
      ],
      refunded: true,
      method: 'transfer',
      note: random.chance(0.5) ? 'Barang rusak di jalan' : 'Salah kirim',
    },
  }
}

function voucher(shoppingDay: boolean, linesTotal: number, random: Random): number {
  const given = random.chance(shoppingDay ? 0.6 : 0.07)
  return given ? Math.min(50_000, Math.floor(linesTotal / 10_000) * 1_000) : 0
}

function sum(lines: readonly Line[]): number {
  return lines.reduce(
    (total, { price, quantity, discount = 0 }) => total + price * quantity - discount,
    0,
  )
}
