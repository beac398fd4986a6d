import {
  isLanggananError,
  type SettleInput,
  type Shop,
  type Transaction,
  type TransactionInput,
} from '@langganan/core'

type Transactions = Shop['transactions']

/** An order that the file has as it was recorded, but for what was paid of it. */
export interface PaidSince {
  /** The order as it was recorded. */
  readonly recorded: TransactionInput
  /** Whether the file has another method for what was paid at once. */
  readonly isPaidOtherwise: boolean
  /** What was paid since, where that is not recorded yet. */
  readonly payment?: SettleInput
}

const longestReference = 200

/** What the shop takes for a method where nobody says one. */
const usualMethod = 'cash'

/**
 * Finds out whether an order differs from the recorded one only in that more was paid since, or in
 * what was paid at all where the file does not say that. Nothing is written. Undefined for an order
 * that is new, and for one that differs otherwise.
 *
 * @param saysPaid whether the file says what was paid: where it does not, nothing is paid
 */
export async function paidSince(
  transactions: Transactions,
  input: TransactionInput,
  saysPaid: boolean,
): Promise<PaidSince | undefined> {
  const before = await recordedBefore(transactions, input.orderId)
  if (before === undefined) return undefined
  if (await isRecordedAs(transactions, input)) return { recorded: input, isPaidOtherwise: false }
  return saysPaid
    ? await paidMore(transactions, input, before)
    : await asPaidBefore(transactions, input, before)
}

/** The order as it was recorded, and the payment of what the file has beyond that. */
async function paidMore(
  transactions: Transactions,
  input: TransactionInput,
  before: Transaction,
): Promise<PaidSince | undefined> {
  if (input.kind === 'creditNote' || before.kind === 'creditNote') return undefined
  const paid = input.paid === true ? before.total : (input.paid ?? 0)
  if (paid > before.total) return undefined
  for (const { amount, method } of await firstPayments(transactions, before)) {
    const recorded = { ...input, paid: amount, method }
    if (amount > paid || !(await isRecordedAs(transactions, recorded))) continue
    const isPaidOtherwise = amount > 0 && method !== (input.method ?? usualMethod)
    if (paid <= before.settled) return { recorded, isPaidOtherwise }
    // Of two imports at once, the reference lets one record it.
    const reference = `import ${input.orderId} ${paid}`
    return {
      recorded,
      isPaidOtherwise,
      payment: {
        orderId: input.orderId,
        amount: paid - before.settled,
        method: input.method,
        ...(reference.length > longestReference ? {} : { reference }),
      },
    }
  }
  return undefined
}

/** The order with the payment, or the refund, that it was recorded with. */
async function asPaidBefore(
  transactions: Transactions,
  input: TransactionInput,
  before: Transaction,
): Promise<PaidSince | undefined> {
  for (const { amount, method } of await firstPayments(transactions, before)) {
    const recorded: TransactionInput =
      input.kind === 'creditNote'
        ? { ...input, refunded: amount, method }
        : { ...input, paid: amount, method }
    if (!(await isRecordedAs(transactions, recorded))) continue
    const isPaidOtherwise = amount > 0 && method !== (input.method ?? usualMethod)
    return { recorded, isPaidOtherwise }
  }
  return undefined
}

interface FirstPayment {
  readonly amount: number
  readonly method: string | undefined
}

/** What may have been paid, or given back, when the order was recorded. */
async function firstPayments(
  transactions: Transactions,
  { orderId, at }: Transaction,
): Promise<readonly FirstPayment[]> {
  const payments = await transactions.payments(orderId)
  const atOnce = payments.filter((each) => each.at.getTime() === at.getTime())
  return [{ amount: 0, method: undefined }, ...atOnce]
}

async function recordedBefore(
  transactions: Transactions,
  orderId: string,
): Promise<Transaction | undefined> {
  try {
    return await transactions.get(orderId)
  } catch (error) {
    if (isLanggananError(error, 'TRANSACTION_NOT_FOUND')) return undefined
    throw error
  }
}

/** Whether recording it would change nothing; its number is used, so that nothing can be written. */
async function isRecordedAs(transactions: Transactions, input: TransactionInput): Promise<boolean> {
  try {
    await transactions.recordMany([input])
    return true
  } catch (error) {
    if (isLanggananError(error)) return false
    throw error
  }
}
