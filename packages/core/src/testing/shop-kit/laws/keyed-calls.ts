import { ago, type Blank, type Command, day, hour, idOf } from '../commands/command.ts'

/** A call that carries a key: what it says first, the same in other words, and something else. */
export interface KeyedCall {
  readonly what: string
  readonly call: string
  readonly table:
    | 'transactions'
    | 'payments'
    | 'interactions'
    | 'sends'
    | 'orderDrafts'
    | 'labelEvents'
    | 'consentEvents'
  /** What must be there before. */
  readonly prepare: readonly Command[]
  readonly first: object
  /** Fields that say the same otherwise. */
  readonly same: Readonly<Record<string, object>>
  /** Fields that say something else. */
  readonly other: Readonly<Record<string, object>>
  /** What is answered while another call with the key is under way; the same as later, where absent. */
  readonly underWay?: object
}

const sari: Command = { call: 'customers.add', args: [{ name: 'Sari', phone: '0812-3456-7890' }] }
const budi: Command = { call: 'customers.add', args: [{ name: 'Budi', phone: '0857-1111-2222' }] }

const line = {
  product: 'KOPI-250',
  category: 'kopi',
  colour: 'hitam',
  size: 'L',
  quantity: 2,
  price: 50_000,
  discount: 1_000,
}

const order = {
  customer: idOf('customer', 0),
  orderId: 'INV-1',
  at: ago(2 * hour),
  lines: [line, { product: 'GELAS', quantity: 1, price: 20_000 }],
  charges: [{ kind: 'shipping', amount: 9_000 }],
  discount: 500,
  paid: 50_000,
  note: 'titip',
}

const lineChanged = (change: object): object => ({
  lines: [{ ...line, ...change }, order.lines[1]],
})

const record: KeyedCall = {
  what: 'order id',
  call: 'transactions.record',
  table: 'transactions',
  prepare: [sari, budi],
  first: order,
  same: {
    'word for word': {},
    'with the kind': { kind: 'sale' },
    'with the currency': { currency: 'IDR' },
    'with the method': { method: 'cash' },
    'with spaces around': { orderId: ' INV-1', note: ' titip ' },
    'with empty fields': { dueDate: null, currency: undefined },
    'with the total of a line': lineChanged({ total: 99_000 }),
    'the customer given on the spot': { customer: { name: 'Sari', phone: '0812-3456-7890' } },
  },
  other: {
    'another customer on the spot': { customer: { name: 'Budi', phone: '0857-1111-2222' } },
    customer: { customer: idOf('customer', 1) },
    'a time of its own': { at: ago(2 * hour + 1) },
    'no time': { at: undefined },
    'due date': { dueDate: '2026-04-01' },
    currency: { currency: 'USD', rate: '1' },
    product: lineChanged({ product: 'KOPI-1000' }),
    'case of the product': lineChanged({ product: 'kopi-250' }),
    category: lineChanged({ category: 'teh' }),
    'no category': lineChanged({ category: null }),
    colour: lineChanged({ colour: 'putih' }),
    size: lineChanged({ size: 'S' }),
    quantity: lineChanged({ quantity: 3 }),
    price: lineChanged({ price: 50_001 }),
    'discount of a line': lineChanged({ discount: 999 }),
    'total of a line': lineChanged({ total: 99_001 }),
    'one line more': { lines: [...order.lines, line] },
    'one line less': { lines: [line] },
    'order of the lines': { lines: order.lines.toReversed() },
    'amount of a charge': { charges: [{ kind: 'shipping', amount: 9_001 }] },
    'kind of a charge': { charges: [{ kind: 'tax', amount: 9_000 }] },
    'no charge': { charges: [] },
    discount: { discount: 501 },
    paid: { paid: 50_001 },
    'paid in full': { paid: true },
    method: { method: 'transfer' },
    note: { note: 'titip dua' },
    'no note': { note: null },
  },
}

const onTheSpot: KeyedCall = {
  what: 'order id with a customer given on the spot',
  call: 'transactions.record',
  table: 'transactions',
  prepare: [budi],
  first: { ...order, customer: { name: 'Sari', phone: '0812-3456-7890' }, at: undefined },
  same: {
    'word for word': {},
    'the phone written otherwise': { customer: { name: 'Sari', phone: '+62 812 3456 7890' } },
    'another name on the same phone': { customer: { name: 'Bu Sari', phone: '081234567890' } },
  },
  other: {
    'another phone': { customer: { name: 'Sari', phone: '0857-1111-2222' } },
    'no phone': { customer: { name: 'Sari' } },
    'a phone more': { customer: { name: 'Sari', phone: ['081234567890', '085711112222'] } },
  },
}

const plainSale: KeyedCall = {
  what: 'order id of a plain sale',
  call: 'transactions.record',
  table: 'transactions',
  prepare: [sari],
  first: { customer: idOf('customer', 0), orderId: 'INV-1', lines: [line] },
  same: { 'word for word': {}, 'with nothing paid': { paid: 0, discount: -0, charges: [] } },
  other: {
    'a credit note': { kind: 'creditNote', lines: [{ ...line, quantity: -2 }] },
    paid: { paid: true },
  },
}

const creditNote = {
  kind: 'creditNote',
  customer: idOf('customer', 0),
  orderId: 'CN-1',
  lines: [{ product: 'KOPI-250', quantity: -2, price: 50_000 }],
  refunded: 30_000,
}

const recordCreditNote: KeyedCall = {
  what: 'order id of a credit note',
  call: 'transactions.record',
  table: 'transactions',
  prepare: [sari, budi],
  first: creditNote,
  same: {
    'word for word': {},
    'with the total': { lines: [{ ...creditNote.lines[0], total: -100_000 }] },
  },
  other: {
    quantity: { lines: [{ ...creditNote.lines[0], quantity: -1 }] },
    refunded: { refunded: true },
  },
}

const priced = { product: 'KOPI-250', price: 50_000 }
const usd = { customer: idOf('customer', 0), currency: 'USD', rate: '3', at: ago(day) }
const orders: readonly Command[] = ['1', '2'].flatMap((n) => [
  {
    call: 'transactions.record',
    args: [{ ...usd, orderId: `INV-${n}`, lines: [{ ...priced, quantity: 4 }] }],
  },
  {
    call: 'transactions.record',
    args: [
      { ...usd, orderId: `CN-${n}`, kind: 'creditNote', lines: [{ ...priced, quantity: -4 }] },
    ],
  },
])

function settlement(call: string, what: string, orderId: string): KeyedCall {
  return {
    what,
    call,
    table: 'payments',
    prepare: [sari, ...orders],
    first: { orderId: `${orderId}-1`, amount: 40_000, reference: 'TRX-1', at: ago(hour) },
    same: {
      'word for word': {},
      'with the method': { method: 'cash' },
      'with empty fields': { note: null, rate: undefined },
      'with spaces around': { reference: ' TRX-1 ' },
    },
    other: {
      amount: { amount: 40_001 },
      'another order': { orderId: `${orderId}-2` },
      'a time of its own': { at: ago(hour - 1) },
      'no time': { at: undefined },
      method: { method: 'transfer' },
      note: { note: 'lunas' },
      rate: { rate: '4' },
    },
  }
}

const recordMessage: KeyedCall = {
  what: 'message reference',
  call: 'interactions.record',
  table: 'interactions',
  prepare: [sari, budi],
  first: { customer: idOf('customer', 0), kind: 'chat', at: ago(hour), reference: 'wamid.1' },
  same: {
    'word for word': {},
    'with the channel': { channel: 'whatsapp' },
    'with the direction': { direction: 'inbound' },
    'with empty fields': { device: null, product: null, term: undefined, businessNumber: null },
    'the customer given on the spot': { customer: { name: 'Sari', phone: '0812-3456-7890' } },
  },
  other: {
    'another customer on the spot': { customer: { name: 'Budi', phone: '0857-1111-2222' } },
    customer: { customer: idOf('customer', 1) },
    kind: { kind: 'call' },
    channel: { channel: 'instagram' },
    direction: { direction: 'outbound' },
    'a time of its own': { at: ago(hour - 1) },
    'no time': { at: undefined },
    businessNumber: { businessNumber: '+6281100000001' },
    device: { device: 'android' },
    product: { product: 'KOPI-250' },
    term: { term: 'arabika' },
  },
}

const firstMessage: KeyedCall = {
  what: 'message reference with a customer given on the spot',
  call: 'interactions.record',
  table: 'interactions',
  prepare: [budi],
  first: { customer: { name: 'Sari', whatsapp: '6281234567890' }, kind: 'chat', reference: 'w.1' },
  same: {
    'word for word': {},
    'the number as a phone': { customer: { phone: '0812-3456-7890' } },
    'another name on the same number': { customer: { name: 'S', whatsapp: '6281234567890' } },
  },
  other: {
    'another phone': { customer: { name: 'Sari', phone: '0857-1111-2222' } },
    'no phone': { customer: { name: 'Sari' } },
    kind: { kind: 'call' },
  },
}

const channel: Blank = {
  blank: 'channel',
  carrying: 'accepts',
  businessNumber: '+6281100000001',
}
const agreed: Command = {
  call: 'consents.record',
  args: [{ customer: idOf('customer', 0), purpose: 'marketing', decision: 'granted' }],
}
const offer = { form: 'template', purpose: 'marketing', text: 'Kopi baru', parts: { a: 1, b: [2] } }

const sendMessage: KeyedCall = {
  what: 'reference of a send',
  call: 'messages.send',
  table: 'sends',
  prepare: [sari, budi, agreed],
  first: { customer: idOf('customer', 0), channel, message: offer, reference: 'offer-1' },
  same: {
    'word for word': {},
    'with spaces around': { reference: ' offer-1 ' },
    'with the fields in another order': {
      message: {
        parts: { b: [2], a: 1 },
        text: 'Kopi baru',
        purpose: 'marketing',
        form: 'template',
      },
    },
    'on a channel that would refuse it': { channel: { ...channel, carrying: 'giveUp' } },
  },
  other: {
    customer: { customer: idOf('customer', 1) },
    'number that it goes from': { channel: { ...channel, businessNumber: '+6281100000002' } },
    form: { message: { ...offer, form: 'freeForm' } },
    purpose: { message: { ...offer, purpose: 'service' } },
    text: { message: { ...offer, text: 'Kopi lama' } },
    'a part of the content': { message: { ...offer, parts: { a: 1, b: [3] } } },
  },
  underWay: { outcome: 'unknown', reason: 'underWay' },
}

const grade: Command = {
  call: 'labels.record',
  args: [{ customer: idOf('customer', 1), label: 'Grade A', source: 'waha', change: 'added' }],
}

const recordLabel: KeyedCall = {
  what: 'event id of a label',
  call: 'labels.record',
  table: 'labelEvents',
  prepare: [sari, budi, grade],
  first: {
    customer: idOf('customer', 0),
    label: 'Grade A',
    source: 'waha',
    change: 'added',
    at: ago(hour),
    eventId: 'ev-1',
  },
  same: {
    'word for word': {},
    'with the label by its id': { label: idOf('label', 0) },
    'with the case of the name': { label: 'GRADE A' },
    'with empty fields': { by: null },
    'with spaces around': { eventId: ' ev-1 ' },
  },
  other: {
    customer: { customer: idOf('customer', 1) },
    label: { label: 'Grade B' },
    change: { change: 'removed' },
    'a time of its own': { at: ago(hour - 1) },
    'no time': { at: undefined },
    by: { by: 'dina' },
  },
}

const recordConsent: KeyedCall = {
  what: 'event id of a consent',
  call: 'consents.record',
  table: 'consentEvents',
  prepare: [sari, budi],
  first: {
    customer: idOf('customer', 0),
    purpose: 'marketing',
    decision: 'granted',
    eventId: 'form-1',
  },
  same: { 'word for word': {}, 'with empty fields': { by: null, proof: undefined, channel: null } },
  other: {
    customer: { customer: idOf('customer', 1) },
    purpose: { purpose: 'sharing' },
    channel: { channel: 'sms' },
    decision: { decision: 'denied' },
    'a time of its own': { at: ago(hour) },
    by: { by: 'dina' },
    proof: { proof: 'formulir' },
  },
}

const placed = { product: 'KOPI-250', quantity: 2, price: '50000', currency: 'IDR' }

const placeOrder: KeyedCall = {
  what: 'reference of an order placed in a chat',
  call: 'drafts.record',
  table: 'orderDrafts',
  prepare: [sari, budi],
  first: {
    customer: idOf('customer', 0),
    at: ago(2 * hour),
    reference: 'wamid.O',
    note: 'Cepat ya',
    lines: [placed],
  },
  same: {
    'word for word': {},
    'with spaces around': { reference: ' wamid.O ' },
    'with the channel said': { channel: 'whatsapp' },
  },
  other: {
    customer: { customer: idOf('customer', 1) },
    time: { at: ago(3 * hour) },
    'no time': { at: undefined },
    channel: { channel: 'web' },
    number: { businessNumber: '+6281100000001' },
    note: { note: null },
    product: { lines: [{ ...placed, product: 'GELAS' }] },
    quantity: { lines: [{ ...placed, quantity: 3 }] },
    price: { lines: [{ ...placed, price: null }] },
    currency: { lines: [{ ...placed, currency: 'USD' }] },
    'another line': { lines: [placed, placed] },
  },
}

export const keyedCalls: readonly KeyedCall[] = [
  record,
  onTheSpot,
  plainSale,
  recordCreditNote,
  settlement('transactions.pay', 'payment reference', 'INV'),
  settlement('transactions.refund', 'refund reference', 'CN'),
  recordMessage,
  firstMessage,
  sendMessage,
  placeOrder,
  recordLabel,
  recordConsent,
]
