import { phoneOfCustomer } from '../../world/population.ts'
import { secrets } from '../expect-refused.ts'
import { absent, nothing, wrongDates, wrongTexts } from '../wrong-values.ts'

import { customerDetails, newCustomer, newCustomerFields } from './customer-fields.ts'
import { batchOf, type InputSpec, one } from './input-spec.ts'

const rename = { name: [...wrongTexts(200), nothing] }

export const customerInputs: readonly InputSpec[] = [
  {
    method: 'customers.add',
    args: one,
    right: newCustomer,
    fields: newCustomerFields,
    closed: [''],
  },
  {
    method: 'customers.addMany',
    place: '[0]',
    args: batchOf,
    right: newCustomer,
    fields: newCustomerFields,
    closed: [''],
  },
  {
    method: 'customers.findOrAdd',
    args: one,
    right: newCustomer,
    fields: newCustomerFields,
    closed: [''],
  },
  {
    method: 'customers.findOrAdd',
    args: (options) => [{ name: 'Sari', phone: phoneOfCustomer }, options],
    right: () => ({ at: new Date(0) }),
    fields: { at: [...wrongDates, nothing] },
    closed: [''],
  },
  {
    method: 'customers.find',
    args: (options) => ['phone', phoneOfCustomer, options],
    right: () => ({ at: new Date(0) }),
    fields: { at: [...wrongDates, nothing] },
    closed: [''],
  },
  {
    method: 'customers.edit',
    args: (input, { customer }) => [customer, input],
    right: () => without(newCustomer(), 'groups'),
    fields: { ...customerDetails, ...rename },
    closed: [''],
  },
  {
    method: 'customers.blacklist',
    args: (input, { customer }) => [customer, input],
    right: () => ({ reason: secrets.notes }),
    fields: { reason: [...wrongTexts(1_000), nothing, absent], until: wrongDates },
    closed: [''],
  },
  {
    method: 'customers.reportBounce',
    args: one,
    right: () => ({ email: 'Sari@Example.com', reason: secrets.notes }),
    fields: {
      email: [...wrongTexts(254), nothing, absent, ['no address', 'kanaria']],
      at: [...wrongDates, nothing],
      reason: wrongTexts(1_000),
    },
    closed: [''],
  },
]

function without(input: object, key: string): object {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== key))
}
