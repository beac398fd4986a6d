import { type LoyaltyStage, ordersForLoyal } from '../../value/loyalty.ts'
import type { Condition } from '../condition.ts'
import { ofCustomer, ofFacts } from '../fields/columns.ts'
import { column } from './places.ts'

const orders = column(ofFacts('orders'))
const slippingAt = column(ofFacts('slippingAt'))
const lapsedAt = column(ofFacts('lapsedAt'))

/** Has a standing order that is fully paid. */
export function productiveCondition(): Condition {
  return column(ofFacts('paidOrders'))({ is: '>=', value: 1 })
}

/** Some e-mail address has an instant at which mail came back. */
export function emailBouncedCondition(): Condition {
  const anyTime = { is: '>=', value: Number.MIN_SAFE_INTEGER } as const
  return { op: 'identity', kind: 'email', column: 'bouncedAt', test: anyTime }
}

export function archivedCondition(): Condition {
  return { op: 'not', of: column(ofCustomer('archivedAt'))({ is: 'missing' }) }
}

/** Blacklisted for good, or until an instant that lies ahead. */
export function blacklistedCondition(now: number): Condition {
  return all(
    not(column(ofCustomer('blacklistedAt'))({ is: 'missing' })),
    not(column(ofCustomer('blacklistedUntil'))({ is: '<=', value: now })),
  )
}

/** Said no to marketing on some channel: who did on one is asked on none. */
export function optedOutCondition(): Condition {
  return { op: 'consent', purpose: 'marketing', channel: null, decisions: ['denied', 'withdrawn'] }
}

/** The stage of loyalty, told from the stored instants by the same order of questions as `loyaltyStage`. */
export function loyaltyCondition(stage: LoyaltyStage, now: number): Condition {
  const lapsed = lapsedAt({ is: '<=', value: now })
  const slipping = slippingAt({ is: '<=', value: now })
  const here = not({ op: 'any', of: [lapsed, slipping] })
  const loyal = all(
    orders({ is: '>=', value: ordersForLoyal }),
    column(ofFacts('steady'))({ is: '=', value: 1 }),
  )
  switch (stage) {
    case 'prospect':
      return orders({ is: '=', value: 0 })
    case 'lapsed':
      return all(orders({ is: '>=', value: 1 }), lapsed)
    case 'slipping':
      return all(orders({ is: '>=', value: 1 }), not(lapsed), slipping)
    case 'one-time':
      return all(orders({ is: '=', value: 1 }), here)
    case 'repeat':
      return all(orders({ is: 'between', low: 2, high: 3 }), here)
    case 'loyal':
      return all(loyal, here)
    case 'regular':
      return all(orders({ is: '>=', value: 4 }), not(loyal), here)
  }
}

function all(...of: Condition[]): Condition {
  return { op: 'all', of }
}

function not(of: Condition): Condition {
  return { op: 'not', of }
}
