import { assertNever } from '../../assert-never.ts'
import type { ColumnCondition, Comparison, Condition, ValueTest } from '../../condition.ts'
import { type Bounds, boundsOf } from '../../resolve/bounds.ts'
import type { Constraint, Leaf, Literal } from './formula.ts'
import { type Bound, type Motion, still, withNow } from './motion.ts'
import { type Edges, type Moves, standing } from './moves-of.ts'
import { windowVariable } from './refute-windows.ts'
import { noRows } from './variables.ts'

/** What is known of the leaf that a condition was resolved from. */
export interface Reading {
  readonly leaf: Leaf
  /** Null where only one instant is looked at. */
  readonly moves: Moves | null
  /** The rows that an events leaf reads. */
  readonly rows: string
}

type Part = Exclude<Condition, { readonly op: 'all' | 'any' | 'not' | 'atLeast' }>

/** A condition that is not made of others, as what it says of a variable. */
export function literalOf(condition: Part, reading: Reading): Literal {
  return {
    op: 'literal',
    constraint: constraintOf(condition, reading),
    condition,
    leaf: reading.leaf,
  }
}

function constraintOf(condition: Part, reading: Reading): Constraint {
  switch (condition.op) {
    case 'column':
      return constraintOfColumn(condition, reading)
    case 'average':
      return constraintOfAverage(condition.is, condition.value)
    case 'identity':
      return tested(`identity ${condition.kind}`, condition.column, condition.test)
    case 'attribute':
      return tested(`attribute ${condition.field}`, condition.column, condition.test)
    case 'score':
      return condition.column === 'rfmGroup'
        ? tested('score rfmGroup', 'written', condition.test)
        : numeric(`score ${condition.column}`, condition.test, standing)
    case 'consent':
      return tested(`consent ${condition.purpose} ${condition.channel}`, 'written', {
        is: 'in',
        values: condition.decisions,
      })
    case 'events': {
      const isEmpty = condition.filters.some(
        ({ test }) => test.is === 'in' && test.values.length === 0,
      )
      const rows = isEmpty ? noRows : reading.rows
      const variable = `events ${condition.list} ${condition.measure} ${rows}`
      return rangeOf(variable, condition, reading.moves?.test ?? standing)
    }
    case 'overdue':
      return rangeOf('overdue', condition, standing)
    case 'sample': {
      const variable = `sample ${condition.a} ${condition.b}`
      return { kind: 'range', variable, low: null, high: still(condition.share - 1) }
    }
    case 'window': {
      const { predicate } = reading.leaf
      const within = 'window' in predicate && predicate.is !== 'open' ? predicate.value : null
      return { kind: 'flag', variable: windowVariable(condition.businessNumber, within) }
    }
    case 'reachable':
    case 'member':
    case 'label':
    case 'membership':
      return flag(JSON.stringify(condition))
    default:
      return assertNever(condition)
  }
}

function flag(variable: string): Constraint {
  return { kind: 'flag', variable: `flag ${variable}` }
}

function tested(variable: string, form: string, test: ValueTest): Constraint {
  return test.is === 'missing'
    ? { kind: 'missing', variable }
    : { kind: 'test', variable, form, test }
}

const instants: ReadonlySet<string> = new Set([
  'addedAt',
  'statedFirstContactAt',
  'archivedAt',
  'blacklistedAt',
  'blacklistedUntil',
])

/** Columns that leaves compare with now without saying so. */
const withNowAlways: ReadonlySet<string> = new Set([
  'windowClosesAt',
  'slippingAt',
  'lapsedAt',
  'blacklistedUntil',
])

function constraintOfColumn({ column: ref, test }: ColumnCondition, reading: Reading): Constraint {
  const { table, column } = ref
  if (column === 'birthDate') return constraintOfBirth(test, reading)
  if (table === 'customers' && !instants.has(column)) {
    const isFolded = column.endsWith('Fold')
    const name = isFolded ? column.slice(0, -'Fold'.length) : column
    return tested(`customers ${name}`, isFolded ? 'folded' : 'written', test)
  }
  // These are there exactly if what they are made of is.
  if (test.is === 'missing' && column === 'birthdayKey')
    return { kind: 'missing', variable: 'customers birthDate' }
  if (test.is === 'missing' && column === 'firstPurchaseKey')
    return { kind: 'missing', variable: 'facts firstPurchaseAt' }
  const { moves } = reading
  const edges = withNowAlways.has(column) ? { low: withNow, high: withNow } : moves?.test
  return numeric(`${table} ${column}`, test, moves === null ? standing : (edges ?? standing))
}

const day = 86_400_000

/** Dates of birth as days since 1970. */
function constraintOfBirth(test: ValueTest, { leaf, moves }: Reading): Constraint {
  const isAge = 'field' in leaf.predicate && leaf.predicate.field === 'age'
  const edge = (date: string | number): Motion | null => {
    if (moves === null || !isAge) return null
    const rank = Number(String(date).slice(0, 4)) - moves.year
    return { family: 'age', rank, least: -Infinity, most: Infinity }
  }
  const variable = 'customers birthDate'
  const days = (date: string | number): number => Date.parse(String(date)) / day
  switch (test.is) {
    case 'missing':
      return { kind: 'missing', variable }
    case 'in':
      return { kind: 'numbers', variable, values: test.values.map(days) }
    case 'between':
      return numeric(variable, { ...test, low: days(test.low), high: days(test.high) }, standing)
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return flag(JSON.stringify(test))
    default: {
      const motion = edge(test.value)
      const edges = { low: motion, high: motion }
      return numeric(variable, { is: test.is, value: days(test.value) }, edges)
    }
  }
}

/** A test of whole numbers. */
function numeric(variable: string, test: ValueTest, edges: Edges): Constraint {
  switch (test.is) {
    case 'missing':
      return { kind: 'missing', variable }
    case 'in':
      return {
        kind: 'numbers',
        variable,
        values: test.values.filter((each) => typeof each === 'number'),
      }
    case 'between':
      return rangeOf(variable, { low: Number(test.low), high: Number(test.high) }, edges)
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return flag(`${variable} ${JSON.stringify(test)}`)
    default:
      return rangeOf(variable, boundsOf(test.is, Number(test.value)), edges)
  }
}

function rangeOf(variable: string, { low, high }: Bounds, edges: Edges): Constraint {
  return {
    kind: 'range',
    variable,
    low: low === null ? null : boundOf(low, edges.low, 1),
    high: high === null ? null : boundOf(high, edges.high, 0),
  }
}

/** @param behind how far the first number of a range lies behind what moves, or the last; a unit of the calendar begins one earlier */
function boundOf(value: number, motion: Motion | null, behind: 0 | 1): Bound {
  if (motion === null) return still(value)
  const isStep = motion.family === 'exact' || motion.family === 'months' || motion.family === 'age'
  return { value, motion, plus: isStep ? behind : behind - 1 }
}

// Doubled, the numbers between two whole ones have a place of their own: an average need not be whole.
const largestDoubled = 2 ** 51

function constraintOfAverage(is: Comparison, value: number): Constraint {
  const variable = 'average order'
  if (Math.abs(value) > largestDoubled) return flag(`${variable} ${is} ${value}`)
  return rangeOf(variable, boundsOf(is, 2 * value), standing)
}
