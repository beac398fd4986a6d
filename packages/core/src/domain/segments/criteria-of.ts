import type { Criterion } from '../change/change.ts'
import { isAttributeFieldName } from './fields/attribute-field.ts'
import { eventLists } from './fields/event-lists.ts'
import { fields } from './fields/fields.ts'
import type { LeafPredicate, Predicate } from './predicate.ts'

/** The kinds of change that may change who satisfies a predicate. Time alone may too. */
export function criteriaOf(predicate: Predicate): ReadonlySet<Criterion> {
  const criteria = new Set<Criterion>()
  const waiting: Predicate[] = [predicate]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('all' in next) waiting.push(...next.all)
    else if ('any' in next) waiting.push(...next.any)
    else if ('of' in next) waiting.push(...next.of)
    else if ('not' in next) waiting.push(next.not)
    else for (const criterion of criteriaOfLeaf(next)) criteria.add(criterion)
  }
  return criteria
}

function criteriaOfLeaf(leaf: LeafPredicate): readonly Criterion[] {
  if ('field' in leaf) {
    return [isAttributeFieldName(leaf.field) ? 'attributes' : fields[leaf.field].dependsOn]
  }
  if ('purchases' in leaf) return [eventLists.purchases.dependsOn]
  if ('payments' in leaf) return [eventLists.payments.dependsOn]
  if ('interactions' in leaf) return [eventLists.interactions.dependsOn]
  if ('window' in leaf) return ['facts', 'windows']
  if ('group' in leaf) return ['groups']
  return 'tag' in leaf ? ['tags'] : ['profile']
}
