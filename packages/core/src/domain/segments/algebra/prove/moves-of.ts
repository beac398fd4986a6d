import { localDate } from '../../../time/zone.ts'
import { eventQuestion } from '../../event-question.ts'
import { isAttributeFieldName } from '../../fields/attribute-field.ts'
import { fields } from '../../fields/fields.ts'
import type { EventsPredicate, FieldPredicate, LeafPredicate } from '../../predicate.ts'
import { isAgo, isPeriod } from '../../resolve/checked.ts'
import { periodIn } from '../../resolve/periods.ts'
import type { AlgebraContext } from '../context.ts'
import { type Motion, motionOfStep, motionsOfPeriod } from './motion.ts'

/** How the bounds of one leaf go on with now. */
export interface Moves {
  /** Of the test. */
  readonly test: Edges
  /** Of the period that events are looked for in. */
  readonly period: Edges
  /** The local year now, from which ages are counted. */
  readonly year: number
}

export interface Edges {
  readonly low: Motion | null
  readonly high: Motion | null
}

export const standing: Edges = { low: null, high: null }

export function movesOf(leaf: LeafPredicate, { now, timeZone }: AlgebraContext): Moves {
  const year = Number(localDate(now, timeZone).slice(0, 4))
  if ('measure' in leaf) {
    const { chosen, type } = eventQuestion(leaf)
    const period = periodIn(chosen)
    return {
      test: type === 'instant' ? edgesOfTest(leaf) : standing,
      period: period === undefined ? standing : motionsOfPeriod(period),
      year,
    }
  }
  const isTime =
    'field' in leaf && !isAttributeFieldName(leaf.field) && fields[leaf.field].type === 'instant'
  return { test: isTime ? edgesOfTest(leaf) : standing, period: standing, year }
}

function edgesOfTest(test: FieldPredicate | EventsPredicate): Edges {
  if (test.is === 'missing' || test.is === 'between') return standing
  if (test.is === 'in') return isPeriod(test.value) ? motionsOfPeriod(test.value) : standing
  if (!isAgo(test.value)) return standing
  const motion = motionOfStep(test.value.ago, -1)
  return { low: motion, high: motion }
}
