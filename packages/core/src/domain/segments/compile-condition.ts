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
import { columnReader } from './evaluate/columns.ts'
import { judgeEvents } from './evaluate/events.ts'
import type { Judge } from './evaluate/judge.ts'
import { judgeAttribute, judgeIdentity, judgeMember, judgeWindow } from './evaluate/lists.ts'
import { judgeAll, judgeAny, judgeAtLeast } from './evaluate/logic.ts'
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
  const judge = compilePart(condition, true)
  const { lists } = needs(condition)
  return lists.length === 0 ? judge : (view) => judge(withLists(view, lists))
}

/** Judges whether the condition's answer is the wanted one; so a negation costs nothing above the leaves. */
function compilePart(condition: Condition, wanted: boolean): Judge {
  switch (condition.op) {
    case 'all':
      return (wanted ? judgeAll : judgeAny)(partsOf(condition, wanted))
    case 'any':
      return (wanted ? judgeAny : judgeAll)(partsOf(condition, wanted))
    case 'not':
      return compilePart(condition.of, !wanted)
    case 'column':
      return judgeColumn(condition, wanted)
    default: {
      const judge = compileLeaf(condition)
      return wanted ? judge : (view) => !judge(view)
    }
  }
}

/** The parts as judges, those of a part of the same kind among them. */
function partsOf({ op, of }: AllCondition | AnyCondition, wanted: boolean): Judge[] {
  return of.flatMap((part) =>
    part.op === op ? partsOf(part, wanted) : [compilePart(part, wanted)],
  )
}

type Leaf = Exclude<Condition, AllCondition | AnyCondition | NotCondition | ColumnCondition>

function compileLeaf(condition: Leaf): Judge {
  switch (condition.op) {
    case 'atLeast':
      return judgeAtLeast(
        condition.count,
        condition.of.map((part) => compilePart(part, true)),
      )
    case 'average':
      return judgeAverage(condition)
    case 'identity':
      return judgeIdentity(condition)
    case 'attribute':
      return judgeAttribute(condition)
    case 'window':
      return judgeWindow(condition)
    case 'member':
      return judgeMember(condition)
    case 'events':
      return judgeEvents(condition)
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

function judgeColumn({ column, test }: ColumnCondition, wanted: boolean): Judge {
  const reader = columnReader(column)
  if (test.is === 'missing') return reader.equals(null, wanted)
  if (test.is === '=') return reader.equals(test.value, wanted)
  const range = integerRange(test)
  if (range !== undefined && reader.lies !== undefined) {
    return reader.lies(range.low, range.high, wanted)
  }
  const { read } = reader
  const passes = compileValueTest(test)
  return (view) => passes(read(view)) === wanted
}

function judgeAverage({ total, count, is, value }: AverageCondition): Judge {
  const readTotal = columnReader(total).read
  const readCount = columnReader(count).read
  return (view) => {
    const sum = readTotal(view)
    const rows = readCount(view)
    return (
      typeof sum === 'number' && typeof rows === 'number' && averageCompare(sum, rows, is, value)
    )
  }
}
