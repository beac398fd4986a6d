import fc from 'fast-check'
import type { Rows } from '../../../domain/change/rows.ts'
import { arbitraryRow } from './arbitrary-row.ts'

/** The rows that reports read, of a few customers. */
export interface Books {
  readonly customers: readonly Rows['customers'][]
  readonly transactions: readonly Rows['transactions'][]
  readonly lines: readonly Rows['lines'][]
  readonly entries: readonly Rows['entries'][]
  readonly postings: readonly Rows['postings'][]
  readonly countDeltas: readonly Rows['countDeltas'][]
  readonly turns: readonly Rows['turns'][]
  readonly sends: readonly Rows['sends'][]
  readonly orderDrafts: readonly Rows['orderDrafts'][]
  readonly deadLetters: readonly Rows['deadLetters'][]
  readonly segmentChanges: readonly Rows['segmentChanges'][]
  readonly facts: readonly Rows['facts'][]
  readonly labelSpans: readonly Rows['labelSpans'][]
}

/** Whose books they are. */
export const people: readonly string[] = ['sari', "bu'di", '🙂']

const person = fc.constantFrom(...people)
const stands = fc.constantFrom<0 | 1>(0, 1)
const instant = fc.integer({ min: 0, max: 12 })
const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 })
const entryId = fc.constantFrom('e1', 'e2', 'e3', 'e4')

/** Books whose rows contradict each other freely: a storage adds up, it does not judge. */
export const arbitraryBooks: fc.Arbitrary<Books> = fc.record({
  customers: fc.constant(null).chain(() => fc.tuple(...people.map(customer))),
  transactions: keyed(
    'transactions',
    fc.record({ id: fc.uuid(), customerId: person, at: instant, stands }),
    ({ id }) => id,
  ),
  lines: keyed(
    'lines',
    fc.record({
      transactionId: fc.constantFrom('t1', 't2', 't3'),
      position: fc.nat({ max: 3 }),
      customerId: person,
      product: fc.constantFrom('KOPI-250', 'kopi-250', 'TEH', '%'),
      stands,
      quantity: fc.integer({ min: 1, max: 9 }),
      bookTotal: amount,
    }),
    ({ transactionId, position }) => `${transactionId} ${position}`,
  ),
  entries: keyed('entries', fc.record({ id: entryId, customerId: person }), ({ id }) => id),
  postings: keyed(
    'postings',
    fc.record({
      entryId,
      position: fc.nat({ max: 3 }),
      account: fc.constantFrom('receivable', 'cash', 'sales'),
      currency: fc.constantFrom('IDR', 'USD'),
      amount,
      bookAmount: amount,
    }),
    (row) => `${row.entryId} ${row.position}`,
  ),
  turns: keyed(
    'turns',
    fc.record({ customerId: person, turnsAt: instant }),
    (row) => row.customerId,
  ),
  sends: keyed(
    'sends',
    fc
      .record({
        id: fc.constantFrom('s1', 's2', 's3', 'S1', '🙂', '\uffff'),
        customerId: person,
        claimedAt: instant,
        state: fc.constantFrom('claimed', 'unknown', 'unknown', 'accepted'),
        isResolved: fc.boolean(),
      })
      .map(({ isResolved, ...send }) => ({
        ...send,
        unresolvedSince: isResolved || send.state === 'accepted' ? null : send.claimedAt,
      })),
    ({ id }) => id,
  ),
  orderDrafts: keyed(
    'orderDrafts',
    fc
      .record({
        id: fc.constantFrom('d1', 'd2', 'd3', 'D1', '🙂', '\uffff'),
        customerId: person,
        at: instant,
        isOpen: fc.boolean(),
      })
      .map(({ isOpen, ...draft }) => ({ ...draft, openSince: isOpen ? draft.at : null })),
    ({ id }) => id,
  ),
  deadLetters: keyed(
    'deadLetters',
    fc.record({
      id: fc.constantFrom('l1', 'l2', 'l3', 'L1', '🙂', '\uffff'),
      fingerprint: fc.uuid(),
      openSince: fc.option(instant, { freq: 2 }),
      settledAt: fc.option(instant, { freq: 2 }),
    }),
    ({ id }) => id,
  ),
  segmentChanges: keyed(
    'segmentChanges',
    fc.record({
      segmentId: fc.constantFrom('s1', 's2'),
      id: fc.uuid(),
      occurredAt: instant,
      entered: fc.constantFrom<0 | 1>(0, 1),
    }),
    ({ id }) => id,
  ),
  facts: fc.constant(null).chain(() => fc.tuple(...people.map(factsOf))),
  labelSpans: keyed(
    'labelSpans',
    fc
      .record({
        customerId: person,
        labelId: fc.constantFrom('l1', 'l2', 'l3'),
        at: instant,
        until: fc.option(instant, { freq: 2 }),
        by: fc.constantFrom('Dina', 'dina', 'budi', null),
      })
      .map((span) => ({ ...span, byFold: span.by?.toLowerCase() ?? null })),
    (row) => `${row.customerId} ${row.labelId} ${row.at}`,
  ),
  countDeltas: keyed(
    'countDeltas',
    fc.record({
      kind: fc.constantFrom('tag', 'group'),
      setId: fc.constantFrom('a', 'b', 'A'),
      id: fc.uuid(),
      delta: fc.integer({ min: -2, max: 3 }),
    }),
    ({ id }) => id,
  ),
})

function customer(id: string): fc.Arbitrary<Rows['customers']> {
  const came = fc.record({
    source: fc.constantFrom('Instagram', 'instagram', null),
    campaign: fc.constantFrom('Ramadan', null),
  })
  return fc.tuple(arbitraryRow('customers'), came).map(([row, { source, campaign }]) => ({
    ...row,
    id,
    source,
    sourceFold: source?.toLowerCase() ?? null,
    campaign,
    campaignFold: campaign?.toLowerCase() ?? null,
  }))
}

function factsOf(customerId: string): fc.Arbitrary<Rows['facts']> {
  const few = fc.record({ paidOrders: fc.nat({ max: 2 }), ltv: amount })
  return fc
    .tuple(arbitraryRow('facts'), few)
    .map(([row, drawn]) => ({ ...row, ...drawn, customerId }))
}

/** Rows with different keys, the given columns drawn narrowly and the others at random. */
function keyed<T extends keyof Books, C extends Partial<Rows[T]>>(
  table: T,
  columns: fc.Arbitrary<C>,
  key: (row: C) => string,
): fc.Arbitrary<(Rows[T] & C)[]> {
  const row = fc.tuple(arbitraryRow(table), columns)
  return fc
    .uniqueArray(row, { selector: ([, narrow]) => key(narrow), maxLength: 12 })
    .map((rows) => rows.map(([wide, narrow]) => ({ ...wide, ...narrow })))
}
