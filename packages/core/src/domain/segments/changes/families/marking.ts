import { consentChannels } from '../../../consents/rows.ts'
import { type CustomerView, loaded } from '../../customer-view.ts'
import type { ConsentPredicate, LeafPredicate } from '../../predicate.ts'
import type { Action, ConsentAction } from '../action.ts'
import { satisfying } from './satisfying.ts'

/** Actions without a magnitude that a leaf asks for, by target: each list is of ways to do one thing, the likelier first. */
export function marksIn(leaf: LeafPredicate, view: CustomerView): readonly (readonly Action[])[] {
  if ('tag' in leaf) {
    const { tag } = leaf
    return [[true, false].map((given) => ({ kind: 'tag', tag, given }))]
  }
  if ('group' in leaf) {
    const { group } = leaf
    return [[true, false].map((joined) => ({ kind: 'group', group, joined }))]
  }
  if ('label' in leaf) return [labelChanges(leaf.label, null)]
  if ('labels' in leaf) {
    const { label, by } = leaf.labels
    const ids = label === undefined ? [] : typeof label === 'string' ? [label] : label.in
    const who = satisfying(by, 200)
    return who === undefined ? [] : ids.map((id) => labelChanges(id, who))
  }
  if ('consent' in leaf) return [decisions(leaf)]
  if ('canReceive' in leaf) return [archiving, blacklisting]
  if (!('field' in leaf)) return []
  switch (leaf.field) {
    case 'optedOut':
      return [decisions({ consent: 'marketing', is: 'withdrawn' })]
    case 'archived':
      return [archiving]
    case 'blacklisted':
      return [blacklisting]
    case 'emailBounced':
      return bounces(view)
    default:
      return []
  }
}

const archiving: readonly Action[] = [true, false].map((archived) => ({
  kind: 'archive',
  archived,
}))

const blacklisting: readonly Action[] = [true, false].map((blacklisted) => ({
  kind: 'blacklist',
  blacklisted,
}))

function labelChanges(label: string, by: string | null): readonly Action[] {
  return (['added', 'removed'] as const).map((change) => ({ kind: 'label', label, change, by }))
}

/** On the channel asked about; where none is, on one channel or on all. */
function decisions({ consent: purpose, channel }: ConsentPredicate): readonly ConsentAction[] {
  const channels = channel === undefined ? [...consentChannels, null] : [channel]
  return (['granted', 'withdrawn', 'denied'] as const).flatMap((decision) =>
    channels.map((each) => ({ kind: 'consent' as const, purpose, channel: each, decision })),
  )
}

function bounces(view: CustomerView): readonly (readonly Action[])[] {
  return loaded(view, 'identities')
    .filter(({ kind }) => kind === 'email')
    .map(({ value: email }) =>
      [true, false].map((bounced) => ({ kind: 'bounce' as const, email, bounced })),
    )
}
