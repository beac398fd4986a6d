import { z } from 'zod'
import { checked } from './checked.ts'
import { type IfNotExists, ifNotExists } from './if-not-exists.ts'
import { type TransactionReference, transactionById } from './transaction.ts'
import { list, reference, text } from './values.ts'

/** What an argument of its own may name. */
export type Named =
  | 'customer'
  | 'group'
  | 'tag'
  | 'category'
  | 'segment'
  | 'view'
  | 'orderId'
  | 'payment'
  | 'send'
  | 'draft'
  | 'letter'

/** What a group or a category is made of. */
export interface NewNamedInput extends IfNotExists {
  readonly name: string
}

export const newNamedInput: z.ZodType<NewNamedInput> = z.strictObject({
  name: text(200),
  ifNotExists,
})

/** An argument that names one thing, by id or by name. @throws LanggananError `INVALID_INPUT` */
export function referenceGiven(what: Named, value: unknown): string {
  return checked(reference, value, what)
}

/** An argument that names a transaction: its number, or `{ id }`. @throws LanggananError `INVALID_INPUT` */
export function transactionGiven(value: unknown): TransactionReference {
  return typeof value === 'object' && value !== null && 'id' in value
    ? checked(transactionById, value)
    : referenceGiven('orderId', value)
}

/** An argument that names several customers by id. @throws LanggananError `INVALID_INPUT` */
export function customersGiven(value: unknown): readonly string[] {
  return checked(list(reference, 10_000), value, 'customers')
}

/** An argument that is a new name. @throws LanggananError `INVALID_INPUT` */
export function nameGiven(value: unknown): string {
  return checked(text(200), value, 'name')
}
