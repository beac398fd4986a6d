import { loyaltyStages } from '../../value/loyalty.ts'
import type { Condition } from '../condition.ts'
import { ofCustomer, ofFacts } from '../fields/columns.ts'
import type { Rule } from '../fields/field.ts'
import type { FieldPredicate, Period } from '../predicate.ts'
import { ageCondition, ageListCondition } from './ages.ts'
import { anniversaryCondition, birthdayCondition } from './birthdays.ts'
import { boundsOf } from './bounds.ts'
import { isPeriod, numberOf, unchecked } from './checked.ts'
import type { Moment } from './moment.ts'
import { column } from './places.ts'
import {
  archivedCondition,
  blacklistedCondition,
  emailBouncedCondition,
  loyaltyCondition,
  optedOutCondition,
  productiveCondition,
} from './rules.ts'

/** A test of a field that several columns make up. */
export function resolveRule(predicate: FieldPredicate, rule: Rule, moment: Moment): Condition {
  switch (rule) {
    case 'age':
      return resolveAge(predicate, moment)
    case 'birthday':
      return resolveDay(predicate, 'birthdayKey', (period) => birthdayCondition(period, moment))
    case 'firstPurchaseAnniversary':
      return resolveDay(predicate, 'firstPurchaseKey', (period) =>
        anniversaryCondition(period, moment),
      )
    case 'loyalty':
      return resolveLoyalty(predicate, moment)
    case 'productive':
      return resolveFlag(predicate, productiveCondition())
    case 'overdueBalance':
      return resolveOverdue(predicate, moment)
    case 'emailBounced':
      return resolveFlag(predicate, emailBouncedCondition())
    case 'archived':
      return resolveFlag(predicate, archivedCondition())
    case 'blacklisted':
      return resolveFlag(predicate, blacklistedCondition(moment.now))
    case 'optedOut':
      return resolveFlag(predicate, optedOutCondition())
  }
}

function resolveAge(predicate: FieldPredicate, moment: Moment): Condition {
  switch (predicate.is) {
    case 'missing':
      return column(ofCustomer('birthDate'))({ is: 'missing' })
    case 'between': {
      const [low, high] = predicate.value
      return ageCondition(numberOf(low), numberOf(high), moment)
    }
    case 'in':
      if (isPeriod(predicate.value)) throw unchecked('a list of ages')
      return ageListCondition(predicate.value.map(numberOf), moment)
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const { low, high } = boundsOf(predicate.is, numberOf(predicate.value))
      return ageCondition(low, high, moment)
    }
    default:
      throw unchecked('a comparison of an age')
  }
}

/** A day of the year that comes back, by the column of its key. */
function resolveDay(
  predicate: FieldPredicate,
  key: 'birthdayKey' | 'firstPurchaseKey',
  conditionIn: (period: Period) => Condition,
): Condition {
  if (predicate.is === 'missing') return column(ofFacts(key))({ is: 'missing' })
  if (predicate.is === 'in' && isPeriod(predicate.value)) return conditionIn(predicate.value)
  throw unchecked('a period of days that come back')
}

function resolveOverdue(predicate: FieldPredicate, { now: at }: Moment): Condition {
  switch (predicate.is) {
    case 'between': {
      const [low, high] = predicate.value
      return { op: 'overdue', at, low: numberOf(low), high: numberOf(high) }
    }
    case 'in': {
      if (isPeriod(predicate.value)) throw unchecked('a list of amounts')
      const amounts = [...new Set(predicate.value.map(numberOf))]
      return {
        op: 'any',
        of: amounts.map((amount) => ({ op: 'overdue', at, low: amount, high: amount })),
      }
    }
    case '=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { op: 'overdue', at, ...boundsOf(predicate.is, numberOf(predicate.value)) }
    default:
      throw unchecked('a comparison of money')
  }
}

function resolveLoyalty(predicate: FieldPredicate, { now }: Moment): Condition {
  if (predicate.is !== '=' && predicate.is !== 'in') throw unchecked('a stage of loyalty')
  const wanted: readonly unknown[] = [predicate.value].flat()
  const stages = loyaltyStages.filter((stage) => wanted.includes(stage))
  return { op: 'any', of: stages.map((stage) => loyaltyCondition(stage, now)) }
}

function resolveFlag(predicate: FieldPredicate, condition: Condition): Condition {
  if (predicate.is !== '=') throw unchecked('true or false')
  return predicate.value === false ? { op: 'not', of: condition } : condition
}
