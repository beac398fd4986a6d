import type { SegmentPredicate } from '../predicate.ts'
import type { CheckContext } from './context.ts'
import { invalid, within } from './invalid.ts'
import type { PlainObject } from './plain.ts'
import { onlyKeys } from './shape.ts'
import { stepAt } from './times.ts'
import { referenceAt } from './values.ts'

/** `{"segment": ID}`, or with how long the customer has belonged. */
export function checkSegment(
  node: PlainObject,
  path: string,
  context: CheckContext,
): SegmentPredicate {
  onlyKeys(node, ['segment', 'for'], path)
  const segment = referenceAt(node.segment, within(path, 'segment'), 'segment', context)
  if (node.for === undefined) return { segment }
  const inside = within(path, 'for')
  if (context.definitions.get(segment)?.tracked === false) {
    throw invalid(
      inside,
      'the segment is not tracked, so nobody knows since when its members belong; track it, or leave "for" out.',
    )
  }
  return { segment, for: stepAt(node.for, inside) }
}
