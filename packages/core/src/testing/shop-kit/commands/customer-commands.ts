import fc from 'fast-check'
import { ago, day } from './command.ts'
import { aCustomer, anyOf, calls, fields, mostly, type Weighted, when } from './draw.ts'
import {
  birthDates,
  businessNumbers,
  cities,
  emails,
  externals,
  messageIds,
  names,
  phones,
  products,
  setNames,
} from './pools.ts'

const severalPhones = fc.array(anyOf(phones), { maxLength: 3 })

const details = {
  phone: mostly(fc.oneof(anyOf(phones), severalPhones), fc.constant('12')),
  email: mostly(anyOf(emails), fc.constant('sari at example')),
  external: anyOf(externals),
  whatsapp: anyOf(['6281234567890', '6285711112222']),
  city: fc.oneof(anyOf(cities), fc.constant(null)),
  birthDate: mostly(anyOf(birthDates), fc.constant('2026-02-30')),
  category: mostly(anyOf(['Retail', 'vip', 'Member']), fc.constant('Nobody')),
  interests: fc.array(anyOf(['seni', 'kopi']), { maxLength: 2 }),
  attributes: fc.oneof(
    fields({ roast: mostly(anyOf(['light', 'dark', null]), fc.constant('burnt')) }, 'roast'),
    fields({ cups: fc.oneof(fc.integer(), fc.constant(-0), fc.constant(0.1)) }, 'cups'),
    fc.constant({ undeclared: 'x' }),
  ),
}

/** A customer to be added, now and then with something wrong. */
export const newCustomer: fc.Arbitrary<object> = fields(
  {
    name: mostly(anyOf(names), fc.constant('')),
    nameToldAt: fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.oneof(when, fc.constant('never')) },
    ),
    ...details,
    acquisition: anyOf(['import', 'inbound', 'form']),
    firstContactAt: fc.integer({ min: -1, max: 400 }).map((days) => ago(days * day)),
    groups: fc.array(anyOf(setNames), { maxLength: 2 }),
  },
  'name',
)

const changes = fields({
  name: anyOf(names),
  ...details,
  phone: fc.oneof(anyOf(phones), fc.constant(null), severalPhones),
  category: fc.oneof(anyOf(['Retail', 'VIP']), fc.constant(null)),
})

const known = fields({
  phone: anyOf(phones),
  whatsapp: anyOf(['6281234567890', '6285711112222']),
  userId: anyOf(['ID.1', 'ID.2']),
})

const identityChange = fields(
  {
    from: known,
    to: fc
      .tuple(known, anyOf(names))
      .map(([identities, name]) => ({ ...(identities as object), name })),
    at: when,
    reference: anyOf(messageIds),
  },
  'from',
  'to',
)

const learnt = fields({
  name: anyOf(names),
  nameToldAt: fc.oneof(when, fc.constant('never')),
  campaign: anyOf(['ad-1', 'ad-2']),
  sourceToldAt: when,
})

const blacklisting = fields({ reason: anyOf(['fiktif']), until: when }, 'reason')

const bounce = fields({ email: anyOf(emails), at: when, reason: anyOf(['550', 'penuh']) }, 'email')

export const interaction: fc.Arbitrary<object> = fields(
  {
    customer: fc.oneof(
      { weight: 4, arbitrary: aCustomer },
      { weight: 1, arbitrary: newCustomer as fc.Arbitrary<unknown> },
    ),
    kind: anyOf(['chat', 'call', 'email', 'search', 'pageView', 'form']),
    channel: anyOf(['whatsapp', 'instagram']),
    direction: anyOf(['inbound', 'outbound']),
    at: when,
    businessNumber: anyOf(businessNumbers),
    term: anyOf(['arabika', '%']),
    product: anyOf(products),
    reference: anyOf(messageIds),
  },
  'customer',
  'kind',
)

export const customerCommands: readonly Weighted[] = [
  [10, calls('customers.add', newCustomer)],
  [2, calls('customers.addMany', fc.array(newCustomer, { maxLength: 3 }))],
  [4, calls('customers.findOrAdd', newCustomer)],
  [6, calls('customers.edit', aCustomer, changes)],
  [2, calls('customers.reassignNumber', aCustomer, anyOf(phones))],
  [3, calls('customers.learn', aCustomer, learnt)],
  [3, calls('customers.changeIdentities', identityChange)],
  [1, calls('customers.identities', aCustomer)],
  [2, calls('customers.archive', aCustomer)],
  [2, calls('customers.restore', aCustomer)],
  [3, calls('customers.delete', aCustomer)],
  [2, calls('customers.blacklist', aCustomer, blacklisting)],
  [1, calls('customers.unblacklist', aCustomer)],
  [2, calls('customers.reportBounce', bounce)],
  [1, calls('customers.confirmEmail', anyOf(emails))],
  [8, calls('interactions.record', interaction)],
  [2, calls('interactions.recordMany', fc.array(interaction, { maxLength: 4 }))],
]
