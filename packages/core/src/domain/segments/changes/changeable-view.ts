import type { ConsentEventRow } from '../../consents/rows.ts'
import type { Kept } from '../../kept/kept.ts'
import type { LabelEventRow } from '../../labels/rows.ts'
import type { TagMemberRow } from '../../tags/rows.ts'
import type { TransactionRow } from '../../transactions/rows.ts'
import type { DeclaredAttribute } from '../catalogue.ts'
import type { CustomerListName, CustomerView } from '../customer-view.ts'
import { needs } from '../needs.ts'
import type { Predicate } from '../predicate.ts'
import type { Moment } from '../resolve/moment.ts'
import { resolve } from '../resolve.ts'
import { rulesBehind } from './rules-behind.ts'

/** A customer as criteria see it, and what writes build on beside that. */
export interface ChangeableView extends CustomerView {
  /** Every transaction of which something is open, due or not. */
  readonly invoices: readonly TransactionRow[]
  /** Instants of the standing orders. */
  readonly orderTimes: readonly number[]
  readonly tagMembers: readonly TagMemberRow[]
  readonly labelEvents: readonly LabelEventRow[]
  readonly consentEvents: readonly ConsentEventRow[]
}

/** When and where it is asked what would change; a catalogue with an instant will do. */
export interface ChangeMoment extends Moment {
  /** The book currency, ISO 4217. */
  readonly currency: string
  /** Those that the shop declared. */
  readonly attributes: readonly DeclaredAttribute[]
  /** Rules of tags, and tracked segments. Where they are not told, an answer holds as long as none has a part in it. */
  readonly kept?: readonly Kept[]
  /** The shop's median gap between orders, ms; 30 days where none was measured. */
  readonly shopGap?: number
}

/** The lists that a view must hold for {@link whatWouldChange}. */
export function needsOfChanges(
  predicate: Predicate,
  moment: ChangeMoment,
): readonly CustomerListName[] {
  const rules = rulesBehind(predicate, moment)
  const read = [predicate, ...rules.map(({ where }) => where)]
  return [
    ...new Set([
      ...read.flatMap((each) => needs(resolve(each, moment)).lists),
      ...(rules.length === 0 ? [] : (['tags', 'memberships'] as const)),
      // What a write replaces, it must know.
      'identities' as const,
      'attributes' as const,
      'windows' as const,
      'labels' as const,
      'consents' as const,
    ]),
  ]
}
