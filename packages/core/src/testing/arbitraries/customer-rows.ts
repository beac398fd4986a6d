import fc from 'fast-check'
import type { CustomerRow } from '../../domain/customers/rows.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import { fold } from '../../domain/text/fold.ts'
import { localDate, startOfLocalDay } from '../../domain/time/zone.ts'
import { birthdayKey, dayKey } from '../../domain/value/facts.ts'
import type { FactsRow } from '../../domain/value/rows.ts'
import { oneOf, orNull } from './draw.ts'
import { amounts, channels, counts } from './pools.ts'
import type { ScenePools } from './scene-pools.ts'

/** A customer's own row and facts, under an id that the population gives. */
export interface CustomerAndFacts {
  readonly customer: CustomerRow
  readonly facts: FactsRow
}

/** Facts are any that columns can hold: engines read them and do not ask whether they agree. */
export function arbitraryCustomer(
  pools: ScenePools,
  catalogue: Catalogue,
): fc.Arbitrary<CustomerAndFacts> {
  return fc
    .record({ customer: profiles(pools, catalogue), facts: figures(pools) })
    .map(({ customer, facts }) => ({
      customer,
      facts: {
        ...facts,
        birthdayKey: birthdayKey(customer.birthDate),
        firstPurchaseKey: keyAt(facts.firstPurchaseAt, pools.timeZone),
      },
    }))
}

function keyAt(at: number | null, timeZone: string): number | null {
  return at === null ? null : dayKey(localDate(at, timeZone))
}

const foldedFields = [
  'name',
  'businessName',
  'address',
  'city',
  'region',
  'country',
  'education',
  'occupation',
  'notes',
  'source',
  'campaign',
] as const

type Folds = {
  readonly [F in (typeof foldedFields)[number] as `${F}Fold`]: CustomerRow[`${F}Fold`]
}

function profiles(
  { instants, birthDates, texts }: ScenePools,
  { categories }: Catalogue,
): fc.Arbitrary<CustomerRow> {
  const text = orNull(texts)
  const instant = oneOf(instants)
  const maybe = orNull(instants)
  const written: fc.Arbitrary<Omit<CustomerRow, keyof Folds>> = fc.record({
    id: fc.constant(''),
    name: oneOf(texts),
    nameToldAt: fc.constant(null),
    sourceToldAt: fc.constant(null),
    businessName: text,
    address: text,
    city: text,
    region: text,
    country: text,
    birthDate: orNull(birthDates),
    gender: fc.constantFrom('female', 'male', 'other', null),
    education: text,
    occupation: text,
    notes: text,
    preferredChannel: orNull(channels),
    categoryId: orNull(categories.map(({ id }) => id)),
    acquisition: fc.constantFrom('inbound', 'import', 'manual', 'form', 'checkout'),
    source: text,
    campaign: text,
    adClickId: text,
    addedAt: instant,
    statedFirstContactAt: maybe,
    archivedAt: maybe,
    blacklistedAt: maybe,
    blacklistedUntil: maybe,
    blacklistReason: text,
    blacklistedBy: text,
    sampleKey: fc.integer({ min: 0, max: 2 ** 31 - 2 }),
  })
  return written.map((row) => ({
    ...row,
    nameFold: fold(row.name),
    businessNameFold: foldOf(row.businessName),
    addressFold: foldOf(row.address),
    cityFold: foldOf(row.city),
    regionFold: foldOf(row.region),
    countryFold: foldOf(row.country),
    educationFold: foldOf(row.education),
    occupationFold: foldOf(row.occupation),
    notesFold: foldOf(row.notes),
    sourceFold: foldOf(row.source),
    campaignFold: foldOf(row.campaign),
  }))
}

function foldOf(text: string | null): string | null {
  return text === null ? null : fold(text)
}

function figures({ instants, birthDates, timeZone }: ScenePools): fc.Arbitrary<FactsRow> {
  const maybe = orNull(instants)
  // Leap days, and days that come back about now.
  const yearsAgo = oneOf(birthDates).map((date) => startOfLocalDay(date, timeZone))
  const count = oneOf(counts)
  const amount = oneOf(amounts)
  return fc.record({
    customerId: fc.constant(''),
    birthdayKey: fc.constant(null),
    firstContactAt: oneOf(instants),
    lastInteractionAt: maybe,
    lastActivityAt: maybe,
    interactions: count,
    windowClosesAt: maybe,
    orders: count,
    paidOrders: count,
    pieces: count,
    ordersTotal: amount,
    firstPurchaseAt: fc.oneof(maybe, yearsAgo),
    firstPurchaseKey: fc.constant(null),
    lastPurchaseAt: maybe,
    paid: amount,
    refunded: amount,
    ltv: amount,
    receivable: amount,
    credit: amount,
    balance: amount,
    overdueSince: maybe,
    ownGap: fc.constant(null),
    steady: fc.constantFrom(0, 1),
    slippingAt: maybe,
    lapsedAt: maybe,
  })
}
