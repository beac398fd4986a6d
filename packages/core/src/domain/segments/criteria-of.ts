import type { Criterion } from '../change/change.ts'
import type { DefinedSegment } from './catalogue.ts'
import { eventQuestion } from './event-question.ts'
import { isAttributeFieldName } from './fields/attribute-field.ts'
import { eventLists } from './fields/event-lists.ts'
import { fields } from './fields/fields.ts'
import { leavesThroughSegments } from './leaves.ts'
import type {
  ConsentPredicate,
  ExpectedPurchasesPredicate,
  GroupPredicate,
  HadLabelPredicate,
  LabelPredicate,
  LeafPredicate,
  Predicate,
  SamplePredicate,
  TagPredicate,
} from './predicate.ts'

/**
 * The kinds of change that may change who satisfies a predicate. Time alone may too.
 *
 * @param segments what the segments mean that the predicate names
 */
export function criteriaOf(
  predicate: Predicate,
  segments: readonly DefinedSegment[] = [],
): ReadonlySet<Criterion> {
  return new Set(leavesThroughSegments(predicate, segments).flatMap(criteriaOfLeaf))
}

function criteriaOfLeaf(leaf: LeafPredicate): readonly Criterion[] {
  if ('field' in leaf) {
    return [isAttributeFieldName(leaf.field) ? 'attributes' : fields[leaf.field].dependsOn]
  }
  if ('measure' in leaf) return [eventLists[eventQuestion(leaf).list].dependsOn]
  if ('window' in leaf) return ['facts', 'windows']
  if ('canReceive' in leaf) {
    return leaf.canReceive === 'freeForm'
      ? ['profile', 'identities', 'facts', 'windows']
      : ['profile', 'identities']
  }
  if ('segment' in leaf) return leaf.for === undefined ? [] : ['memberships']
  return [criterionOfPlain(leaf)]
}

type PlainLeaf =
  | GroupPredicate
  | TagPredicate
  | LabelPredicate
  | HadLabelPredicate
  | ConsentPredicate
  | ExpectedPurchasesPredicate
  | SamplePredicate

function criterionOfPlain(leaf: PlainLeaf): Criterion {
  if ('group' in leaf) return 'groups'
  if ('tag' in leaf) return 'tags'
  if ('label' in leaf || 'hadLabel' in leaf) return 'labels'
  if ('consent' in leaf) return 'consents'
  return 'expectedPurchases' in leaf ? 'scores' : 'profile'
}
