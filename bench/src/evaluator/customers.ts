import type { CustomerView } from '@langganan/core/segments'
import { chanceFrom } from './chance.ts'

/** The instant that predicates are asked at. */
export const now: number = Date.UTC(2026, 10, 21, 3)

const day = 86_400_000
const cities = [
  'Bandung',
  'Jakarta',
  'Surabaya',
  'Medan',
  'Semarang',
  'Makassar',
  'Denpasar',
  'Malang',
]
const sources = ['instagram', 'google', 'walk-in', 'tiktok', 'friend', 'marketplace']

/** Customers of a shop, the same each time: three in four have bought, a fifth have no city. */
export function madeUpCustomers(count: number): CustomerView[] {
  const chance = chanceFrom(7)
  return Array.from({ length: count }, (_, i) => madeUpCustomer(i, chance))
}

function madeUpCustomer(i: number, chance: () => number): CustomerView {
  const id = `customer-${String(i).padStart(9, '0')}`
  const orders = chance() < 0.25 ? 0 : 1 + Math.floor(-Math.log(1 - chance()) * 4)
  const ordersTotal = orders * 1_000 * Math.floor(20 + chance() * 300)
  const lastPurchaseAt = orders === 0 ? null : now - Math.floor(chance() ** 2 * 720 * day)
  const city = chance() < 0.2 ? null : one(cities, chance)
  const source = chance() < 0.3 ? null : one(sources, chance)
  const addedAt = now - Math.floor((720 + chance() * 400) * day)
  return {
    customer: {
      id,
      name: `Customer ${i}`,
      nameToldAt: null,
      sourceToldAt: null,
      nameFold: `customer ${i}`,
      businessName: null,
      businessNameFold: null,
      address: null,
      addressFold: null,
      city,
      cityFold: city?.toLowerCase() ?? null,
      region: null,
      regionFold: null,
      country: 'Indonesia',
      countryFold: 'indonesia',
      birthDate: null,
      gender: null,
      education: null,
      educationFold: null,
      occupation: null,
      occupationFold: null,
      notes: null,
      notesFold: null,
      preferredChannel: 'whatsapp',
      categoryId: null,
      acquisition: 'import',
      source,
      sourceFold: source,
      campaign: null,
      campaignFold: null,
      adClickId: null,
      addedAt,
      statedFirstContactAt: null,
      archivedAt: null,
      blacklistedAt: null,
      blacklistedUntil: null,
      blacklistReason: null,
      blacklistedBy: null,
      sampleKey: Math.floor(chance() * (2 ** 31 - 1)),
    },
    facts: {
      customerId: id,
      birthdayKey: null,
      firstPurchaseKey: null,
      firstContactAt: addedAt,
      lastInteractionAt: null,
      lastActivityAt: lastPurchaseAt,
      interactions: 0,
      windowClosesAt: null,
      orders,
      paidOrders: orders,
      pieces: orders * 2,
      ordersTotal,
      firstPurchaseAt: orders === 0 ? null : addedAt,
      lastPurchaseAt,
      paid: ordersTotal,
      refunded: 0,
      ltv: ordersTotal,
      receivable: 0,
      credit: 0,
      balance: 0,
      overdueSince: null,
      ownGap: null,
      steady: 0,
      slippingAt: null,
      lapsedAt: null,
    },
  }
}

function one(words: readonly string[], chance: () => number): string {
  return words[Math.floor(chance() * words.length)] ?? ''
}
