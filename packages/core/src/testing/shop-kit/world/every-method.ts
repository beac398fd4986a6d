import type { ErrorCode } from '../../../domain/error/codes.ts'
import { kitChannel, numberOfChannel } from './channel.ts'
import { type Ids, phoneOfCustomer, scoresOf } from './population.ts'

/** A call of a public method on a populated shop. */
export interface MethodCase {
  args(ids: Ids): readonly unknown[]
  /**
   * What comes of the call with ids of another shop: this error, or an answer that holds nothing of
   * the other. Absent where the call takes no ids.
   */
  readonly foreign?: ErrorCode | 'answered'
  /** Said of a call that is a series of transactions, each of them whole. */
  readonly isSeries?: true
}

const line = { product: 'KOPI-250', quantity: 1, price: 30_000 }
const back = { product: 'KOPI-250', quantity: -1, price: 30_000 }

const letter = { source: 'whatsapp', kind: 'refused', reason: 'CUSTOMER_NOT_FOUND', payload: 'a' }

const offer = { form: 'template', purpose: 'marketing', text: 'Kopi baru' }

const told9 = (chat: object, rest: object): object => ({
  told: 'chat',
  label: '9',
  change: 'added',
  chat,
  ...rest,
})

/** By the names of all methods that answer a promise. A method without a case fails the kit. */
export const everyMethod: Readonly<Record<string, readonly MethodCase[]>> = {
  'customers.add': [
    { args: ({ group }) => [{ name: 'Citra', groups: [group] }], foreign: 'GROUP_NOT_FOUND' },
    { args: ({ category }) => [{ name: 'Dewi', category }], foreign: 'CATEGORY_NOT_FOUND' },
    { args: () => [{ name: 'Eka', phone: '0857-1111-2222', attributes: { roast: 'light' } }] },
  ],
  'customers.addMany': [
    {
      args: ({ group }) => [[{ name: 'Citra' }, { name: 'Dewi', groups: [group] }]],
      foreign: 'GROUP_NOT_FOUND',
    },
  ],
  'customers.findOrAdd': [
    {
      args: ({ group }) => [{ name: 'Citra', phone: '0857-1111-2222', groups: [group] }],
      foreign: 'GROUP_NOT_FOUND',
    },
    { args: () => [{ phone: phoneOfCustomer, userId: 'ID.77', email: 'sari.baru@example.com' }] },
    { args: () => [{ phone: phoneOfCustomer }, { at: new Date(0) }] },
  ],
  'customers.get': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'customers.find': [
    { args: () => ['phone', phoneOfCustomer] },
    { args: () => ['phone', phoneOfCustomer, { at: new Date(0) }] },
  ],
  'customers.list': [
    { args: () => [] },
    { args: ({ cursor }) => [{ sort: 'name', after: cursor }], foreign: 'answered' },
    { args: ({ group }) => [{ where: { group } }], foreign: 'PREDICATE_INVALID' },
    {
      args: ({ category }) => [{ where: { field: 'category', is: '=', value: category } }],
      foreign: 'PREDICATE_INVALID',
    },
    { args: ({ view }) => [{ view, where: 'orders >= 1' }], foreign: 'VIEW_NOT_FOUND' },
  ],
  'customers.search': [{ args: () => ['sari'] }, { args: () => ['0812'] }],
  'customers.edit': [
    {
      args: ({ customer }) => [
        customer,
        { name: 'Sari', phone: ['0896-5555-1234'], birthDate: null },
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
    {
      args: ({ newcomer, category }) => [newcomer, { category, attributes: { roast: 'light' } }],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'customers.learn': [
    {
      args: ({ customer }) => [
        customer,
        { name: 'Sari', nameToldAt: new Date(0), source: 'ad', sourceToldAt: new Date(0) },
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'customers.identities': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'customers.reassignNumber': [
    { args: ({ customer }) => [customer, phoneOfCustomer], foreign: 'CUSTOMER_NOT_FOUND' },
  ],
  'customers.changeIdentities': [
    {
      args: () => [
        {
          from: { phone: phoneOfCustomer },
          to: { phone: '0813-2222-3333', userId: 'ID.2' },
          reference: 'wamid.change',
        },
      ],
    },
    {
      args: () => [{ from: { whatsapp: '628122223333' }, to: { userId: 'ID.9', name: 'Wati' } }],
    },
  ],
  'customers.archive': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'customers.restore': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'customers.delete': [{ args: ({ newcomer }) => [newcomer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'customers.blacklist': [
    { args: ({ customer }) => [customer, { reason: 'fiktif' }], foreign: 'CUSTOMER_NOT_FOUND' },
  ],
  'customers.unblacklist': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'customers.reportBounce': [
    { args: () => [{ email: 'sari@example.com', reason: '550 no such user' }] },
  ],
  'customers.confirmEmail': [{ args: () => ['sari@example.com'] }],
  'conflicts.record': [
    {
      args: ({ customer, newcomer }) => [{ customers: [newcomer, customer] }],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'conflicts.dismiss': [
    {
      args: ({ customer, newcomer }) => [{ customers: [customer, newcomer] }],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'conflicts.list': [{ args: () => [] }],
  'deadLetters.record': [{ args: () => [letter] }, { args: () => [{ ...letter, payload: 'b' }] }],
  'deadLetters.recordMany': [{ args: () => [[letter, { ...letter, payload: 'b' }]] }],
  'deadLetters.list': [
    { args: () => [] },
    { args: ({ letterCursor }) => [{ after: letterCursor }], foreign: 'answered' },
  ],
  'deadLetters.get': [{ args: ({ letter }) => [letter], foreign: 'DEAD_LETTER_NOT_FOUND' }],
  'deadLetters.settle': [
    { args: ({ letter }) => [letter, 'discarded'], foreign: 'DEAD_LETTER_NOT_FOUND' },
  ],
  'drafts.record': [
    {
      args: ({ customer }) => [
        { customer, lines: [{ product: 'KOPI-250', quantity: 1 }], reference: 'wamid.O9' },
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'drafts.confirm': [
    { args: ({ draft }) => [draft, { orderId: 'INV-9' }], foreign: 'ORDER_DRAFT_NOT_FOUND' },
    {
      args: ({ draft }) => [draft, { orderId: 'INV-9', lines: [line], paid: true }],
      foreign: 'ORDER_DRAFT_NOT_FOUND',
    },
  ],
  'drafts.cancel': [{ args: ({ draft }) => [draft], foreign: 'ORDER_DRAFT_NOT_FOUND' }],
  'drafts.get': [{ args: ({ draft }) => [draft], foreign: 'ORDER_DRAFT_NOT_FOUND' }],
  'drafts.open': [
    { args: () => [] },
    { args: ({ draftCursor }) => [{ after: draftCursor }], foreign: 'answered' },
  ],
  'drafts.of': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'transactions.record': [
    {
      args: ({ customer }) => [{ customer, orderId: 'INV-9', lines: [line], paid: true }],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
    {
      args: () => [
        {
          customer: { name: 'Sari', phone: phoneOfCustomer },
          orderId: 'INV-9',
          lines: [line, { ...line, discount: 500 }],
          charges: [{ kind: 'shipping', amount: 9_000 }],
          currency: 'USD',
          rate: '2.5',
          paid: 10_000,
        },
      ],
    },
    {
      args: ({ newcomer }) => [
        { kind: 'creditNote', customer: newcomer, orderId: 'CN-9', lines: [back], refunded: 5_000 },
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'transactions.recordMany': [
    {
      args: ({ customer }) => [
        [
          { customer: { name: 'Citra', phone: '0857-1111-2222' }, orderId: 'INV-8', lines: [line] },
          { customer, orderId: 'INV-9', lines: [line], paid: true },
        ],
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'transactions.get': [
    { args: () => ['INV-1'] },
    { args: ({ transaction }) => [{ id: transaction }], foreign: 'TRANSACTION_NOT_FOUND' },
  ],
  'transactions.payments': [
    { args: () => ['INV-1'] },
    { args: ({ transaction }) => [{ id: transaction }], foreign: 'TRANSACTION_NOT_FOUND' },
  ],
  'transactions.of': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'transactions.payment': [{ args: ({ payment }) => [payment], foreign: 'TRANSACTION_NOT_FOUND' }],
  'transactions.paymentsOf': [
    { args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' },
  ],
  'transactions.pay': [{ args: () => [{ orderId: 'INV-2', amount: 130_000, reference: 'TRX-1' }] }],
  'transactions.payMany': [
    {
      args: () => [
        [
          { orderId: 'INV-2', amount: 30_000 },
          { orderId: 'INV-2', amount: 40_000, reference: 'TRX-1' },
        ],
      ],
    },
  ],
  'transactions.refund': [
    { args: () => [{ orderId: 'CN-1', amount: 40_000, reference: 'TRX-1' }] },
  ],
  'interactions.record': [
    {
      args: ({ customer }) => [{ customer, kind: 'chat', reference: 'wamid.1' }],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
    {
      args: () => [
        { customer: { whatsapp: '6285711112222', name: 'Citra' }, kind: 'chat', reference: 'w.2' },
      ],
    },
    {
      args: ({ group }) => [{ customer: { name: 'Citra', groups: [group] }, kind: 'form' }],
      foreign: 'GROUP_NOT_FOUND',
    },
  ],
  'interactions.recordMany': [
    {
      args: ({ customer, newcomer }) => [
        [
          { customer: { phone: phoneOfCustomer, external: 'C-9' }, kind: 'chat' },
          { customer, kind: 'call', businessNumber: '+6281100000001' },
          { customer: newcomer, kind: 'search', term: 'arabika' },
        ],
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'interactions.of': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'interactions.window': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'interactions.status': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'groups.create': [{ args: () => [{ name: 'Ramadan' }] }],
  'groups.rename': [{ args: ({ group }) => [group, 'Agen'], foreign: 'GROUP_NOT_FOUND' }],
  'groups.delete': [{ args: ({ group }) => [group], foreign: 'GROUP_NOT_FOUND' }],
  'groups.add': [
    { args: ({ group, newcomer }) => [group, [newcomer]], foreign: 'GROUP_NOT_FOUND' },
    { args: ({ newcomer }) => ['Reseller', [newcomer]], foreign: 'CUSTOMER_NOT_FOUND' },
  ],
  'groups.remove': [
    { args: ({ group, customer }) => [group, [customer]], foreign: 'GROUP_NOT_FOUND' },
    { args: ({ customer }) => ['Reseller', [customer]], foreign: 'answered' },
  ],
  'groups.list': [{ args: () => [] }],
  'tags.create': [
    { args: () => [{ name: 'Hemat', ltvMax: 50_000 }] },
    { args: ({ group }) => [{ name: 'Agen', where: { group } }], foreign: 'PREDICATE_INVALID' },
  ],
  'tags.edit': [
    { args: ({ tag, group }) => [tag, { where: { group } }], foreign: 'TAG_NOT_FOUND' },
    { args: ({ tag }) => [tag, { ltvMin: 0, ltvMax: 10 }], foreign: 'TAG_NOT_FOUND' },
  ],
  'tags.delete': [{ args: ({ spareTag }) => [spareTag], foreign: 'TAG_NOT_FOUND' }],
  'tags.assign': [
    { args: ({ tag, customer }) => [tag, customer], foreign: 'TAG_NOT_FOUND' },
    { args: ({ customer }) => ['Sultan', customer], foreign: 'CUSTOMER_NOT_FOUND' },
  ],
  'tags.unassign': [
    { args: ({ tag, newcomer }) => [tag, newcomer], foreign: 'TAG_NOT_FOUND' },
    { args: ({ newcomer }) => ['Sultan', newcomer], foreign: 'CUSTOMER_NOT_FOUND' },
  ],
  'tags.list': [{ args: () => [] }],
  'categories.create': [{ args: () => [{ name: 'Warung' }] }],
  'categories.rename': [
    { args: ({ category }) => [category, 'Kedai'], foreign: 'CATEGORY_NOT_FOUND' },
  ],
  'categories.delete': [
    { args: () => ['Corporate'] },
    { args: ({ spareCategory }) => [spareCategory], foreign: 'CATEGORY_NOT_FOUND' },
  ],
  'categories.list': [{ args: () => [] }],
  'attributes.declare': [{ args: () => [{ name: 'cups', type: 'number' }] }],
  'attributes.list': [{ args: () => [] }],
  'segments.create': [
    { args: ({ tag }) => [{ name: 'Setia', where: { tag } }], foreign: 'PREDICATE_INVALID' },
    {
      args: ({ tag }) => [{ name: 'Setia', where: { tag }, tracked: true }],
      foreign: 'PREDICATE_INVALID',
    },
  ],
  'segments.edit': [
    { args: ({ segment }) => [segment, { name: 'Hemat' }], foreign: 'SEGMENT_NOT_FOUND' },
    {
      args: ({ trackedSegment }) => [trackedSegment, { tracked: false, where: { all: [] } }],
      foreign: 'SEGMENT_NOT_FOUND',
    },
  ],
  'segments.delete': [
    { args: ({ segment }) => [segment], foreign: 'SEGMENT_NOT_FOUND' },
    { args: ({ trackedSegment }) => [trackedSegment], foreign: 'SEGMENT_NOT_FOUND' },
  ],
  'segments.get': [{ args: ({ segment }) => [segment], foreign: 'SEGMENT_NOT_FOUND' }],
  'segments.list': [{ args: () => [] }],
  'segments.count': [
    { args: ({ segment }) => [segment], foreign: 'SEGMENT_NOT_FOUND' },
    { args: ({ group }) => [{ group }], foreign: 'PREDICATE_INVALID' },
    { args: ({ label }) => [{ label }], foreign: 'PREDICATE_INVALID' },
    { args: ({ segment }) => [{ segment }], foreign: 'PREDICATE_INVALID' },
  ],
  'segments.members': [
    { args: ({ segment }) => [segment], foreign: 'SEGMENT_NOT_FOUND' },
    { args: ({ tag }) => [{ tag }], foreign: 'PREDICATE_INVALID' },
  ],
  'segments.explain': [
    { args: ({ segment, customer }) => [segment, customer], foreign: 'SEGMENT_NOT_FOUND' },
    { args: ({ customer }) => [{ all: [] }, customer], foreign: 'CUSTOMER_NOT_FOUND' },
  ],
  'segments.history': [
    { args: ({ trackedSegment }) => [trackedSegment], foreign: 'SEGMENT_NOT_FOUND' },
    { args: ({ customer }) => ['Aktif', { customer }], foreign: 'answered' },
  ],
  'segments.sizes': [
    {
      args: ({ trackedSegment }) => [trackedSegment, { from: new Date(0) }],
      foreign: 'SEGMENT_NOT_FOUND',
    },
  ],
  'segments.whatWouldChange': [
    { args: ({ segment, customer }) => [segment, customer], foreign: 'SEGMENT_NOT_FOUND' },
    { args: ({ customer }) => [{ all: [] }, customer], foreign: 'CUSTOMER_NOT_FOUND' },
  ],
  'segments.describe': [
    { args: ({ segment }) => [segment], foreign: 'SEGMENT_NOT_FOUND' },
    { args: ({ group }) => [{ group }], foreign: 'PREDICATE_INVALID' },
  ],
  'views.create': [
    {
      args: ({ group }) => [{ name: 'Agen', where: { group }, columns: ['name'], sort: 'name' }],
      foreign: 'PREDICATE_INVALID',
    },
    { args: ({ segment }) => [{ name: 'Agen', where: segment }], foreign: 'SEGMENT_NOT_FOUND' },
  ],
  'views.edit': [
    {
      args: ({ view, group }) => [
        view,
        { where: { group }, columns: null, direction: 'ascending' },
      ],
      foreign: 'VIEW_NOT_FOUND',
    },
    { args: ({ group }) => ['Teratas', { where: { group } }], foreign: 'PREDICATE_INVALID' },
  ],
  'views.delete': [{ args: ({ view }) => [view], foreign: 'VIEW_NOT_FOUND' }],
  'views.get': [{ args: ({ view }) => [view], foreign: 'VIEW_NOT_FOUND' }],
  'views.list': [{ args: () => [] }],
  'labels.record': [
    {
      args: ({ customer, label }) => [{ customer, label, change: 'removed', eventId: 'ev-1' }],
      foreign: 'LABEL_NOT_FOUND',
    },
    {
      args: ({ newcomer }) => [
        { customer: newcomer, label: 'Grade B', source: 'whatsapp', change: 'added', by: 'dina' },
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'labels.recordMany': [
    {
      args: ({ customer, newcomer }) => [
        [
          { customer, label: 'Grade B', change: 'added', eventId: 'ev-0' },
          { customer: newcomer, label: 'Grade B', change: 'removed' },
        ],
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'messages.send': [
    {
      args: ({ customer }) => [
        { customer, channel: kitChannel(), message: offer, reference: 'offer-1' },
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
      isSeries: true,
    },
    {
      args: ({ customer }) => [{ customer, channel: kitChannel('waitADay'), message: offer }],
      isSeries: true,
    },
    {
      args: ({ customer }) => [
        { customer, channel: kitChannel('suppressMarketing'), message: offer, reference: 'o-2' },
      ],
      isSeries: true,
    },
    {
      args: ({ customer }) => [{ customer, channel: kitChannel('useTemplate'), message: offer }],
      isSeries: true,
    },
    {
      args: ({ newcomer }) => [{ customer: newcomer, channel: kitChannel(), message: offer }],
      isSeries: true,
    },
  ],
  'messages.mayReceive': [
    {
      args: ({ customer }) => [
        {
          customer,
          channel: { name: 'whatsapp', businessNumber: numberOfChannel },
          form: 'freeForm',
          purpose: 'service',
        },
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'messages.unresolved': [
    { args: () => [] },
    { args: ({ sendCursor }) => [{ after: sendCursor }], foreign: 'answered' },
  ],
  'messages.resolve': [
    { args: ({ lostSend }) => [lostSend, { sent: false }], foreign: 'MESSAGE_NOT_FOUND' },
    { args: ({ lostSend }) => [lostSend, { sent: true }], foreign: 'MESSAGE_NOT_FOUND' },
  ],
  'messages.recordStatus': [
    {
      args: ({ lostSend }) => [
        { message: 'wamid.8', status: 'failed', act: 'useTemplate', callbackData: lostSend },
      ],
    },
    {
      args: () => [
        { message: 'wamid.9', status: 'failed', error: 131_047, pricing: { billable: false } },
      ],
    },
  ],
  'messages.recordStatuses': [
    {
      args: () => [
        [
          { message: 'wamid.9', status: 'sent', callbackData: 'campaign-1' },
          { message: 'wamid.9', status: 'read' },
        ],
      ],
    },
  ],
  'messages.get': [{ args: () => ['wamid.7'] }],
  'messages.of': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'labels.hear': [
    {
      args: () => [
        {
          source: 'waha',
          by: 'dina',
          events: [
            { told: 'label', label: '9', name: 'Grade A', colour: '2', at: new Date(0) },
            told9({ whatsapp: phoneOfCustomer }, { at: new Date(0), eventId: 'evt_1' }),
            told9({ whatsapp: '6285711112222', lid: '251556368777322', name: 'Citra' }, {}),
            told9({ lid: '99887766554433@lid' }, {}),
            { told: 'lid', lid: '99887766554433', whatsapp: '6285733334444' },
            told9({ lid: '11223344556677@lid' }, { at: new Date(0) }),
            { told: 'label', label: '9', deleted: true },
          ],
        },
      ],
    },
  ],
  'labels.reconcile': [
    {
      args: () => [
        {
          source: 'whatsapp',
          labels: [{ label: '1', name: 'Baru', colour: '#dfaef0' }],
          chats: [
            { chat: { whatsapp: phoneOfCustomer }, labels: ['1'] },
            { chat: { lid: '11223344556677' }, labels: ['1'] },
          ],
        },
      ],
    },
  ],
  'labels.waiting': [{ args: () => [] }],
  'labels.board': [
    { args: () => [] },
    { args: ({ label }) => [{ where: { label }, limit: 1 }], foreign: 'PREDICATE_INVALID' },
  ],
  'labels.list': [{ args: () => [] }],
  'labels.of': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'consents.record': [
    {
      args: ({ customer }) => [
        {
          customer,
          purpose: 'marketing',
          channel: 'sms',
          decision: 'withdrawn',
          eventId: 'form-1',
        },
      ],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'consents.of': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'scores.record': [
    {
      args: ({ newcomer }) => [{ asOf: new Date(0), ...scoresOf(newcomer) }],
      foreign: 'CUSTOMER_NOT_FOUND',
    },
  ],
  'scores.of': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'segments.catalogue': [{ args: () => [] }],
  'value.of': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'value.regulars': [
    { args: () => [] },
    { args: ({ cursor }) => [{ sort: 'name', after: cursor }], foreign: 'answered' },
  ],
  'value.loyalty': [{ args: ({ customer }) => [customer], foreign: 'CUSTOMER_NOT_FOUND' }],
  'value.refreshRhythm': [{ args: () => [] }],
  'reports.labels': [
    { args: () => [] },
    {
      args: ({ label }) => [{ where: { label }, from: new Date(0), to: new Date(1) }],
      foreign: 'PREDICATE_INVALID',
    },
  ],
  'reports.monitoring': [{ args: () => [] }],
  'reports.trialBalance': [{ args: () => [] }],
  'events.read': [
    { args: () => [] },
    { args: ({ eventCursor }) => [{ after: eventCursor }], foreign: 'answered' },
  ],
  'events.of': [{ args: ({ customer }) => [customer], foreign: 'answered' }],
  tick: [{ args: () => [] }],
  rebuild: [{ args: () => [] }],
  verify: [{ args: () => [] }],
}

/** Methods that are no call on the storage; they have tests of their own. */
export const otherMethods: readonly string[] = ['on', 'as', 'within', 'start', 'close']
