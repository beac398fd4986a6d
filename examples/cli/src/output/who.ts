import type { Customer } from '@langganan/core'
import { referenceOf } from './customer-columns.ts'
import { oneLine } from './one-line.ts'

/** Room in a table for a name and an id behind it. */
export const mostOfWho = 64

/**
 * Name and what commands take for this customer: `Sari Dewi (C-1)`. A long name is cut, what commands take
 * never.
 */
export function whoText(customer: Customer, longestName = 200): string {
  const reference = referenceOf(customer)
  return customer.name === reference
    ? reference
    : `${oneLine(customer.name, longestName)} (${reference})`
}
