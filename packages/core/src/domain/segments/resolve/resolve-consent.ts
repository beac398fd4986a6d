import type { Condition } from '../condition.ts'
import type { ConsentPredicate } from '../predicate.ts'

export function resolveConsent({ consent, is, channel }: ConsentPredicate): Condition {
  return { op: 'consent', purpose: consent, channel: channel ?? null, decisions: [is] }
}
