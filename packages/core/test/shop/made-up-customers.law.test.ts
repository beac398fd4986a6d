import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Life } from '../../src/domain/segments/algebra/index.ts'
import { isEmpty } from '../../src/domain/segments/algebra/index.ts'
import type { Predicate } from '../../src/domain/segments/predicate.ts'
import { memoryStorage } from '../../src/memory/index.ts'
import type { Shop } from '../../src/shop/shop.ts'
import { arbitraryPredicate } from '../../src/testing/arbitraries/predicate.ts'
import { arbitraryPools } from '../../src/testing/arbitraries/scene-pools.ts'
import { environment } from '../../src/testing/shop-kit/world/environment.ts'
import { shopIn } from '../../src/testing/shop-kit/world/open.ts'
import { live } from './live.ts'

const cases = environment().cases ?? (environment().isLong ? 50_000 : 300)
const start = Date.UTC(2000, 0)

interface World {
  readonly shop: Shop
  setClock(now: number): void
}

/** Two shops of this kind are alike, the ids of their things too. */
async function newWorld(timeZone: string): Promise<World> {
  let now = start
  const clock = {
    now: () => now,
    step: (milliseconds: number) => {
      now += milliseconds
    },
  }
  const { shop } = await shopIn(memoryStorage(), { clock, timeZone })
  for (const name of ['Reseller', 'Langganan']) await shop.groups.create({ name })
  for (const name of ['VIP', 'Grosir']) await shop.tags.create({ name })
  for (const name of ['Ritel', 'Kafe']) await shop.categories.create({ name })
  await shop.attributes.declare({ name: 'skinType', type: 'text' })
  await shop.attributes.declare({ name: 'weight', type: 'number' })
  await shop.attributes.declare({ name: 'member', type: 'boolean' })
  await shop.attributes.declare({ name: 'since', type: 'date' })
  await shop.attributes.declare({ name: 'roast', type: 'choice', choices: ['light', 'Dark'] })
  await labelled(shop)
  return {
    shop,
    setClock: (at) => {
      now = at
    },
  }
}

/** Labels begin with somebody who has them. */
async function labelled(shop: Shop): Promise<void> {
  const { id: customer } = await shop.customers.add({ name: 'Pertama' })
  for (const label of ['Grade A', 'Grade B'])
    await shop.labels.record({ customer, label, change: 'added' })
}

test('a made-up customer, whose life is lived in a shop, is counted as a member there', async () => {
  const seed = environment().seed ?? fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0
  const lived: Record<string, number> = {}
  const { shop: first } = await newWorld('UTC')
  const catalogue = await first.segments.catalogue()
  const question = arbitraryPools.chain((pools) =>
    arbitraryPredicate({ ...catalogue, timeZone: pools.timeZone }, pools).map((predicate) => ({
      predicate,
      now: pools.now,
      timeZone: pools.timeZone,
    })),
  )
  const property = fc.asyncProperty(question, async ({ predicate, now, timeZone }) => {
    const found = isEmpty(predicate, { ...catalogue, timeZone, now })
    if (found.answer !== 'no' || asksForSample(predicate)) return
    const { life, at } = found.witness
    const { shop, setClock } = await newWorld(timeZone)
    const customer = await live(life, at, { shop, setClock })
    const { rows } = await shop.segments.members(predicate)
    expect(rows.map(({ id }) => id)).toContain(customer)
    for (const kind of kindsOf(life)) lived[kind] = (lived[kind] ?? 0) + 1
  })
  await fc.assert(property, { numRuns: cases, seed })
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(`lives lived: ${JSON.stringify(lived)}, seed ${seed}`)
  expect(Object.keys(lived).length).toBeGreaterThan(8)
}, 3_600_000)

/** Whose sample a customer is in is chance, which a test does not steer. */
function asksForSample(predicate: Predicate): boolean {
  return JSON.stringify(predicate).includes('"sample"')
}

function kindsOf(life: Life): readonly string[] {
  const lists = {
    identities: life.identities,
    groups: life.groups,
    tags: life.tags,
    sales: life.sales,
    payments: life.sales.flatMap(({ payments }) => payments),
    creditNotes: life.creditNotes,
    interactions: life.interactions,
    labels: life.labels,
    consents: life.consents,
    scores: Object.keys(life.scores),
    attributes: [...life.attributes],
  }
  return [
    'all',
    ...Object.entries(lists).flatMap(([kind, list]) => (list.length > 0 ? [kind] : [])),
  ]
}
