import type { KitShop } from './open.ts'

/** What a populated shop's things go by. */
export interface Ids {
  /** Has orders, a group, a rule tag and an open window. */
  readonly customer: string
  /** Has a tag by hand and a category, but no orders. */
  readonly newcomer: string
  readonly group: string
  readonly tag: string
  readonly category: string
  /** Nobody has it. */
  readonly spareCategory: string
  readonly segment: string
  /** Of the customer. */
  readonly payment: string
  /** Behind the first customer of the list by name. */
  readonly cursor: string
  /** Behind the first event. */
  readonly eventCursor: string
}

export const phoneOfCustomer = '0812-3456-7890'

/** A few of everything. The same in every shop but for the ids. */
export async function populate({ shop, clock }: KitShop): Promise<Ids> {
  const { customers, transactions, interactions } = shop
  await shop.attributes.declare({ name: 'roast', type: 'choice', choices: ['light', 'dark'] })
  const group = await shop.groups.create({ name: 'Reseller' })
  const tag = await shop.tags.create({ name: 'Sultan', ltvMin: 100_000 })
  const category = await shop.categories.create({ name: 'Kafe' })
  const spare = await shop.categories.create({ name: 'Katering' })
  const where = { all: [{ field: 'ltv', is: '>=', value: 50_000 }, { tag: tag.id }] } as const
  const segment = await shop.segments.create({ name: 'Belanja', where })
  const sari = await customers.add({
    name: 'Sari Dewi',
    phone: phoneOfCustomer,
    email: 'sari@example.com',
    birthDate: '1992-02-29',
    attributes: { roast: 'dark' },
    groups: ['Reseller'],
  })
  const budi = await customers.add({ name: 'Budi', external: 'C-1', category: 'Kafe' })
  await shop.tags.assign('Sultan', budi.id)
  const at = new Date(clock.now() - 86_400_000)
  const lines = [{ product: 'KOPI-250', quantity: 3, price: 50_000 }]
  await transactions.record({ customer: sari.id, orderId: 'INV-1', at, lines, paid: true })
  await transactions.record({ customer: sari.id, orderId: 'INV-2', at, lines, paid: 20_000 })
  const returned = [{ product: 'KOPI-250', quantity: -1, price: 50_000 }]
  const back = { customer: sari.id, orderId: 'CN-1', at, lines: returned }
  await transactions.record({ kind: 'creditNote', ...back, refunded: 10_000 })
  await interactions.record({ customer: sari.id, kind: 'chat', at, reference: 'wamid.0' })
  const [payment] = await transactions.paymentsOf(sari.id)
  const { next } = await customers.list({ sort: 'name', limit: 1 })
  const { cursor } = await shop.events.read({ limit: 1 })
  return {
    customer: sari.id,
    newcomer: budi.id,
    group: group.id,
    tag: tag.id,
    category: category.id,
    spareCategory: spare.id,
    segment: segment.id,
    payment: payment?.id ?? '',
    cursor: next ?? '',
    eventCursor: cursor ?? '',
  }
}
