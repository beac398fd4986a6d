import { secrets } from '../expect-refused.ts'
import type { Senseless } from './senseless.ts'

const { name, phone, email } = secrets

export const customers: readonly Senseless[] = [
  ...Object.entries({
    phone: '+62 813 7777 8888',
    email: email.toUpperCase(),
    external: 'C-7777',
  }).map(
    ([kind, value]): Senseless => ({
      what: `the ${kind} of another`,
      method: 'customers.add',
      args: () => [{ name: 'A', [kind]: value }],
      code: 'CUSTOMER_ALREADY_EXISTS',
      field: kind,
    }),
  ),
  {
    what: 'the phone of another',
    method: 'customers.edit',
    args: ({ customer }) => [customer, { phone: ['0812-3456-7890', phone] }],
    code: 'CUSTOMER_ALREADY_EXISTS',
    field: 'phone',
  },
  {
    what: 'a category that is none',
    method: 'customers.add',
    args: () => [{ name, category: secrets.address }],
    code: 'CATEGORY_NOT_FOUND',
    field: 'category',
  },
  {
    what: 'a group that is none',
    method: 'customers.add',
    args: () => [{ name, groups: ['reseller', secrets.address] }],
    code: 'GROUP_NOT_FOUND',
    field: 'groups[1]',
  },
  ...['undeclared', 'constructor', 'toString'].map(
    (attribute): Senseless => ({
      what: `the attribute ${attribute}`,
      method: 'customers.add',
      args: () => [{ name, attributes: { [attribute]: 'x' } }],
      code: 'ATTRIBUTE_NOT_DECLARED',
      field: `attributes.${attribute}`,
    }),
  ),
  {
    what: 'the attribute __proto__',
    method: 'customers.add',
    args: () => [{ name, attributes: JSON.parse('{"__proto__":"x"}') }],
    code: 'INVALID_INPUT',
    field: 'attributes.__proto__',
  },
  {
    what: 'somebody new without a name',
    method: 'customers.findOrAdd',
    args: () => [{ phone: '0857-1111-2222' }],
    code: 'INVALID_INPUT',
    field: 'name',
  },
  {
    what: 'a bounce of an address that nobody has',
    method: 'customers.reportBounce',
    args: () => [{ email: 'nobody@example.com', reason: email }],
    code: 'CUSTOMER_NOT_FOUND',
    field: 'email',
  },
  {
    what: 'an address that nobody has',
    method: 'customers.confirmEmail',
    args: () => ['nobody@example.com'],
    code: 'CUSTOMER_NOT_FOUND',
    field: 'email',
  },
  {
    what: 'a customer with orders',
    method: 'customers.delete',
    args: ({ customer }) => [customer],
    code: 'CUSTOMER_HAS_TRANSACTIONS',
    field: 'customer',
  },
  {
    what: 'a WhatsApp id without digits',
    method: 'customers.find',
    args: () => ['whatsapp', name],
    code: 'INVALID_INPUT',
    field: 'value',
  },
]
