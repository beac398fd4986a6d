import { type Kept, keptKey } from '../../kept/kept.ts'
import { leavesThroughSegments } from '../leaves.ts'
import type { LeafPredicate, Predicate } from '../predicate.ts'
import type { Moment } from '../resolve/moment.ts'

interface KeptMoment extends Moment {
  readonly kept?: readonly Kept[]
}

/** What is kept up and has a part in a predicate's answer, through other rules too. */
export function rulesBehind(predicate: Predicate, moment: KeptMoment): readonly Kept[] {
  const { kept = [], segments = [] } = moment
  const asked = new Set<string>()
  const waiting: Predicate[] = [predicate]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const leaf of leavesThroughSegments(next, segments)) {
      const key = keyAsked(leaf)
      if (key === undefined || asked.has(key)) continue
      asked.add(key)
      waiting.push(...kept.filter((each) => keptKey(each) === key).map(({ where }) => where))
    }
  }
  return kept.filter((each) => asked.has(keptKey(each)))
}

/** What must be kept up for a leaf. */
function keyAsked(leaf: LeafPredicate): string | undefined {
  if ('tag' in leaf) return keptKey({ kind: 'tag', id: leaf.tag })
  const asksForHowLong = 'segment' in leaf && leaf.for !== undefined
  return asksForHowLong ? keptKey({ kind: 'segment', id: leaf.segment }) : undefined
}

/** Everything that the answer may turn on: the leaves of the predicate, its segments and those rules. */
export function leavesBehind(predicate: Predicate, moment: KeptMoment): readonly LeafPredicate[] {
  const { segments = [] } = moment
  return [predicate, ...rulesBehind(predicate, moment).map(({ where }) => where)].flatMap((each) =>
    leavesThroughSegments(each, segments),
  )
}
