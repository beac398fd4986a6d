import fc from 'fast-check'
import type { AttributeRow, IdentityRow } from '../../domain/customers/rows.ts'
import type { InteractionRow, WindowRow } from '../../domain/interactions/rows.ts'
import type { Catalogue } from '../../domain/segments/catalogue.ts'
import type { OpenSale } from '../../domain/segments/customer-view.ts'
import { fold } from '../../domain/text/fold.ts'
import type { LineRow, PaymentRow } from '../../domain/transactions/rows.ts'
import { oneOf, orNull, someOf } from './draw.ts'
import {
  businessNumbers,
  channels,
  colours,
  devices,
  doubles,
  emails,
  hours,
  lineAmounts,
  methods,
  phones,
  productCategories,
  products,
  sizes,
} from './pools.ts'
import type { ScenePools } from './scene-pools.ts'

/** What a customer has in lists; keys and owners are given by the population. */
export interface ListRows {
  readonly identities: readonly Identity[]
  readonly attributes: readonly Pick<AttributeRow, 'field' | 'text' | 'number'>[]
  readonly windows: readonly Pick<WindowRow, 'businessNumber' | 'closesAt'>[]
  readonly groups: readonly string[]
  readonly tags: readonly string[]
  readonly lines: readonly Line[]
  readonly payments: readonly Payment[]
  readonly interactions: readonly Interaction[]
  readonly invoices: readonly OpenSale[]
}

type Identity = Pick<IdentityRow, 'kind' | 'value' | 'given' | 'bouncedAt'>
type Line = Omit<
  LineRow,
  'position' | 'customerId' | 'originId' | `${'product' | 'category' | 'colour' | 'size'}Fold`
>
type Payment = Pick<PaymentRow, 'kind' | 'at' | 'bookAmount' | 'method'>
type Interaction = Pick<
  InteractionRow,
  'kind' | 'channel' | 'direction' | 'at' | 'weekday' | 'hour' | 'device' | 'product' | 'term'
>

export function arbitraryLists(pools: ScenePools, catalogue: Catalogue): fc.Arbitrary<ListRows> {
  return fc.record({
    identities: fc.array(identity(pools), { maxLength: 3 }),
    invoices: fc.array(invoice(pools), { maxLength: 3 }),
    attributes: fc.array(attribute(pools), { maxLength: 5 }),
    windows: fc.array(
      fc.record({ businessNumber: oneOf(businessNumbers), closesAt: oneOf(pools.instants) }),
      { maxLength: 2 },
    ),
    groups: someOf(
      catalogue.groups.slice(0, 2).map(({ id }) => id),
      2,
    ),
    tags: someOf(
      catalogue.tags.map(({ id }) => id),
      2,
    ),
    lines: fc.array(line(pools), { maxLength: 6 }),
    payments: fc.array(payment(pools), { maxLength: 3 }),
    interactions: fc.array(interaction(pools), { maxLength: 4 }),
  })
}

/** Kinds whose values are texts as a shop or a platform gives them. */
function identity({ texts, instants }: ScenePools): fc.Arbitrary<Identity> {
  const known = fc.oneof(
    oneOf(phones).map((value) => ({ kind: 'phone' as const, value, given: ` ${value} ` })),
    oneOf(emails).map((value) => ({ kind: 'email' as const, value, given: value.toUpperCase() })),
    oneOf(phones).map((phone) => ({
      kind: 'whatsapp' as const,
      value: phone.slice(1),
      given: phone,
    })),
    fc
      .record({ kind: fc.constantFrom('userId', 'lid', 'external'), given: oneOf(texts) })
      .map(({ kind, given }) => ({ kind, value: given.trim(), given })),
  )
  // Engines look for bounces of e-mail addresses alone.
  return fc.tuple(known, orNull(instants)).map(([each, bouncedAt]) => ({ ...each, bouncedAt }))
}

function attribute({ texts, dates }: ScenePools): fc.Arbitrary<ListRows['attributes'][number]> {
  const inField = (field: string) => (text: string) => ({ field, text, number: null })
  return fc.oneof(
    oneOf(texts).map(inField('interests')),
    oneOf(products).map(inField('favouriteProducts')),
    oneOf(texts).map(inField('attr.skinType')),
    oneOf(texts).map(inField('attr.constructor')),
    oneOf(doubles).map((number) => ({ field: 'attr.weight', text: null, number })),
    fc.constantFrom(0, 1).map((number) => ({ field: 'attr.member', text: null, number })),
    oneOf(dates).map(inField('attr.since')),
    fc.constantFrom('light', 'Dark', 'medium').map(inField('attr.roast')),
  )
}

function line({ instants }: ScenePools): fc.Arbitrary<Line> {
  return fc.record({
    // Few orders, so that several lines share one.
    transactionId: fc.constantFrom('a', 'b', 'c'),
    at: oneOf(instants),
    stands: fc.constantFrom(1, 1, 1, 0),
    product: oneOf(products),
    category: orNull(productCategories),
    colour: orNull(colours),
    size: orNull(sizes),
    quantity: fc.constantFrom(1, 2, 3, 10),
    unitPrice: fc.constant(0),
    discount: fc.constant(0),
    total: fc.constant(0),
    bookTotal: oneOf(lineAmounts),
  })
}

function payment({ instants }: ScenePools): fc.Arbitrary<Payment> {
  return fc.record({
    kind: fc.constantFrom('payment', 'payment', 'refund'),
    at: oneOf(instants),
    bookAmount: oneOf(lineAmounts),
    method: oneOf(methods),
  })
}

function interaction({ instants, texts }: ScenePools): fc.Arbitrary<Interaction> {
  return fc.record({
    kind: fc.constantFrom('chat', 'email', 'form', 'pageView', 'search', 'call'),
    channel: oneOf(channels),
    direction: fc.constantFrom('inbound', 'outbound'),
    at: oneOf(instants),
    weekday: fc.integer({ min: 1, max: 7 }),
    hour: oneOf(hours),
    device: orNull(devices),
    product: orNull(products),
    term: orNull(texts),
  })
}

/** Open or paid, due or not, as columns can hold it. */
function invoice({ instants, now }: ScenePools): fc.Arbitrary<OpenSale> {
  const overdueAt = fc.oneof(orNull(instants), fc.constant(now))
  return fc.record({ openBook: oneOf(lineAmounts), overdueAt })
}

/** The folded form of a text that may be missing. */
export function foldOf(text: string | null): string | null {
  return text === null ? null : fold(text)
}
