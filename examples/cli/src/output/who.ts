import type { Customer } from '@langganan/core'
import { referenceOf } from './customer-columns.ts'

/** Name and what commands take for this customer: `Sari Dewi (C-1)`. */
export function whoText(customer: Customer): string {
  const reference = referenceOf(customer)
  return customer.name === reference ? reference : `${customer.name} (${reference})`
}
