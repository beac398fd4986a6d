import type { ScoresInput } from '../../../shop/input/scores.ts'
import { kitChannel } from './channel.ts'
import type { KitShop } from './open.ts'

/** What a populated shop's things go by. */
export interface Ids {
  /** Has orders, a group, a rule tag and an open window. */
  readonly customer: string
  /** Has a tag by hand and a category, but no orders. */
  readonly newcomer: string
  readonly group: string
  readonly tag: string
  /** Nothing refers to it. */
  readonly spareTag: string
  readonly label: string
  readonly category: string
  /** Nobody has it. */
  readonly spareCategory: string
  readonly segment: string
  /** Kept up, with a member. */
  readonly trackedSegment: string
  readonly view: string
  /** Of the customer. */
  readonly transaction: string
  /** Of the customer. */
  readonly payment: string
  /** Behind the first customer of the list by name. */
  readonly cursor: string
  /** Behind the first event. */
  readonly eventCursor: string
  /** Of the customer; open, and nothing about it in doubt. */
  readonly draft: string
  /** Behind the first of two. */
  readonly draftCursor: string
  /** Open; it was delivered once. */
  readonly letter: string
  /** Behind the first of two. */
  readonly letterCursor: string
  /** To the customer; nobody knows whether it left. */
  readonly lostSend: string
  /** Behind the first of two such sends. */
  readonly sendCursor: string
}

export const phoneOfCustomer = '0812-3456-7890'

/** Scores of one customer. */
export function scoresOf(customer: string): Omit<ScoresInput, 'asOf'> {
  const expectedPurchases = { 30: 0.5, 90: 1.25, 180: 2, 365: 3.125 }
  return {
    rfm: [{ customer, recency: 5, frequency: 4, monetary: 3, group: 'loyal' }],
    model: [{ customer, probabilityAlive: 0.875, expectedPurchases }],
  }
}

/** A few of everything. The same in every shop but for the ids. */
export async function populate({ shop, clock }: KitShop): Promise<Ids> {
  const { customers, transactions, interactions } = shop
  await shop.attributes.declare({ name: 'roast', type: 'choice', choices: ['light', 'dark'] })
  const group = await shop.groups.create({ name: 'Reseller' })
  const tag = await shop.tags.create({ name: 'Sultan', ltvMin: 100_000 })
  const spareTag = await shop.tags.create({ name: 'Teman' })
  const category = await shop.categories.create({ name: 'Kafe' })
  const spare = await shop.categories.create({ name: 'Katering' })
  const where = { all: [{ field: 'ltv', is: '>=', value: 50_000 }, { tag: tag.id }] } as const
  const segment = await shop.segments.create({ name: 'Belanja', where })
  const active = { field: 'lastActivity', is: 'in', value: { last: { days: 30 } } } as const
  const all = [where, active]
  const tracked = await shop.segments.create({ name: 'Aktif', where: { all }, tracked: true })
  const view = await shop.views.create({
    name: 'Teratas',
    where: { tag: tag.id },
    columns: ['name', 'ltv'],
    sort: 'totalSpent',
  })
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
  const sale = { customer: sari.id, orderId: 'INV-1', at, lines, paid: true } as const
  const { id: transaction } = await transactions.record(sale)
  await transactions.record({ customer: sari.id, orderId: 'INV-2', at, lines, paid: 20_000 })
  const returned = [{ product: 'KOPI-250', quantity: -1, price: 50_000 }]
  const back = { customer: sari.id, orderId: 'CN-1', at, lines: returned }
  await transactions.record({ kind: 'creditNote', ...back, refunded: 10_000 })
  await interactions.record({ customer: sari.id, kind: 'chat', at, reference: 'wamid.0' })
  const [payment] = await transactions.paymentsOf(sari.id)
  const labelled = { label: 'Grade A', source: 'whatsapp', change: 'added', by: 'dina' } as const
  const { label } = await shop.labels.record({
    customer: sari.id,
    ...labelled,
    at,
    eventId: 'ev-0',
  })
  const granted = { purpose: 'marketing', decision: 'granted', proof: 'formulir' } as const
  await shop.consents.record({ customer: sari.id, ...granted, at, eventId: 'form-0' })
  await shop.scores.record({ asOf: at, ...scoresOf(sari.id) })
  const message = { form: 'template', purpose: 'marketing' } as const
  const lost = { customer: sari.id, channel: kitChannel('loses'), message }
  const { id: lostSend } = await shop.messages.send({ ...lost, reference: 'lost-1' })
  await shop.messages.send(lost)
  await shop.messages.recordStatus({ message: 'wamid.7', status: 'sent' })
  const unresolved = await shop.messages.unresolved({ limit: 1 })
  const placed = { product: 'KOPI-250', quantity: 2, price: '50000', currency: 'IDR' }
  const order = { customer: sari.id, at, lines: [placed] }
  const { id: draft } = await shop.drafts.record({ ...order, reference: 'wamid.O0' })
  await shop.drafts.record({ ...order, note: 'Cepat ya' })
  const drafts = await shop.drafts.open({ limit: 1 })
  const dead = { source: 'whatsapp', kind: 'rejected', reason: 'expected a list' } as const
  const { id: letter } = await shop.deadLetters.record({ ...dead, payload: '{"messages":1}' })
  await shop.deadLetters.record({ ...dead, payload: '{"statuses":1}' })
  const letters = await shop.deadLetters.list({ limit: 1 })
  const { next } = await customers.list({ sort: 'name', limit: 1 })
  const { cursor } = await shop.events.read({ limit: 1 })
  return {
    customer: sari.id,
    newcomer: budi.id,
    group: group.id,
    tag: tag.id,
    spareTag: spareTag.id,
    label,
    category: category.id,
    spareCategory: spare.id,
    segment: segment.id,
    trackedSegment: tracked.id,
    view: view.id,
    transaction,
    payment: payment?.id ?? '',
    cursor: next ?? '',
    eventCursor: cursor ?? '',
    draft,
    draftCursor: drafts.next ?? '',
    letter,
    letterCursor: letters.next ?? '',
    lostSend: lostSend ?? '',
    sendCursor: unresolved.next ?? '',
  }
}
