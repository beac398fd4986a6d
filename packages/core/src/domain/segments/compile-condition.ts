import { averageCompare } from '../money/average.ts'
import type {
  AllCondition,
  AnyCondition,
  AverageCondition,
  ColumnCondition,
  Condition,
  NotCondition,
} from './condition.ts'
import {
  type CustomerListName,
  type CustomerLists,
  type CustomerView,
  loaded,
} from './customer-view.ts'
import { judgeAtLeast } from './evaluate/at-least.ts'
import { columnReader } from './evaluate/columns.ts'
import { judgeEvents } from './evaluate/events.ts'
import { type Judge, judgeOf, type Next, next } from './evaluate/judge.ts'
import {
  judgeAttribute,
  judgeIdentity,
  judgeMember,
  judgeReachable,
  judgeWindow,
} from './evaluate/lists.ts'
import { judgeOverdue } from './evaluate/overdue.ts'
import { judgeConsent, judgeLabel, judgeMembership, judgeScore } from './evaluate/recorded.ts'
import { judgeSample } from './evaluate/sample.ts'
import { compileValueTest, integerRange } from './evaluate/value-test.ts'
import { needs } from './needs.ts'

/**
 * A condition as a function, made of closures; nothing is turned into code text.
 *
 * The function throws `LIST_NOT_LOADED` for a view that lacks a list which the condition reads, even
 * where the answer would not depend on it.
 */
export function compileCondition(condition: Condition): (view: CustomerView) => boolean {
  const judge = judgeOf(compilePart(condition, true, false, sharedParts(condition)))
  const { lists } = needs(condition)
  return lists.length === 0 ? judge : (view) => judge(withLists(view, lists))
}

/** Parts that stand in more than one place, as the definition of a segment may, with their judges once they have one. */
type Shared = Map<Condition, Judge | undefined>

/**
 * Judges the condition and goes on with one step where it holds and with the other where it does not.
 * So leaves alone cost a call: `all`, `any` and `not` only say where to go on.
 */
function compilePart(condition: Condition, pass: Next, fail: Next, shared: Shared): Next {
  if (!shared.has(condition)) return compileNew(condition, pass, fail, shared)
  const judge = shared.get(condition) ?? judgeOf(compileNew(condition, true, false, shared))
  shared.set(condition, judge)
  return (view) => (judge(view) ? next(pass, view) : next(fail, view))
}

function compileNew(condition: Condition, pass: Next, fail: Next, shared: Shared): Next {
  switch (condition.op) {
    case 'all':
      return condition.of.reduceRight<Next>(
        (then, part) => compilePart(part, then, fail, shared),
        pass,
      )
    case 'any':
      return condition.of.reduceRight<Next>(
        (then, part) => compilePart(part, pass, then, shared),
        fail,
      )
    case 'not':
      return compilePart(condition.of, fail, pass, shared)
    case 'column':
      return judgeColumn(condition, pass, fail)
    case 'average':
      return judgeAverage(condition, pass, fail)
    default: {
      const judge = compileLeaf(condition, shared)
      return (view) => (judge(view) ? next(pass, view) : next(fail, view))
    }
  }
}

type Leaf = Exclude<
  Condition,
  AllCondition | AnyCondition | NotCondition | ColumnCondition | AverageCondition
>

function sharedParts(condition: Condition): Shared {
  const seen = new Set<Condition>()
  const shared: Shared = new Map()
  const waiting: Condition[] = [condition]
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (seen.has(part)) {
      shared.set(part, undefined)
      continue
    }
    seen.add(part)
    if (part.op === 'not') waiting.push(part.of)
    else if (part.op === 'all' || part.op === 'any' || part.op === 'atLeast')
      waiting.push(...part.of)
  }
  return shared
}

function compileLeaf(condition: Leaf, shared: Shared): Judge {
  switch (condition.op) {
    case 'atLeast':
      return judgeAtLeast(
        condition.count,
        condition.of.map((part) => judgeOf(compilePart(part, true, false, shared))),
      )
    case 'identity':
      return judgeIdentity(condition)
    case 'reachable':
      return judgeReachable
    case 'attribute':
      return judgeAttribute(condition)
    case 'window':
      return judgeWindow(condition)
    case 'member':
      return judgeMember(condition)
    case 'label':
      return judgeLabel(condition)
    case 'consent':
      return judgeConsent(condition)
    case 'score':
      return judgeScore(condition)
    case 'membership':
      return judgeMembership(condition)
    case 'events':
      return judgeEvents(condition)
    case 'overdue':
      return judgeOverdue(condition)
    case 'sample':
      return judgeSample(condition)
  }
}

/** A view that holds exactly these lists, each read once: a view may find a list when it is asked for. */
function withLists(view: CustomerView, lists: readonly CustomerListName[]): CustomerView {
  const { customer, facts } = view
  const held: { -readonly [L in CustomerListName]?: CustomerLists[L] } = {}
  for (const list of lists) hold(held, list, loaded(view, list))
  return { customer, facts, ...held }
}

function hold<L extends CustomerListName>(
  held: { -readonly [N in CustomerListName]?: CustomerLists[N] },
  list: L,
  rows: CustomerLists[L],
): void {
  held[list] = rows
}

function judgeColumn({ column, test }: ColumnCondition, pass: Next, fail: Next): Judge {
  const reader = columnReader(column)
  if (test.is === 'missing') return reader.equals(null, pass, fail)
  if (test.is === '=') return reader.equals(test.value, pass, fail)
  if (test.is === 'in') return reader.among(new Set(test.values), pass, fail)
  const range = integerRange(test)
  if (range !== undefined && reader.lies !== undefined) {
    return reader.lies(range.low, range.high, pass, fail)
  }
  const { read } = reader
  const passes = compileValueTest(test)
  return (view) => (passes(read(view)) ? next(pass, view) : next(fail, view))
}

function judgeAverage(condition: AverageCondition, pass: Next, fail: Next): Judge {
  const { total, count, is, value } = condition
  const readTotal = columnReader(total).read
  const readCount = columnReader(count).read
  return (view) => {
    const sum = readTotal(view)
    const rows = readCount(view)
    const passes =
      typeof sum === 'number' && typeof rows === 'number' && averageCompare(sum, rows, is, value)
    return passes ? next(pass, view) : next(fail, view)
  }
}
