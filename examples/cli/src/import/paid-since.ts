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
  /** What was paid since, where that is not recorded yet. */
  readonly payment?: SettleInput
}

const longestReference = 200

/**
 * Finds out whether an order differs from the recorded one only in that more was paid since. Nothing is
 * written. Undefined for an order that is new, and for one that differs otherwise.
 */
export async function paidSince(
  transactions: Transactions,
  input: TransactionInput,
): Promise<PaidSince | undefined> {
  const before = await recordedBefore(transactions, input.orderId)
  if (before === undefined) return undefined
  if (await isRecordedAs(transactions, input)) return { recorded: input }
  if (input.kind === 'creditNote' || before.kind === 'creditNote') return undefined
  const paid = input.paid === true ? before.total : (input.paid ?? 0)
  if (paid > before.total) return undefined
  for (const first of await firstPayments(transactions, before)) {
    const recorded = { ...input, paid: first }
    if (first >= paid || !(await isRecordedAs(transactions, recorded))) continue
    if (paid <= before.settled) return { recorded }
    // Of two imports at once, the reference lets one record it.
    const reference = `import ${input.orderId} ${paid}`
    return {
      recorded,
      payment: {
        orderId: input.orderId,
        amount: paid - before.settled,
        ...(reference.length > longestReference ? {} : { reference }),
      },
    }
  }
  return undefined
}

/** What may have been paid when the order was recorded. */
async function firstPayments(
  transactions: Transactions,
  { customer, at }: Transaction,
): Promise<readonly number[]> {
  const payments = await transactions.paymentsOf(customer)
  const atOnce = payments.filter((each) => each.at.getTime() === at.getTime())
  return [0, ...new Set(atOnce.map(({ amount }) => amount))]
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
