import fc from 'fast-check'
import { ago, day } from './command.ts'
import { aCustomer, anyOf, calls, fields, made, type Weighted } from './draw.ts'
import { emails, externals, phones, setNames } from './pools.ts'
import { predicate, set } from './set-commands.ts'

const pageLength = fc.integer({ min: 1, max: 9 })

const page = fields({
  sort: anyOf(['name', 'totalSpent', 'lastActivity', 'added', 'balance']),
  direction: anyOf(['ascending', 'descending']),
  limit: pageLength,
})

const view = fields({ view: anyOf(setNames), where: predicate, limit: pageLength }, 'view')

const segmentOrPredicate = fc.oneof(predicate, set('segment'))
const sizes = fields(
  { from: anyOf([ago(30 * day), ago(0)]), every: anyOf(['day', 'week', 'month', 'year']) },
  'from',
)
const typed = anyOf(['sari', '0812', '李', '%', 'C-1', 'a', '\u200b'])

/** Questions, whose answers must be the same everywhere. */
export const readingCommands: readonly Weighted[] = [
  [1, calls('customers.get', aCustomer)],
  [1, calls('customers.find', fc.constant('phone'), anyOf(phones))],
  [1, calls('customers.find', fc.constant('email'), anyOf(emails))],
  [1, calls('customers.find', fc.constant('external'), anyOf(externals))],
  [1, calls('customers.list', page)],
  [1, calls('customers.list', view)],
  [1, calls('customers.search', typed)],
  [1, calls('transactions.get', made('sale'))],
  [1, calls('transactions.payments', fc.oneof(made('sale'), made('creditNote')))],
  [1, calls('transactions.of', aCustomer)],
  [1, calls('transactions.payment', made('payment'))],
  [1, calls('transactions.paymentsOf', aCustomer)],
  [1, calls('interactions.of', aCustomer)],
  [1, calls('interactions.window', aCustomer)],
  [1, calls('interactions.status', aCustomer)],
  [1, calls('groups.list')],
  [1, calls('tags.list')],
  [1, calls('categories.list')],
  [1, calls('attributes.list')],
  [1, calls('views.get', anyOf(setNames))],
  [1, calls('views.list')],
  [1, calls('segments.get', set('segment'))],
  [1, calls('segments.list')],
  [1, calls('segments.count', segmentOrPredicate)],
  [1, calls('segments.members', segmentOrPredicate, page)],
  [1, calls('segments.explain', segmentOrPredicate, aCustomer)],
  [1, calls('segments.whatWouldChange', segmentOrPredicate, aCustomer)],
  [1, calls('segments.describe', segmentOrPredicate, fields({ locale: anyOf(['en', 'id']) }))],
  [
    1,
    calls('segments.history', set('segment'), fields({ customer: aCustomer, limit: pageLength })),
  ],
  [1, calls('segments.sizes', set('segment'), sizes)],
  [1, calls('segments.catalogue')],
  [1, calls('value.of', aCustomer)],
  [1, calls('value.regulars', page)],
  [1, calls('value.loyalty', aCustomer)],
  [1, calls('reports.monitoring')],
  [1, calls('reports.trialBalance')],
  [1, calls('events.read')],
  [1, calls('events.of', aCustomer)],
]
