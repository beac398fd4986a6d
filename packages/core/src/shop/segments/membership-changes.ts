import type { Action } from '../../domain/segments/changes/action.ts'
import {
  type ChangeableView,
  type ChangeMoment,
  needsOfChanges,
} from '../../domain/segments/changes/changeable-view.ts'
import { describeChange } from '../../domain/segments/changes/describe-change.ts'
import { whatWouldChange } from '../../domain/segments/changes/what-would-change.ts'
import type { Locale } from '../../domain/segments/describe/languages.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { keptOf } from '../kept/load-plan.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { shopGap } from '../value/shop-gap.ts'
import { loadCatalogue } from './catalogue.ts'
import { loadViews } from './load-views.ts'
import { type NextShown, nextShown } from './next-shown.ts'

/** What would flip whether a customer belongs to a segment. */
export interface MembershipChanges {
  /** Whether the customer belongs now. */
  readonly holds: boolean
  /** Each alone would change that if it happened now; those of little effort first. */
  readonly changes: readonly MembershipChange[]
  /** When the answer changes if nothing but time goes on, or until when it does not; with `never` not later either. */
  readonly next: NextShown
}

export interface MembershipChange {
  /** Amounts are minor units, instants epoch milliseconds. */
  readonly action: Action
  /** The action in words. */
  readonly sentence: string
}

/** @throws LanggananError `CUSTOMER_NOT_FOUND` */
export async function membershipChanges(
  unit: UnitOfWork,
  predicate: Predicate,
  customer: string,
  locale: Locale,
): Promise<MembershipChanges> {
  const catalogue = await loadCatalogue(unit)
  const { now } = unit.stamp
  const moment = { ...catalogue, now, kept: await keptOf(unit), shopGap: await shopGap(unit) }
  const view = await changeableView(unit, predicate, customer, moment)
  const { holds, actions, next } = whatWouldChange(predicate, view, moment)
  return {
    holds,
    changes: actions.map((action) => ({
      action,
      sentence: describeChange(action, catalogue, locale),
    })),
    next: nextShown(next),
  }
}

/** The customer with everything that actions build on. */
async function changeableView(
  unit: UnitOfWork,
  predicate: Predicate,
  customer: string,
  moment: ChangeMoment,
): Promise<ChangeableView> {
  const { tx } = unit
  const [view] = await loadViews(unit, [customer], needsOfChanges(predicate, moment))
  if (view === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  const own = [[customer]] as const
  const transactions = await tx.find('transactions', 'byCustomer', own)
  const times = await tx.report('orderTimes', { customerIds: [customer] })
  return {
    ...view,
    invoices: transactions.filter(({ total, settled }) => total > settled),
    orderTimes: times.map(({ at }) => at),
    tagMembers: await tx.find('tagMembers', 'byCustomer', own),
    labelEvents: await tx.find('labelEvents', 'byCustomer', own),
    consentEvents: await tx.find('consentEvents', 'byCustomer', own),
  }
}
