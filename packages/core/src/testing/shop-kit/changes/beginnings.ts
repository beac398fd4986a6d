import fc from 'fast-check'
import type { KitShop } from '../world/open.ts'

/** What a customer did before it is asked what would change. */
export type Deed = (kit: KitShop, customer: string, number: number) => Promise<unknown>

/** Makes what predicates may speak of, and the customer; answers its id. */
export async function begin({ shop }: KitShop): Promise<string> {
  await shop.attributes.declare({ name: 'roast', type: 'choice', choices: ['light', 'dark'] })
  await shop.attributes.declare({ name: 'cups', type: 'number' })
  await shop.groups.create({ name: 'Reseller' })
  await shop.tags.create({ name: 'Teman' })
  await shop.tags.create({ name: 'Sultan', ltvMin: 200_000, ltvMax: 2_000_000 })
  const { id } = await shop.customers.add({
    name: 'Sari',
    phone: '0812-3456-7890',
    email: 'sari@example.com',
    city: 'Bandung',
    birthDate: '1992-02-29',
  })
  await shop.labels.record({ customer: id, label: 'Grade A', change: 'added', by: 'dina' })
  await shop.segments.create({ name: 'Besar', where: 'ltv >= 500_000 or has tag "Teman"' })
  return id
}

const day = 86_400_000

const order =
  (price: number, quantity: number, paid: number | true | undefined, dueDate?: string): Deed =>
  ({ shop }, customer, number) =>
    shop.transactions.record({
      customer,
      orderId: `INV-${number}`,
      lines: [{ product: 'KOPI-250', category: 'kopi', quantity, price }],
      ...(paid === undefined ? {} : { paid }),
      ...(dueDate === undefined ? {} : { dueDate }),
    })

/** Something open of every kind, and marks of every kind. */
export const eventfulBeginning: readonly Deed[] = [
  order(120_000, 1, true),
  order(80_000, 1, undefined, '2026-03-12'),
  order(30_000, 3, 20_000),
  ({ shop }, customer) =>
    shop.transactions.record({
      kind: 'creditNote',
      customer,
      orderId: 'CN-0',
      lines: [{ product: 'KOPI-250', quantity: -1, price: 50_000 }],
      refunded: 10_000,
    }),
  ({ shop }, customer) => shop.tags.assign('Teman', customer),
  ({ shop }, customer) => shop.interactions.record({ customer, kind: 'chat' }),
]

const deeds: readonly Deed[] = [
  order(50_000, 2, true),
  order(120_000, 1, true),
  order(80_000, 1, undefined, '2026-03-12'),
  order(30_000, 3, 20_000),
  order(30_000, 1, undefined, '2026-03-20'),
  ({ shop }, customer, number) =>
    shop.transactions.record({
      customer,
      orderId: `USD-${number}`,
      currency: 'USD',
      rate: '3.7',
      lines: [{ product: 'DRIP', quantity: 1, price: 999 }],
      paid: 100,
    }),
  ({ shop }, customer, number) =>
    shop.transactions.record({
      kind: 'creditNote',
      customer,
      orderId: `CN-${number}`,
      lines: [{ product: 'KOPI-250', quantity: -1, price: 50_000 }],
      refunded: 10_000,
    }),
  ({ shop }, customer) => shop.interactions.record({ customer, kind: 'chat' }),
  ({ shop }, customer) => shop.interactions.record({ customer, kind: 'search', term: 'arabika' }),
  ({ shop }, customer) => shop.tags.assign('Teman', customer),
  ({ shop }, customer) => shop.groups.add('Reseller', [customer]),
  ({ shop }, customer) =>
    shop.labels.record({ customer, label: 'Grade A', change: 'removed', by: 'dina' }),
  ({ shop }, customer) =>
    shop.consents.record({ customer, purpose: 'marketing', decision: 'granted' }),
  ({ shop }, customer) =>
    shop.consents.record({ customer, purpose: 'marketing', channel: 'sms', decision: 'denied' }),
  ({ shop }, customer) => shop.customers.archive(customer),
  ({ shop }, customer) => shop.customers.blacklist(customer, { reason: 'fiktif' }),
  ({ shop }) => shop.customers.reportBounce({ email: 'sari@example.com' }),
  ({ shop }, customer) => shop.customers.edit(customer, { city: null, attributes: { cups: 3 } }),
  async ({ clock }) => clock.step(2 * day),
  async ({ clock }) => clock.step(9 * day),
  async ({ clock }) => clock.step(50 * day),
]

/** What happened, in a few days or months. */
export const beginnings: fc.Arbitrary<readonly Deed[]> = fc.array(fc.constantFrom(...deeds), {
  maxLength: 10,
  size: 'max',
})
