import type {
  Comparison,
  EventsPredicate,
  FieldPredicate,
  Predicate,
} from '../../../packages/core/src/domain/segments/index.ts'
import { fields } from '../../../packages/core/src/domain/segments/index.ts'

/** The call of the builder that makes a predicate, as TypeScript. */
export function builderOf(predicate: Predicate): string {
  if ('all' in predicate) return call('all', ...predicate.all.map(builderOf))
  if ('any' in predicate) return call('any', ...predicate.any.map(builderOf))
  if ('not' in predicate) return call('not', builderOf(predicate.not))
  if ('of' in predicate) {
    return call('atLeast', literal(predicate.atLeast), ...predicate.of.map(builderOf))
  }
  if ('field' in predicate) return fieldCall(predicate)
  if ('measure' in predicate) return eventsCall(predicate)
  if ('window' in predicate) {
    const { businessNumber } = predicate.window
    return predicate.is === 'open'
      ? literals('windowIsOpen', businessNumber)
      : literals('windowClosesWithin', predicate.value, businessNumber)
  }
  if ('canReceive' in predicate) {
    return predicate.canReceive === 'template'
      ? literals('canReceiveTemplate')
      : literals('canReceiveFreeForm', predicate.businessNumber)
  }
  if ('group' in predicate) return literals('inGroup', predicate.group)
  if ('tag' in predicate) return literals('hasTag', predicate.tag)
  if ('label' in predicate) return literals('hasLabel', predicate.label)
  if ('hadLabel' in predicate) return literals('hadLabel', predicate.hadLabel, predicate.at)
  if ('consent' in predicate) {
    return literals('consent', predicate.consent, predicate.is, predicate.channel)
  }
  if ('segment' in predicate) return literals('inSegment', predicate.segment, predicate.for)
  if ('sample' in predicate) return literals('inSample', predicate.sample, predicate.seed)
  const { days } = predicate.expectedPurchases
  return `${literals('expectedPurchases', days)}.${testCall(predicate)}`
}

function fieldCall(predicate: FieldPredicate): string {
  const type = new Map(Object.entries(fields)).get(predicate.field)?.type
  const test = type === 'localDate' ? dateCall(predicate) : testCall(predicate)
  return `${literals('field', predicate.field)}.${test}`
}

function eventsCall(predicate: EventsPredicate): string {
  const { measure } = predicate
  const test = testCall(predicate)
  if ('purchases' in predicate)
    return `${filtered('purchases', predicate.purchases)}.${measure}.${test}`
  if ('payments' in predicate)
    return `${filtered('payments', predicate.payments)}.${measure}.${test}`
  if ('labels' in predicate) return `${filtered('labels', predicate.labels)}.${measure}.${test}`
  return `${filtered('interactions', predicate.interactions)}.${measure}.${test}`
}

function filtered(list: string, filters: object): string {
  return Object.keys(filters).length === 0 ? call(list) : literals(list, filters)
}

interface Test {
  readonly is: FieldPredicate['is']
  readonly value?: unknown
}

const comparisons: Readonly<Record<Comparison, string>> = {
  '=': 'is',
  '>=': 'atLeast',
  '<=': 'atMost',
  '>': 'moreThan',
  '<': 'lessThan',
}

const dateComparisons: Readonly<Record<Comparison, string>> = {
  '=': 'on',
  '>=': 'since',
  '<=': 'until',
  '>': 'after',
  '<': 'before',
}

function testCall({ is, value }: Test, names = comparisons): string {
  if (is === 'missing') return literals('isMissing')
  if (is === 'between' && Array.isArray(value)) return literals('between', ...value)
  if (!isComparison(is)) return literals(is, value)
  const ago = agoOf(value)
  if (ago === undefined) return literals(names[is], value)
  return literals(is === '<=' ? 'moreThanAgo' : 'lessThanAgo', ago)
}

function dateCall(test: Test): string {
  return testCall(test, dateComparisons)
}

function isComparison(is: FieldPredicate['is']): is is Comparison {
  return is in comparisons
}

function agoOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'ago' in value ? value.ago : undefined
}

/** A call; arguments at the end that are absent are left out. */
function literals(name: string, ...values: readonly unknown[]): string {
  return call(name, ...values.filter((value) => value !== undefined).map(literal))
}

function call(name: string, ...values: readonly string[]): string {
  const line = `${name}(${values.join(', ')})`
  return line.length <= 90 ? line : `${name}(\n${values.map((value) => `  ${value},\n`).join('')})`
}

function literal(value: unknown): string {
  if (typeof value === 'number') return String(value).replace(/\B(?=(\d{3})+$)/g, '_')
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll("'", "\\'")}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${key}: ${literal(each)}`)
    .join(', ')} }`
}
