import type { Draft } from '../../domain/change/draft.ts'
import { atPlace } from '../../domain/error/at-place.ts'
import { transactionAmounts } from '../../domain/transactions/amounts.ts'
import { recordTransaction } from '../../domain/transactions/record-transaction.ts'
import type { OnceKeyRow } from '../../domain/transactions/rows.ts'
import { type CustomerReference, customerReference } from '../customers/customer-reference.ts'
import { referencesAt } from '../customers/reference-at.ts'
import { loadReferredCustomers, type ReferredCustomers } from '../customers/referred-customers.ts'
import { type Warning, warningsAbout } from '../customers/warnings.ts'
import type { TransactionInput } from '../input/transaction.ts'
import {
  fingerprintForCustomer,
  sameAnswerForCustomer,
  type UsedForCustomer,
} from '../once-for-customer.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { withRhythms } from '../value/rhythms.ts'
import { normaliseTransaction, transactionFingerprint } from './normalise.ts'
import { loadUsedOrderIds } from './used-order-ids.ts'

/** What a batch of recordings came to. */
export interface RecordedBatch {
  /** In the order of the inputs. */
  readonly transactions: readonly RecordedTransaction[]
  /** Newly written, and already there with the same content. */
  readonly recorded: number
  readonly unchanged: number
  readonly customersAdded: number
}

export interface RecordedTransaction {
  readonly id: string
  readonly orderId: string
  /** Id of the buyer. */
  readonly customer: string
  /** Written by this call; false where it was there before. */
  readonly isNew: boolean
  /** Of a sale: what should be thought over about the buyer. */
  readonly warnings: readonly Warning[]
}

/**
 * Records a batch of transactions, all or none. One order is a batch of one.
 *
 * @param placeOf where an input lies in what the caller gave, for the field of errors
 */
export async function recordBatch(
  unit: UnitOfWork,
  inputs: readonly TransactionInput[],
  placeOf: (index: number) => string,
): Promise<RecordedBatch> {
  const into = unit.draft()
  const named = await buyersGiven(inputs, placeOf)
  const given = await referencesAt(
    unit,
    inputs.flatMap(({ at }, i) => {
      const reference = named[i]
      return reference === undefined ? [] : [{ reference, at: at?.getTime() ?? unit.stamp.now }]
    }),
  )
  const buyers = await loadReferredCustomers(unit, into, given)
  const known = await loadUsedOrderIds(unit, inputs)
  const newTimes = new Map<string, number[]>()
  const transactions: Omit<RecordedTransaction, 'warnings'>[] = []
  let recorded = 0

  for (const [i, input] of inputs.entries()) {
    const before = known.get(input.orderId)
    const buyer = given[i] ?? customerReference(input.customer)
    const decided = await atPlace(placeOf(i), () =>
      decide(unit, into, buyers, { input, buyer, before }),
    )
    transactions.push({
      id: decided.key.answerId,
      orderId: input.orderId,
      customer: decided.customerId,
      isNew: before === undefined,
    })
    if (before !== undefined) continue
    recorded += 1
    known.set(input.orderId, decided)
    if (decided.purchase !== undefined)
      push(newTimes, decided.purchase.customerId, decided.purchase.at)
  }

  if (recorded > 0) {
    const updated = buyers.updated()
    const buying = updated.filter(({ customerId }) => newTimes.has(customerId))
    const resting = updated.filter(({ customerId }) => !newTimes.has(customerId))
    into.put('facts', ...resting, ...(await withRhythms(unit, buying, newTimes)))
    await unit.write(into)
  }
  return {
    transactions: await withWarnings(unit, inputs, transactions),
    recorded,
    unchanged: inputs.length - recorded,
    customersAdded: recorded > 0 ? buyers.added : 0,
  }
}

/** Adds to each sale what should be thought over about its buyer. */
async function withWarnings(
  unit: UnitOfWork,
  inputs: readonly TransactionInput[],
  transactions: readonly Omit<RecordedTransaction, 'warnings'>[],
): Promise<RecordedTransaction[]> {
  const isSale = (i: number): boolean => inputs[i]?.kind !== 'creditNote'
  const buyers = transactions.filter((_, i) => isSale(i)).map(({ customer }) => customer)
  const warnings = await warningsAbout(unit, buyers, 'deliver')
  return transactions.map((each, i) => ({
    ...each,
    warnings: isSale(i) ? (warnings.get(each.customer) ?? []) : [],
  }))
}

async function buyersGiven(
  inputs: readonly TransactionInput[],
  placeOf: (index: number) => string,
): Promise<readonly CustomerReference[]> {
  const buyers: CustomerReference[] = []
  for (const [i, { customer }] of inputs.entries()) {
    buyers.push(
      await atPlace(placeOf(i), () => atPlace('customer', () => customerReference(customer))),
    )
  }
  return buyers
}

interface Undecided {
  readonly input: TransactionInput
  readonly buyer: CustomerReference
  /** The first recording of this order id. */
  readonly before: UsedForCustomer | undefined
}

interface Decided extends UsedForCustomer {
  /** The standing order that it made. */
  readonly purchase?: { readonly customerId: string; readonly at: number } | undefined
}

async function decide(
  unit: UnitOfWork,
  into: Draft,
  buyers: ReferredCustomers,
  { input, buyer, before }: Undecided,
): Promise<Decided> {
  const transaction = normaliseTransaction(unit, input)
  const amounts = transactionAmounts(transaction)
  const content = transactionFingerprint(transaction, amounts, input)
  if (before !== undefined) {
    await sameAnswerForCustomer(before, { content, customer: buyer }, buyers)
    return before
  }
  const customerId = await buyers.of(buyer, 'checkout')
  const { row, facts } = recordTransaction(
    into,
    transaction,
    amounts,
    buyers.facts(customerId),
    unit.stamp,
  )
  buyers.update(facts)
  const key: OnceKeyRow = {
    scope: 'order',
    key: row.orderId,
    fingerprint: fingerprintForCustomer({ content, customer: buyer }),
    answerId: row.id,
    at: unit.stamp.now,
  }
  into.insert('transactions', row)
  into.insert('onceKeys', key)
  return { key, customerId, purchase: row.stands === 1 ? row : undefined }
}

function push(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
