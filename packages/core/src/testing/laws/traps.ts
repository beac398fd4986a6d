import type { Condition, ValueTest } from '../../domain/segments/condition.ts'
import type { CustomerView } from '../../domain/segments/customer-view.ts'
import { findField } from '../../domain/segments/fields/find-field.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { localDate } from '../../domain/time/zone.ts'
import { largest, textTraps } from '../arbitraries/pools.ts'
import type { Question, Scene } from '../arbitraries/scene.ts'
import { leavesOf } from './criteria-used.ts'

/** A question with what was made of it. */
export interface Judged {
  readonly scene: Scene
  readonly question: Question
  readonly condition: Condition
  /** Values that the members were sorted by. */
  readonly sorted: readonly unknown[]
}

type Trap = (judged: Judged) => boolean

/** Traps for engines, each with how a case shows that it fell among them. */
export const traps: Readonly<Record<string, Trap>> = {
  'missing value under not': ({ question, scene }) =>
    negatedLeaves(question.predicate, false).some((leaf) => isOptional(leaf, scene)),
  'empty list': ({ question }) => leavesOf(question.predicate).some(hasEmptyList),
  'empty all': ({ question }) => JSON.stringify(question.predicate).includes('"all":[]'),
  'empty any': ({ question }) => JSON.stringify(question.predicate).includes('"any":[]'),
  ...Object.fromEntries(
    textTraps.map(([name, pattern]): [string, Trap] => [
      name,
      ({ question }) => textsOf(question.predicate).some((text) => pattern.test(text)),
    ]),
  ),
  'integer at 2^53': ({ question }) => JSON.stringify(question.predicate).includes(String(largest)),
  'missing values sorted': ({ sorted }) => sorted.includes(null),
  'ties sorted': ({ sorted }) => new Set(sorted).size < sorted.length,
  'leap day of birth': ({ scene, question }) =>
    /"(age|birthday|birthDate)"/.test(JSON.stringify(question.predicate)) &&
    scene.population.views.some(({ customer }) => customer.birthDate?.endsWith('-02-29') === true),
  'last days of February': ({ scene, question }) =>
    /-02-2[89]$|-03-01$/.test(localDate(question.now, scene.pools.timeZone)),
  'step of months from a month end': ({ scene, question }) =>
    /"(months|quarters|years)"/.test(JSON.stringify(question.predicate)) &&
    /-(28|29|30|31)$/.test(localDate(question.now, scene.pools.timeZone)),
  'bound equal to now': ({ question, scene, condition }) =>
    boundsOf(condition).includes(question.now) &&
    scene.population.views.some((view) => instantsOf(view).includes(question.now)),
  'edge equal to an event': ({ scene, condition }) => {
    const edges: ReadonlySet<unknown> = new Set(boundsOf(condition))
    return scene.population.views.some((view) => instantsOf(view).some((at) => edges.has(at)))
  },
  'two events at one millisecond': ({ scene, condition }) =>
    JSON.stringify(condition).includes('"events"') &&
    scene.population.views.some(
      ({ purchases = [] }) => new Set(purchases.map(({ at }) => at)).size < purchases.length,
    ),
  'deleted customer whose rows stayed': ({ scene }) =>
    (scene.population.writes[1]?.remove.customers ?? []).length > 0,
  'rows of a merged customer': ({ scene }) =>
    scene.population.views.some(({ purchases = [] }) =>
      purchases.some(({ customerId, originId }) => customerId !== originId),
    ),
  'zone with daylight saving': ({ scene }) => !fixedZones.has(scene.pools.timeZone),
  'zone without': ({ scene }) => fixedZones.has(scene.pools.timeZone),
}

const fixedZones: ReadonlySet<string> = new Set(['Asia/Jakarta', 'Asia/Jayapura', 'UTC'])

/** The traps that a case fell among. */
export function trapsIn(judged: Judged): readonly string[] {
  return Object.entries(traps)
    .filter(([, shows]) => shows(judged))
    .map(([name]) => name)
}

function negatedLeaves(predicate: Predicate, isNegated: boolean): readonly Predicate[] {
  if ('not' in predicate) return negatedLeaves(predicate.not, true)
  if ('all' in predicate) return predicate.all.flatMap((part) => negatedLeaves(part, isNegated))
  if ('any' in predicate) return predicate.any.flatMap((part) => negatedLeaves(part, isNegated))
  if ('of' in predicate) return predicate.of.flatMap((part) => negatedLeaves(part, isNegated))
  return isNegated ? [predicate] : []
}

function isOptional(leaf: Predicate, { catalogue }: Scene): boolean {
  return 'field' in leaf && findField(leaf.field, catalogue)?.field.optional === true
}

function hasEmptyList(leaf: Predicate): boolean {
  return 'is' in leaf && leaf.is === 'in' && Array.isArray(leaf.value) && leaf.value.length === 0
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** Every number that a condition compares with. */
function boundsOf(condition: Condition): readonly number[] {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      return condition.of.flatMap(boundsOf)
    case 'not':
      return boundsOf(condition.of)
    case 'column':
      return boundsOfTest(condition.test)
    case 'window':
      return [condition.closesAfter, condition.closesUpTo ?? condition.closesAfter]
    case 'events':
      return [condition.after, condition.upTo, condition.low, condition.high].filter(
        (bound) => bound !== null,
      )
    default:
      return []
  }
}

function boundsOfTest(test: ValueTest): readonly number[] {
  if (test.is === 'between')
    return [test.low, test.high].filter((bound) => typeof bound === 'number')
  return 'value' in test && typeof test.value === 'number' ? [test.value] : []
}

function instantsOf({
  customer,
  facts,
  windows = [],
  purchases = [],
}: CustomerView): readonly unknown[] {
  return [
    customer.addedAt,
    facts.firstPurchaseAt,
    facts.lastPurchaseAt,
    facts.lastActivityAt,
    facts.lastInteractionAt,
    facts.windowClosesAt,
    facts.slippingAt,
    facts.lapsedAt,
    ...windows.map(({ closesAt }) => closesAt),
    ...purchases.map(({ at }) => at),
  ]
}
