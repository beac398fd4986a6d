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
  },
  paid: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('paid') },
    dependsOn: 'facts',
    optional: false,
  },
  refunded: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('refunded') },
    dependsOn: 'facts',
    optional: false,
  },
  orders: {
    type: 'integer',
    reads: { from: 'column', column: ofFacts('orders') },
    dependsOn: 'facts',
    optional: false,
  },
  paidOrders: {
    type: 'integer',
    reads: { from: 'column', column: ofFacts('paidOrders') },
    dependsOn: 'facts',
    optional: false,
  },
  pieces: {
    type: 'integer',
    reads: { from: 'column', column: ofFacts('pieces') },
    dependsOn: 'facts',
    optional: false,
  },
  ordersTotal: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('ordersTotal') },
    dependsOn: 'facts',
    optional: false,
  },
  averageOrder: {
    type: 'average',
    reads: { from: 'average', total: ofFacts('ordersTotal'), count: ofFacts('orders') },
    dependsOn: 'facts',
    optional: true,
  },
  firstPurchase: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('firstPurchaseAt') },
    dependsOn: 'facts',
    optional: true,
  },
  lastPurchase: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('lastPurchaseAt') },
    dependsOn: 'facts',
    optional: true,
  },
  firstPurchaseAnniversary: {
    type: 'anniversary',
    reads: { from: 'rule', rule: 'firstPurchaseAnniversary' },
    dependsOn: 'facts',
    optional: true,
  },
  balance: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('balance') },
    dependsOn: 'facts',
    optional: false,
  },
  receivable: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('receivable') },
    dependsOn: 'facts',
    optional: false,
  },
  credit: {
    type: 'money',
    reads: { from: 'column', column: ofFacts('credit') },
    dependsOn: 'facts',
    optional: false,
  },
  overdue: {
    type: 'instant',
    reads: { from: 'column', column: ofFacts('overdueSince') },
    dependsOn: 'facts',
    optional: true,
    mayLieAhead: true,
  },
  overdueBalance: {
    type: 'money',
    reads: { from: 'rule', rule: 'overdueBalance' },
    dependsOn: 'facts',
    optional: false,
  },
  productive: {
    type: 'flag',
    reads: { from: 'rule', rule: 'productive' },
    dependsOn: 'facts',
    optional: false,
  },
  loyalty: {
    type: 'choice',
    reads: { from: 'rule', rule: 'loyalty' },
    dependsOn: 'facts',
    optional: false,
    choices: loyaltyStages,
  },
}
