import { loyaltyStages } from '../../value/loyalty.ts'
import type { Condition } from '../condition.ts'
import { ofCustomer, ofFacts } from '../fields/columns.ts'
import type { Rule } from '../fields/field.ts'
import type { FieldPredicate } from '../predicate.ts'
import { ageCondition, ageListCondition } from './ages.ts'
import { birthdayCondition } from './birthdays.ts'
import { boundsOf } from './bounds.ts'
import { isPeriod, numberOf, unchecked } from './checked.ts'
import type { Moment } from './moment.ts'
import { column } from './places.ts'
import {
  archivedCondition,
  blacklistedCondition,
  loyaltyCondition,
  productiveCondition,
} from './rules.ts'

/** A test of a field that several columns make up. */
export function resolveRule(predicate: FieldPredicate, rule: Rule, moment: Moment): Condition {
  switch (rule) {
    case 'age':
      return resolveAge(predicate, moment)
    case 'birthday':
      return resolveBirthday(predicate, moment)
    case 'loyalty':
      return resolveLoyalty(predicate, moment)
    case 'productive':
      return resolveFlag(predicate, productiveCondition())
    case 'archived':
      return resolveFlag(predicate, archivedCondition())
    case 'blacklisted':
      return resolveFlag(predicate, blacklistedCondition(moment.now))
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

function resolveBirthday(predicate: FieldPredicate, moment: Moment): Condition {
  if (predicate.is === 'missing') return column(ofFacts('birthdayKey'))({ is: 'missing' })
  if (predicate.is === 'in' && isPeriod(predicate.value)) {
    return birthdayCondition(predicate.value, moment)
  }
  throw unchecked('a period of birthdays')
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
