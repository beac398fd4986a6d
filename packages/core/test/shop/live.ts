import type { Horizon } from '../../src/domain/scores/rows.ts'
import type { Life, LifeSale } from '../../src/domain/segments/algebra/index.ts'
import { attributeFieldName } from '../../src/domain/segments/fields/attribute-field.ts'
import type { Shop } from '../../src/shop/shop.ts'

interface World {
  readonly shop: Shop
  setClock(now: number): void
}

/** Lets a made-up life happen in a shop; the customer's id. */
export async function live(life: Life, at: number, { shop, setClock }: World): Promise<string> {
  const { categoryId, birthDate, nameToldAt, sourceToldAt, ...profile } = life.profile
  setClock(life.addedAt)
  const { id: customer } = await shop.customers.add({
    ...profile,
    category: categoryId,
    acquisition: life.acquisition,
    firstContactAt: life.firstContactAt === null ? null : new Date(life.firstContactAt),
    groups: life.groups,
    ...identitiesOf(life),
    ...(await attributesOf(life, shop)),
  })
  setClock(at)
  // Told later: somebody may have been added when nobody asked for it.
  await shop.customers.edit(customer, { birthDate })
  for (const tag of life.tags) await shop.tags.assign(tag, customer)
  for (const [i, sale] of life.sales.entries()) await sell(shop, customer, `S-${i}`, sale)
  for (const [i, note] of life.creditNotes.entries()) {
    const lines = [{ product: 'retur', quantity: -1, price: note.total }]
    const { at: notedAt, refunded } = note
    const common = {
      kind: 'creditNote',
      customer,
      orderId: `N-${i}`,
      at: new Date(notedAt),
    } as const
    await shop.transactions.record({ ...common, lines, refunded })
  }
  for (const each of life.interactions)
    await shop.interactions.record({ ...each, customer, at: new Date(each.at) })
  for (const each of life.labels)
    await shop.labels.record({ ...each, customer, at: new Date(each.at) })
  for (const each of life.consents)
    await shop.consents.record({ ...each, customer, at: new Date(each.at) })
  await score(shop, customer, life)
  const email = life.identities.find(({ kind }) => kind === 'email')?.value
  if (life.bouncedAt !== null && email !== undefined)
    await shop.customers.reportBounce({ email, at: new Date(life.bouncedAt) })
  if (life.archivedAt !== null) await shop.customers.archive(customer)
  if (life.blacklistedAt !== null) await shop.customers.blacklist(customer, { reason: 'uji' })
  return customer
}

function identitiesOf({ identities }: Life): Partial<Record<string, readonly string[]>> {
  const kinds = [...new Set(identities.map(({ kind }) => kind))]
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      identities.filter((each) => each.kind === kind).map(({ value }) => value),
    ]),
  )
}

async function attributesOf({ attributes }: Life, shop: Shop): Promise<object> {
  const declared = await shop.attributes.list()
  const custom = declared.flatMap(({ name }) => {
    const [value] = attributes.get(attributeFieldName(name)) ?? []
    return value === undefined ? [] : [[name, value] as const]
  })
  return {
    interests: attributes.get('interests')?.map(String),
    favouriteProducts: attributes.get('favouriteProducts')?.map(String),
    attributes: Object.fromEntries(custom),
  }
}

async function sell(shop: Shop, customer: string, orderId: string, sale: LifeSale): Promise<void> {
  const { at, dueDate, lines, payments } = sale
  await shop.transactions.record({
    customer,
    orderId,
    at: new Date(at),
    dueDate,
    lines: lines.map((line) => ({ ...line, price: line.total })),
  })
  for (const payment of payments)
    await shop.transactions.pay({ ...payment, orderId, at: new Date(payment.at) })
}

async function score(shop: Shop, customer: string, { scores }: Life): Promise<void> {
  const { rfm, model } = scores
  if (rfm !== undefined) {
    const { rfmRecency, rfmFrequency, rfmMonetary, rfmGroup, rfmAsOf } = rfm
    if (rfmRecency === null || rfmFrequency === null || rfmMonetary === null) throw new Error('rfm')
    if (rfmGroup === null) throw new Error('rfm')
    const one = {
      customer,
      recency: rfmRecency,
      frequency: rfmFrequency,
      monetary: rfmMonetary,
      group: rfmGroup,
    }
    await shop.scores.record({ asOf: new Date(rfmAsOf ?? 0), rfm: [one] })
  }
  if (model !== undefined) {
    const expected = (days: Horizon): number => (model[`expectedPurchases${days}`] ?? 0) / 1_000
    const expectedPurchases = {
      30: expected(30),
      90: expected(90),
      180: expected(180),
      365: expected(365),
    }
    const probabilityAlive = (model.probabilityAlive ?? 0) / 1_000_000
    await shop.scores.record({
      asOf: new Date(model.modelAsOf ?? 0),
      model: [{ customer, probabilityAlive, expectedPurchases }],
    })
  }
}
