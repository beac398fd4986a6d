import { loyaltyStages } from '../../value/loyalty.ts'
import { ofFacts } from './columns.ts'
import type { FieldsOf } from './field.ts'

/** What the customer is worth, owes and does. */
export const valueFields: FieldsOf<
  | 'ltv'
  | 'paid'
  | 'refunded'
  | 'orders'
  | 'paidOrders'
  | 'pieces'
  | 'ordersTotal'
  | 'averageOrder'
  | 'firstPurchase'
  | 'lastPurchase'
  | 'firstPurchaseAnniversary'
  | 'balance'
  | 'receivable'
  | 'credit'
  | 'overdue'
  | 'overdueBalance'
  | 'productive'
  | 'loyalty'
> = {
  ltv: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('ltv') },
    dependsOn: 'facts',
    optional: false,
    means: 'Lifetime value: paid minus refunded.',
    example: { field: 'ltv', is: '>=', value: 5_000_000 },
  },
  paid: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('paid') },
    dependsOn: 'facts',
    optional: false,
    means: 'Money received.',
    example: { field: 'paid', is: '>', value: 0 },
  },
  refunded: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('refunded') },
    dependsOn: 'facts',
    optional: false,
    means: 'Money given back.',
    example: { field: 'refunded', is: '>', value: 0 },
  },
  orders: {
    type: 'integer',
    reads: { from: 'column', column: ofFacts('orders') },
    dependsOn: 'facts',
    optional: false,
    means: 'Standing orders.',
    example: { field: 'orders', is: '>=', value: 3 },
  },
  paidOrders: {
    type: 'integer',
    reads: { from: 'column', column: ofFacts('paidOrders') },
    dependsOn: 'facts',
    optional: false,
    means: 'Standing orders that are paid in full.',
    example: { field: 'paidOrders', is: '>=', value: 1 },
  },
  pieces: {
    type: 'integer',
    reads: { from: 'column', column: ofFacts('pieces') },
    dependsOn: 'facts',
    optional: false,
    means: 'Pieces in standing orders.',
    example: { field: 'pieces', is: '>=', value: 12 },
  },
  ordersTotal: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('ordersTotal') },
    dependsOn: 'facts',
    optional: false,
    means: 'Total of standing orders, paid or not.',
    example: { field: 'ordersTotal', is: 'between', value: [1_000_000, 5_000_000] },
  },
  averageOrder: {
    type: 'average',
    reads: { from: 'average', total: ofFacts('ordersTotal'), count: ofFacts('orders') },
    dependsOn: 'facts',
    optional: true,
    means: 'Total of standing orders over their number.',
    example: { field: 'averageOrder', is: '>', value: 200_000 },
  },
  firstPurchase: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('firstPurchaseAt') },
    dependsOn: 'facts',
    optional: true,
    means: 'First standing order.',
    example: { field: 'firstPurchase', is: 'in', value: { this: 'month' } },
  },
  lastPurchase: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('lastPurchaseAt') },
    dependsOn: 'facts',
    optional: true,
    means: 'Latest standing order.',
    example: { field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } },
  },
  firstPurchaseAnniversary: {
    type: 'anniversary',
    reads: { from: 'rule', rule: 'firstPurchaseAnniversary' },
    dependsOn: 'facts',
    optional: true,
    means:
      'The day of the first standing order in the years after it; 29 February is observed on the 28th in other years.',
    example: { field: 'firstPurchaseAnniversary', is: 'in', value: { next: { days: 3 } } },
  },
  balance: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('balance') },
    dependsOn: 'facts',
    optional: false,
    means: 'Owed to the shop minus owed by the shop.',
    example: { field: 'balance', is: '>', value: 0 },
  },
  receivable: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('receivable') },
    dependsOn: 'facts',
    optional: false,
    means: 'Owed to the shop.',
    example: { field: 'receivable', is: '>=', value: 1_000_000 },
  },
  credit: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('credit') },
    dependsOn: 'facts',
    optional: false,
    means: 'Owed by the shop.',
    example: { field: 'credit', is: '>', value: 0 },
  },
  overdue: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('overdueSince') },
    dependsOn: 'facts',
    optional: true,
    means:
      'From when the oldest open invoice is overdue, the local midnight after its due date; it may lie ahead.',
    example: { field: 'overdue', is: '<=', value: { ago: { days: 30 } } },
  },
  overdueBalance: {
    type: 'money',
    reads: { from: 'rule', rule: 'overdueBalance' },
    dependsOn: 'facts',
    optional: false,
    means: 'What is open of invoices that are overdue now.',
    example: { field: 'overdueBalance', is: '>=', value: 1_000_000 },
  },
  productive: {
    type: 'flag',
    reads: { from: 'rule', rule: 'productive' },
    dependsOn: 'facts',
    optional: false,
    means: 'Whether a standing order is fully paid: a regular customer.',
    example: { field: 'productive', is: '=', value: true },
  },
  loyalty: {
    type: 'choice',
    reads: { from: 'rule', rule: 'loyalty' },
    dependsOn: 'facts',
    optional: false,
    means: 'Stage of loyalty.',
    example: { field: 'loyalty', is: 'in', value: ['slipping', 'lapsed'] },
    choices: loyaltyStages,
  },
}
