import { checkedBatch, inTurn } from '../batch.ts'
import { customerRow } from '../customers/load-customers.ts'
import type { Warning } from '../customers/warnings.ts'
import { referenceGiven, transactionGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import {
  type PayInput,
  payInput,
  type SettleInput,
  settleInput,
  type TransactionInput,
  type TransactionReference,
  transactionSchema,
} from '../input/transaction.ts'
import type { Runner } from '../runner.ts'
import {
  referredTransaction,
  showTransaction,
  showTransactions,
  transactionRow,
} from './load-transactions.ts'
import { type RecordedBatch, recordBatch } from './record.ts'
import { settleTransaction, showPayment, showPaymentsOf } from './settle-transaction.ts'
import { type Payment, paymentOf, type Transaction } from './transaction.ts'
import { holdBuyers } from './used-order-ids.ts'

/** Who bought what, and who paid. */
export interface Transactions {
  /**
   * Records a sale or a credit note. The same `orderId` with the same content is recorded once and
   * answered alike. A customer given on the spot who is known takes the identities that are nobody's.
   * @throws LanggananError `IDEMPOTENCY_CONFLICT` for the same `orderId` with other content;
   * `CUSTOMER_ALREADY_EXISTS` where identities given are those of customers who cannot be one
   */
  record(input: TransactionInput): Promise<Transaction & { readonly warnings: readonly Warning[] }>
  /** Records up to 10,000 at once, all or none. */
  recordMany(inputs: readonly TransactionInput[]): Promise<RecordedBatch>
  /** @throws LanggananError `TRANSACTION_NOT_FOUND` */
  get(transaction: TransactionReference): Promise<Transaction>
  /** A customer's sales and credit notes, oldest first. */
  of(customer: string): Promise<readonly Transaction[]>
  /**
   * One payment or refund by its id, as events name it.
   * @throws LanggananError `TRANSACTION_NOT_FOUND`
   */
  payment(id: string): Promise<Payment>
  /**
   * What was paid of a sale, or given back of a credit note, oldest first.
   * @throws LanggananError `TRANSACTION_NOT_FOUND`
   */
  payments(transaction: TransactionReference): Promise<readonly Payment[]>
  /** A customer's payments and refunds, oldest first. */
  paymentsOf(customer: string): Promise<readonly Payment[]>
  /**
   * Records a payment of one sale, never more than is open; with `fromCredit` out of what the shop owes the
   * customer, never more than that.
   * @throws LanggananError `PAYMENT_EXCEEDS_BALANCE`
   *
   * @example
   * ```ts
   * await shop.transactions.pay({ orderId: 'INV-2', amount: 40_000, fromCredit: true })
   * ```
   */
  pay(input: PayInput): Promise<Payment>
  /** Records up to 10,000 payments at once, in their order, all or none. */
  payMany(inputs: readonly PayInput[]): Promise<readonly Payment[]>
  /**
   * Records money given back on one credit note, never more than is open.
   * @throws LanggananError `REFUND_EXCEEDS_PAID`
   */
  refund(input: SettleInput): Promise<Payment>
}

export function transactionsOf({ read, write }: Runner): Transactions {
  return {
    async record(input) {
      const given = checked(transactionSchema(input), input)
      return write(async (unit) => {
        const [recorded] = (await recordBatch(unit, [given], () => '')).transactions
        const row = await transactionRow(unit, recorded?.id)
        return { ...(await showTransaction(unit, row)), warnings: recorded?.warnings ?? [] }
      })
    },
    async recordMany(inputs) {
      const given = checkedBatch(inputs, transactionSchema)
      return write((unit) => recordBatch(unit, given, (i) => `[${i}]`))
    },
    async get(transaction) {
      const given = transactionGiven(transaction)
      return read(async (unit) => showTransaction(unit, await referredTransaction(unit, given)))
    },
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => {
        const { id } = await customerRow(unit, given)
        const rows = await unit.tx.find('transactions', 'byCustomer', [[id]])
        return showTransactions(unit, rows)
      })
    },
    async payment(id) {
      const given = referenceGiven('payment', id)
      return read((unit) => showPayment(unit, given, 'payment'))
    },
    async payments(transaction) {
      const given = transactionGiven(transaction)
      return read(async (unit) => showPaymentsOf(unit, await referredTransaction(unit, given)))
    },
    async paymentsOf(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => {
        const { id } = await customerRow(unit, given)
        return (await unit.tx.find('payments', 'byCustomer', [[id]])).map(paymentOf)
      })
    },
    async pay(input) {
      const given = checked(payInput, input)
      return write((unit) => settleTransaction(unit, 'sale', given))
    },
    async payMany(inputs) {
      const given = checkedBatch(inputs, () => payInput)
      return write(async (unit) => {
        await holdBuyers(unit, given)
        return inTurn(given, (each) => settleTransaction(unit, 'sale', each))
      })
    },
    async refund(input) {
      const given = checked(settleInput, input)
      return write((unit) => settleTransaction(unit, 'creditNote', given))
    },
  }
}
