import type { Condition, ValueTest } from '../../domain/segments/condition.ts'
import type { CustomerView } from '../../domain/segments/customer-view.ts'
import { findField } from '../../domain/segments/fields/find-field.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { localDate } from '../../domain/time/zone.ts'
import { dayKey } from '../../domain/value/facts.ts'
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
  'invoice overdue from now on': ({ question, scene, condition }) =>
    JSON.stringify(condition).includes('"overdue"') &&
    scene.population.views.some(({ invoices = [] }) =>
      invoices.some(({ overdueAt }) => overdueAt === question.now),
    ),
  'anniversary of today or of a leap day': ({ question, scene }) =>
    JSON.stringify(question.predicate).includes('"firstPurchaseAnniversary"') &&
    scene.population.views.some(
      ({ facts }) =>
        facts.firstPurchaseKey === 229 ||
        facts.firstPurchaseKey === dayKey(localDate(question.now, scene.pools.timeZone)),
    ),
  'weekday or hour of events': ({ question }) =>
    /"(weekday|hour)"/.test(JSON.stringify(question.predicate)),
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
  'label put on or taken off as the day ends': ({ scene, condition }) => {
    const ends = leafConditions(condition).flatMap((leaf) =>
      leaf.op === 'label' && leaf.before !== null ? [{ id: leaf.id, end: leaf.before }] : [],
    )
    return scene.population.views.some(({ labels = [] }) =>
      labels.some(({ labelId, at, until }) =>
        ends.some(({ id, end }) => id === labelId && (at === end || until === end)),
      ),
    )
  },
  'member since the very instant': ({ scene, condition }) =>
    leafConditions(condition).some(
      (leaf) =>
        leaf.op === 'membership' &&
        scene.population.views.some(({ memberships = [] }) =>
          memberships.some(({ since }) => since === leaf.upTo),
        ),
    ),
  'score equal to its bound': ({ scene, condition }) =>
    leafConditions(condition).some(
      (leaf) =>
        leaf.op === 'score' &&
        scene.population.views.some(({ scores = [] }) =>
          scores.some((row) => boundsOfTest(leaf.test).some((bound) => bound === row[leaf.column])),
        ),
    ),
  'row of scores without this one': ({ scene, condition }) =>
    leafConditions(condition).some(
      (leaf) =>
        leaf.op === 'score' &&
        scene.population.views.some(({ scores = [] }) =>
          scores.some((row) => row[leaf.column] === null),
        ),
    ),
  'consent on one channel and not on another': ({ scene, question }) =>
    /"(consent|optedOut)"/.test(JSON.stringify(question.predicate)) &&
    scene.population.views.some(({ consents = [] }) =>
      consents.some((a) =>
        consents.some((b) => a.purpose === b.purpose && a.decision !== b.decision),
      ),
    ),
  'segment in a segment': ({ scene, question }) =>
    leavesOf(question.predicate).some(
      (leaf) =>
        'segment' in leaf &&
        scene.catalogue.segments.some(
          ({ id, where }) =>
            id === leaf.segment && leavesOf(where).some((inner) => 'segment' in inner),
        ),
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

function leafConditions(condition: Condition): readonly Condition[] {
  switch (condition.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      return condition.of.flatMap(leafConditions)
    case 'not':
      return leafConditions(condition.of)
    default:
      return [condition]
  }
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
    case 'overdue':
      return [condition.at]
    case 'label':
      return condition.before === null ? [] : [condition.before]
    case 'membership':
      return [condition.upTo]
    case 'score':
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
  labels = [],
  memberships = [],
  invoices = [],
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
    facts.overdueSince,
    ...invoices.map(({ overdueAt }) => overdueAt),
    ...windows.map(({ closesAt }) => closesAt),
    ...purchases.map(({ at }) => at),
    ...labels.flatMap(({ at, until }) => [at, until]),
    ...memberships.map(({ since }) => since),
  ]
}
