import type { NewCustomerInput } from '../shop/input/customer.ts'
import type { InteractionInput } from '../shop/input/interaction.ts'
import type { CreditNoteInput, SaleInput, SettleInput } from '../shop/input/transaction.ts'

/** Something that happens in a simulated shop. */
export type SimulatedEvent = Happening & SimulatedCall

interface Happening {
  readonly at: Date
  /** The simulation's number of the customer, from 0. */
  readonly customer: number
  /** True for the first that the shop hears of this customer. */
  readonly arrives: boolean
  /**
   * Who it is, as the shop's API takes a customer on the spot: the whole profile on arrival, later
   * the name and the phone as it was typed this time.
   */
  readonly who: NewCustomerInput
}

/** What to tell the shop. An input that speaks of a customer gets `who`, or that customer's id. */
export type SimulatedCall =
  /** A customer whom staff typed in, imported, or got from a form: `customers.add(who)`. */
  | { readonly kind: 'customer' }
  /** `transactions.record({ ...input, customer })` */
  | { readonly kind: 'order'; readonly input: Omit<SaleInput, 'customer'> }
  /** `transactions.record({ ...input, customer })` */
  | { readonly kind: 'creditNote'; readonly input: Omit<CreditNoteInput, 'customer'> }
  /** `transactions.pay(input)` */
  | { readonly kind: 'payment'; readonly input: SettleInput }
  /** `interactions.record({ ...input, customer })` */
  | { readonly kind: 'interaction'; readonly input: Omit<InteractionInput, 'customer'> }
  /** `groups.add(input.group, [customer])` */
  | { readonly kind: 'group'; readonly input: { readonly group: string } }
  /** Staff put a WhatsApp label on a chat or took it off. */
  | { readonly kind: 'label'; readonly input: LabelChange }

export interface LabelChange {
  readonly label: string
  readonly change: 'added' | 'removed'
  /** Who of the staff. */
  readonly by: string
}

/** The groups that customers of a simulated shop are put into. */
export const simulatedGroups: readonly string[] = ['Reseller', 'Komunitas Seduh']
