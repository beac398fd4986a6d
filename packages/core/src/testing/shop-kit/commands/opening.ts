import { ago, type Command, day, idOf } from './command.ts'

/** What nearly every shop has: a few customers, sets and orders, so that later commands find something. */
export const opening: readonly Command[] = [
  {
    call: 'attributes.declare',
    args: [{ name: 'roast', type: 'choice', choices: ['light', 'dark'] }],
  },
  {
    call: 'customers.add',
    args: [{ name: 'Sari Dewi', phone: '0812-3456-7890', city: 'Bandung' }],
  },
  { call: 'customers.add', args: [{ name: 'Budi', email: 'budi@example.com', category: 'VIP' }] },
  { call: 'tags.create', args: [{ name: 'Sultan', ltvMin: 100_000 }] },
  { call: 'groups.create', args: [{ name: 'Reseller' }] },
  {
    call: 'transactions.record',
    args: [
      {
        customer: idOf('customer', 0),
        orderId: 'INV-0',
        at: ago(30 * day),
        lines: [{ product: 'KOPI-250', quantity: 2, price: 55_000 }],
        paid: true,
      },
    ],
  },
  {
    call: 'transactions.record',
    args: [
      {
        customer: idOf('customer', 1),
        orderId: 'INV-1',
        at: ago(3 * day),
        dueDate: '2026-03-12',
        lines: [{ product: 'KOPI-250', quantity: 3, price: 55_000 }],
      },
    ],
  },
  {
    call: 'transactions.record',
    args: [
      {
        kind: 'creditNote',
        customer: idOf('customer', 0),
        orderId: 'CN-0',
        lines: [{ product: 'KOPI-250', quantity: -1, price: 55_000 }],
      },
    ],
  },
  {
    call: 'interactions.record',
    args: [{ customer: idOf('customer', 0), kind: 'chat', at: ago(day) }],
  },
  {
    call: 'labels.record',
    args: [
      {
        customer: idOf('customer', 0),
        label: 'Grade A',
        source: 'waha',
        change: 'added',
        at: ago(day),
      },
    ],
  },
  {
    call: 'consents.record',
    args: [{ customer: idOf('customer', 0), purpose: 'marketing', decision: 'granted' }],
  },
  { call: 'customers.add', args: [{ name: 'Citra', external: 'C-1', groups: ['Reseller'] }] },
  { call: 'customers.add', args: [{ name: 'Dewi', whatsapp: '6289655551234' }] },
  {
    call: 'segments.create',
    args: [{ name: 'Belanja', where: { field: 'ltv', is: '>=', value: 50_000 } }],
  },
]
