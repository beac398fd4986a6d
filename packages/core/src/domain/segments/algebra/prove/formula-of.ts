import { within } from '../../check/invalid.ts'
import type { Condition } from '../../condition.ts'
import { definitionOf } from '../../definition-of.ts'
import { eventQuestion } from '../../event-question.ts'
import type { LeafPredicate, Predicate } from '../../predicate.ts'
import { periodIn } from '../../resolve/periods.ts'
import { resolve } from '../../resolve.ts'
import type { AlgebraContext } from '../context.ts'
import { everybody, type Formula, type Leaf, nobody } from './formula.ts'
import { literalOf, type Reading } from './literal-of.ts'
import { movesOf } from './moves-of.ts'

/** Whether a formula speaks of one instant, or of it and every later one. */
export type Span = 'once' | 'ever'

/** What a checked predicate says at an instant, or from it on for ever. */
export function formulaOf(
  predicate: Predicate,
  context: AlgebraContext,
  span: Span,
  path = '',
): Formula {
  const parts = (list: readonly Predicate[], key: string): readonly Formula[] =>
    list.map((part, i) => formulaOf(part, context, span, within(within(path, key), i)))
  if ('all' in predicate) return { op: 'all', of: parts(predicate.all, 'all') }
  if ('any' in predicate) return { op: 'any', of: parts(predicate.any, 'any') }
  if ('atLeast' in predicate) {
    return { op: 'atLeast', count: predicate.atLeast, of: parts(predicate.of, 'of') }
  }
  if ('not' in predicate) {
    return { op: 'not', of: formulaOf(predicate.not, context, span, within(path, 'not')) }
  }
  if ('segment' in predicate) {
    const { where } = definitionOf(predicate.segment, context.segments)
    const definition = formulaOf(where, context, span, within(path, 'segment'))
    if (predicate.for === undefined) return definition
    const flag = flagOf(predicate, { path, predicate }, context)
    return { op: 'all', of: [definition, flag] }
  }
  return formulaOfLeaf(predicate, { path, predicate }, context, span)
}

function formulaOfLeaf(
  predicate: LeafPredicate,
  leaf: Leaf,
  context: AlgebraContext,
  span: Span,
): Formula {
  if (span === 'ever') {
    if ('hadLabel' in predicate) return flagOf(predicate, leaf, context)
    if (isDayOfYear(predicate)) {
      const column = predicate.field === 'birthday' ? 'birthdayKey' : 'firstPurchaseKey'
      const isMissing: Condition = {
        op: 'column',
        column: { table: 'facts', column },
        test: { is: 'missing' },
      }
      const known: Formula = {
        op: 'not',
        of: literalOf(isMissing, { leaf, moves: null, rows: '' }),
      }
      return { op: 'all', of: [known, flagOf(predicate, leaf, context)] }
    }
  }
  const condition = resolve(predicate, context)
  const moves = span === 'ever' ? movesOf(predicate, context) : null
  return formulaOfCondition(condition, { leaf, moves, rows: rowsOf(predicate) })
}

/** Days that come back, whose ranges are other ones every year. */
function isDayOfYear(
  leaf: LeafPredicate,
): leaf is Extract<LeafPredicate, { field: string; is: 'in' }> {
  if (!('field' in leaf) || leaf.is !== 'in') return false
  return leaf.field === 'birthday' || leaf.field === 'firstPurchaseAnniversary'
}

/** A leaf of which no more is known than that it holds or not. */
function flagOf(predicate: LeafPredicate, leaf: Leaf, context: AlgebraContext): Formula {
  const constraint = { kind: 'flag', variable: `flag ${JSON.stringify(predicate)}` } as const
  return { op: 'literal', constraint, condition: resolve(predicate, context), leaf }
}

/** A name of the rows that an events leaf reads, the same wherever they are asked for. */
function rowsOf(predicate: LeafPredicate): string {
  if (!('measure' in predicate)) return ''
  const { list, chosen } = eventQuestion(predicate)
  const sorted = Object.entries(chosen).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([list, sorted, periodIn(chosen) ?? null])
}

function formulaOfCondition(condition: Condition, reading: Reading): Formula {
  const part = (each: Condition): Formula => formulaOfCondition(each, reading)
  switch (condition.op) {
    case 'all':
    case 'any':
      return { op: condition.op, of: condition.of.map(part) }
    case 'not':
      return { op: 'not', of: part(condition.of) }
    case 'atLeast':
      return { op: 'atLeast', count: condition.count, of: condition.of.map(part) }
    case 'sample':
      if (condition.share >= 2 ** 31 - 1) return everybody
      return condition.share === 0 ? nobody : literalOf(condition, reading)
    case 'average': {
      // Only who has orders has an average of them.
      const some = { is: '>=', value: 1 } as const
      const counted: Condition = { op: 'column', column: condition.count, test: some }
      return { op: 'all', of: [literalOf(counted, reading), literalOf(condition, reading)] }
    }
    case 'consent': {
      const { channel } = condition
      const channels =
        channel === null ? (['whatsapp', 'email', 'sms', 'phone'] as const) : [channel]
      return {
        op: 'any',
        of: channels.map((one) => literalOf({ ...condition, channel: one }, reading)),
      }
    }
    case 'events': {
      if (condition.measure !== 'first' && condition.measure !== 'last')
        return literalOf(condition, reading)
      // The first and the last event lie in the period themselves.
      const { after, upTo } = condition
      const low = after === null ? null : after + 1
      const inPeriod = { ...condition, low, high: upTo }
      const moves = reading.moves && { ...reading.moves, test: reading.moves.period }
      return {
        op: 'all',
        of: [literalOf(inPeriod, { ...reading, moves }), literalOf(condition, reading)],
      }
    }
    default:
      return literalOf(condition, reading)
  }
}
