import { z } from 'zod'
import type { ChargeKind } from '../../domain/transactions/rows.ts'
import { type CustomerOnTheSpotInput, customerOnTheSpotInput, isOnTheSpot } from './customer.ts'
import {
  amount,
  instant,
  integer,
  localDate,
  positiveAmount,
  signedAmount,
  text,
} from './values.ts'

/** A sale or credit note: the shop's own number of it, or its id, as events name it. */
export type TransactionReference = string | { readonly id: string }

interface TransactionCommon {
  /**
   * A customer of the shop by id, or given on the spot: found by an identity, for which that alone is
   * enough, else added.
   */
  readonly customer: string | CustomerOnTheSpotInput
  /** The shop's own number of the order or credit note; the same number twice is recorded once. */
  readonly orderId: string
  /** Now, where nothing is said. */
  readonly at?: Date | undefined
  /** ISO 4217; the book currency where nothing is said. */
  readonly currency?: string | undefined
  /** Book units for one unit of `currency`, as decimal text; needed where that is not the book currency. */
  readonly rate?: string | undefined
  /** Off the whole order, minor units. */
  readonly discount?: number | undefined
  /** `cash` where nothing is said. */
  readonly method?: string | undefined
  readonly note?: string | null | undefined
}

/** Amounts are minor units of the transaction's currency. */
export interface LineInput {
  readonly product: string
  readonly category?: string | null | undefined
  readonly colour?: string | null | undefined
  readonly size?: string | null | undefined
  /** Pieces: 1 or more in a sale, −1 or fewer in a credit note. */
  readonly quantity: number
  /** Of one piece. Informative where `total` is stated. */
  readonly price: number
  /** Off the whole line. */
  readonly discount?: number | undefined
  /** Where it is not quantity × price − discount; negative in a credit note. */
  readonly total?: number | undefined
}

export interface ChargeInput {
  readonly kind: ChargeKind
  /** Minor units; only `rounding` may be below zero. */
  readonly amount: number
}

export interface SaleInput extends TransactionCommon {
  readonly kind?: 'sale' | undefined
  readonly lines: readonly LineInput[]
  readonly charges?: readonly ChargeInput[] | undefined
  /** Local date `YYYY-MM-DD`. */
  readonly dueDate?: string | null | undefined
  /** Minor units paid at once, or `true` for all of it. Nothing, where nothing is said. */
  readonly paid?: number | true | undefined
}

/** An order placed in a chat, as it is to be recorded; what is not said is as it was placed. */
export interface ConfirmDraftInput extends Omit<SaleInput, 'kind' | 'customer' | 'lines'> {
  /** All lines, where anything about them is other than it was placed. */
  readonly lines?: readonly LineInput[] | undefined
}

export interface CreditNoteInput extends TransactionCommon {
  readonly kind: 'creditNote'
  readonly lines: readonly LineInput[]
  /** Minor units given back at once, or `true` for all of it. */
  readonly refunded?: number | true | undefined
}

export type TransactionInput = SaleInput | CreditNoteInput

export interface SettleInput {
  /** The order's or credit note's own number. */
  readonly orderId: string
  /** Minor units of its currency. */
  readonly amount: number
  /** Now, where nothing is said. */
  readonly at?: Date | undefined
  /** `cash` where nothing is said. */
  readonly method?: string | undefined
  /** The bank's or gateway's own number of the payment; the same twice is recorded once. */
  readonly reference?: string | null | undefined
  readonly note?: string | null | undefined
  /** Rate of this payment, where it is not the transaction's. */
  readonly rate?: string | undefined
}

export interface PayInput extends SettleInput {
  /**
   * Takes the money out of the customer's credit: as much is given back on the customer's credit notes, the
   * oldest first, in the same transaction. In the shop's own currency only; the method is `credit` where
   * nothing is said.
   */
  readonly fromCredit?: boolean | undefined
}

const line = {
  product: text(200),
  category: text(200).nullish(),
  colour: text(100).nullish(),
  size: text(100).nullish(),
  price: amount,
  discount: amount.optional(),
}

const pieces = 'Expected a whole number of pieces'

const saleLine = z.strictObject({
  ...line,
  quantity: integer(pieces, {
    least: {
      bound: 1,
      message: 'Expected 1 or more pieces; goods that came back belong in a credit note',
    },
  }),
  total: amount.optional(),
})

const creditLine = z.strictObject({
  ...line,
  quantity: integer(pieces, {
    most: { bound: -1, message: 'Expected −1 or fewer pieces in a credit note' },
  }),
  total: integer('Expected whole minor units', {
    most: { bound: 0, message: 'Expected 0 or less in a credit note' },
  }).optional(),
})

const charge = z
  .strictObject({
    kind: z.enum(
      ['shipping', 'tax', 'rounding', 'other'],
      'Expected shipping, tax, rounding or other',
    ),
    amount: signedAmount,
  })
  .refine(({ kind, amount: value }) => value >= 0 || kind === 'rounding', {
    message: 'Expected 0 or more; only rounding may be below',
    path: ['amount'],
  })

const common = {
  orderId: text(200),
  at: instant.optional(),
  currency: text(10).optional(),
  rate: text(64).optional(),
  discount: amount.optional(),
  method: text(50).optional(),
  note: text(2_000).nullish(),
}

const settledAtOnce = z
  .union(
    [amount, z.literal(true)],
    'Expected minor units, true for all, or 0 for nothing (or leave it out)',
  )
  .optional()

const sale = {
  kind: z.literal('sale', 'Expected sale or creditNote').optional(),
  ...common,
  lines: linesOf(saleLine),
  charges: z.array(charge).max(20, 'Expected at most 20 charges').optional(),
  dueDate: localDate.nullish(),
  paid: settledAtOnce,
}

const creditNote = {
  kind: z.literal('creditNote'),
  ...common,
  lines: linesOf(creditLine),
  refunded: settledAtOnce,
}

// A schema for each way to say what and to whom, so that an error names the very field.
const knownCustomer = { customer: text(200) }
const givenCustomer = { customer: customerOnTheSpotInput }
const saleToKnown: z.ZodType<SaleInput> = z.strictObject({ ...sale, ...knownCustomer })
const saleToGiven: z.ZodType<SaleInput> = z.strictObject({ ...sale, ...givenCustomer })
const creditToKnown: z.ZodType<CreditNoteInput> = z.strictObject({
  ...creditNote,
  ...knownCustomer,
})
const creditToGiven: z.ZodType<CreditNoteInput> = z.strictObject({
  ...creditNote,
  ...givenCustomer,
})

/** The schema that fits what an input says it is. */
export function transactionSchema(input: unknown): z.ZodType<TransactionInput> {
  const said = typeof input === 'object' && input !== null ? input : {}
  const isGiven = isOnTheSpot(input)
  if ('kind' in said && said.kind === 'creditNote') return isGiven ? creditToGiven : creditToKnown
  return isGiven ? saleToGiven : saleToKnown
}

const { kind: _, ...saleOfOrder } = sale

export const confirmDraftInput: z.ZodType<ConfirmDraftInput> = z.strictObject({
  ...saleOfOrder,
  lines: linesOf(saleLine).optional(),
})

export const transactionById: z.ZodType<{ readonly id: string }> = z.strictObject({ id: text(200) })

const settlement = {
  orderId: text(200),
  amount: positiveAmount,
  at: instant.optional(),
  method: text(50).optional(),
  reference: text(200).nullish(),
  note: text(2_000).nullish(),
  rate: text(64).optional(),
}

export const settleInput: z.ZodType<SettleInput> = z.strictObject(settlement)

export const payInput: z.ZodType<PayInput> = z.strictObject({
  ...settlement,
  fromCredit: z.boolean('Expected true or false').optional(),
})

function linesOf<T>(each: z.ZodType<T>): z.ZodType<T[]> {
  return z
    .array(each, 'Expected a list of lines')
    .min(1, 'Expected at least one line')
    .max(10_000, 'Expected at most 10,000 lines')
}
