import { eventQuestion } from '../event-question.ts'
import { isAttributeFieldName } from '../fields/attribute-field.ts'
import type { Rule } from '../fields/field.ts'
import { fields } from '../fields/fields.ts'
import type { EventsPredicate, FieldPredicate, LeafPredicate, Period } from '../predicate.ts'
import { isAgo, isPeriod } from '../resolve/checked.ts'
import { periodIn } from '../resolve/periods.ts'

/** Whether an answer of a leaf may change while nothing happens but time: only then has it turning points. */
export function movesWithTime(leaf: LeafPredicate): boolean {
  if ('field' in leaf) return fieldMoves(leaf)
  if ('segment' in leaf) return leaf.for !== undefined
  if ('measure' in leaf) return eventsMove(leaf)
  return 'window' in leaf || 'canReceive' in leaf || 'hadLabel' in leaf
}

const movingRules: Readonly<Record<Rule, boolean>> = {
  age: true,
  birthday: true,
  firstPurchaseAnniversary: true,
  overdueBalance: true,
  loyalty: true,
  blacklisted: true,
  productive: false,
  emailBounced: false,
  archived: false,
  optedOut: false,
}

function fieldMoves(leaf: FieldPredicate): boolean {
  if (isAttributeFieldName(leaf.field)) return false
  const { type, reads } = fields[leaf.field]
  if (reads.from === 'rule') return movingRules[reads.rule]
  return type === 'instant' && testMoves(leaf)
}

function eventsMove(leaf: EventsPredicate): boolean {
  const { chosen, type } = eventQuestion(leaf)
  const period = periodIn(chosen)
  return (period !== undefined && periodMoves(period)) || (type === 'instant' && testMoves(leaf))
}

/** Whether a test of an instant is put relative to now. */
function testMoves(test: FieldPredicate | EventsPredicate): boolean {
  if (test.is === 'missing' || test.is === 'between') return false
  if (test.is === 'in') return isPeriod(test.value) && periodMoves(test.value)
  return isAgo(test.value)
}

/** A period between dates stands still. */
function periodMoves(period: Period): boolean {
  return 'this' in period || 'last' in period || 'next' in period
}
