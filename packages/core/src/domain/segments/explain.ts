import { within } from './check/invalid.ts'
import { compile } from './compile.ts'
import type { CustomerView } from './customer-view.ts'
import { definitionOf } from './definition-of.ts'
import { actualOf } from './explain/actual.ts'
import { decidingLeaves } from './explain/deciding-leaves.ts'
import type { ExplainedPart, Explanation } from './explain/explanation.ts'
import type { Predicate } from './predicate.ts'
import type { Moment } from './resolve/moment.ts'

/**
 * Why a checked predicate holds for a customer, or does not: every part with its verdict, every leaf
 * with the customer's own value, and the few leaves that decide.
 *
 * @throws LanggananError `LIST_NOT_LOADED` for a view without a list that the predicate needs.
 */
export function explain(predicate: Predicate, view: CustomerView, moment: Moment): Explanation {
  const root = explainPart(predicate, '', view, moment)
  return { holds: root.holds, root, because: decidingLeaves(root) }
}

function explainPart(
  predicate: Predicate,
  path: string,
  view: CustomerView,
  moment: Moment,
): ExplainedPart {
  const parts = (list: readonly Predicate[], key: string): readonly ExplainedPart[] =>
    list.map((each, i) => explainPart(each, within(within(path, key), i), view, moment))
  if ('all' in predicate) {
    const of = parts(predicate.all, 'all')
    return { kind: 'all', path, holds: of.every(({ holds }) => holds), of }
  }
  if ('any' in predicate) {
    const of = parts(predicate.any, 'any')
    return { kind: 'any', path, holds: of.some(({ holds }) => holds), of }
  }
  if ('atLeast' in predicate) {
    const of = parts(predicate.of, 'of')
    const count = predicate.atLeast
    const holds = of.filter((part) => part.holds).length >= count
    return { kind: 'atLeast', path, holds, count, of }
  }
  if ('segment' in predicate && predicate.for === undefined) {
    const { where } = definitionOf(predicate.segment, moment.segments ?? [])
    const of = explainPart(where, within(path, 'segment'), view, moment)
    return { kind: 'segment', path, holds: of.holds, segment: predicate.segment, of }
  }
  if ('not' in predicate) {
    const of = explainPart(predicate.not, within(path, 'not'), view, moment)
    return { kind: 'not', path, holds: !of.holds, of }
  }
  const holds = compile(predicate, moment.timeZone, moment.segments)(view, moment.now)
  return { kind: 'leaf', path, holds, predicate, actual: actualOf(predicate, view, moment) }
}
