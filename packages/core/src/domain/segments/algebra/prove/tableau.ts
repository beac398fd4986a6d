import type { Formula, Literal } from './formula.ts'
import type { Held, Store } from './held.ts'
import { refute } from './refute.ts'
import { refuteRelated } from './refute-related.ts'
import { spend, type Work } from './work.ts'

/** What must hold or must not, and how many choices had been made when it came in. */
interface Task {
  readonly formula: Formula
  readonly holds: boolean
  readonly level: number
}

/** Everything contradicts itself, because of these literals and of the choices at these levels. */
export interface Closed {
  readonly is: 'closed'
  readonly because: ReadonlySet<Literal>
  readonly levels: ReadonlySet<number>
}

export type Outcome = Closed | { readonly is: 'open' } | { readonly is: 'exhausted' }

/** What is looked for, and how far. */
export interface Search {
  readonly work: Work
  /** Whether a literal counts; what does not is left open. */
  readonly counts: (literal: Literal) => boolean
  /** Told of what is held where nothing contradicts it; whether the search is over. */
  readonly onOpen: (store: Store) => boolean
}

/** Looks for what a formula leaves possible, choice by choice. */
export function searchFormula(formula: Formula, search: Search): Outcome {
  const task = { formula, holds: true, level: 0 }
  return explore({ tasks: [task], choices: [], store: new Map(), level: 0 }, search)
}

interface State {
  readonly tasks: readonly Task[]
  readonly choices: readonly Task[]
  readonly store: Store
  readonly level: number
}

function explore(state: State, search: Search): Outcome {
  const opening = {
    tasks: [...state.tasks],
    choices: [...state.choices],
    store: new Map(state.store),
  }
  if (!spend(search.work, 1 + opening.store.size)) return { is: 'exhausted' }
  for (let task = opening.tasks.pop(); task !== undefined; task = opening.tasks.pop()) {
    const outcome = settle(task, opening, search)
    if (outcome !== null) return outcome
  }
  const { choices, store } = opening
  if (choices.length === 0) return search.onOpen(store) ? { is: 'open' } : { is: 'exhausted' }
  return choose({ tasks: [], choices, store, level: state.level }, search)
}

interface Opening {
  readonly tasks: Task[]
  readonly choices: Task[]
  readonly store: Map<string, readonly Held[]>
}

/** Takes a task apart as far as no choice is needed; an outcome where that ends the search here. */
function settle(task: Task, opening: Opening, search: Search): Outcome | null {
  const { formula, holds, level } = task
  if (formula.op === 'literal') {
    return search.counts(formula) ? hold({ literal: formula, holds, level }, opening, search) : null
  }
  if (formula.op === 'not') {
    opening.tasks.push({ formula: formula.of, holds: !holds, level })
    return null
  }
  const { of } = formula
  const needed = neededOf(formula, holds)
  if (needed > of.length) return { is: 'closed', because: new Set(), levels: new Set([level]) }
  if (needed === of.length)
    opening.tasks.push(...of.map((part) => ({ formula: part, holds, level })))
  else if (needed > 0) opening.choices.push(task)
  return null
}

function hold(held: Held, { store }: Opening, search: Search): Outcome | null {
  const { constraint } = held.literal
  const all = [...(store.get(constraint.variable) ?? []), held]
  store.set(constraint.variable, all)
  // Events are held against all others.
  const others = constraint.variable.startsWith('events ') ? store.size : 0
  if (!spend(search.work, all.length + sizeOf(constraint) + others)) return { is: 'exhausted' }
  const conflict = refute(constraint.variable, all) ?? refuteRelated(constraint.variable, store)
  return conflict === null ? null : closedBy(conflict)
}

/** How many of its parts must hold for a formula to hold, or must not for it not to. */
function neededOf(formula: Exclude<Formula, Literal | { op: 'not' }>, holds: boolean): number {
  const total = formula.of.length
  switch (formula.op) {
    case 'all':
      return holds ? total : 1
    case 'any':
      return holds ? 1 : total
    case 'atLeast':
      return holds ? formula.count : total - formula.count + 1
  }
}

/** Tries each way to make one choice, the one with the fewest first. */
function choose(state: State, search: Search): Outcome {
  const chosen = state.choices.reduce((few, task) => (partsOf(task) < partsOf(few) ? task : few))
  const choices = state.choices.filter((task) => task !== chosen)
  const level = state.level + 1
  const closed: Closed[] = []
  let isExhausted = false
  for (const tasks of waysOf(chosen, level)) {
    const outcome = explore({ tasks, choices, store: state.store, level }, search)
    // What does not rest on this choice holds whichever way it is made.
    const isFinal = outcome.is === 'closed' ? !outcome.levels.has(level) : outcome.is === 'open'
    if (isFinal || search.work.left <= 0) return outcome
    if (outcome.is === 'closed') closed.push(outcome)
    else isExhausted = true
  }
  return isExhausted ? { is: 'exhausted' } : closedTogether(closed, chosen.level, level)
}

/** The reasons of all ways of a choice together, which rest on the choice no more but on what asked for it. */
function closedTogether(closed: readonly Closed[], askedAt: number, level: number): Closed {
  const levels = new Set(closed.flatMap((each) => [...each.levels]))
  levels.delete(level)
  return {
    is: 'closed',
    because: new Set(closed.flatMap(({ because }) => [...because])),
    levels: levels.add(askedAt),
  }
}

function partsOf({ formula }: Task): number {
  return 'of' in formula && formula.op !== 'not' ? formula.of.length : 0
}

/** The ways to do what needs some of its parts: with the first of them, or without it. */
function waysOf({ formula, holds }: Task, level: number): readonly (readonly Task[])[] {
  if (formula.op === 'literal' || formula.op === 'not') return []
  const needed = neededOf(formula, holds)
  if (needed === 1) return formula.of.map((part) => [{ formula: part, holds, level }])
  const [first, ...rest] = formula.of
  if (first === undefined) return []
  const part: Task = { formula: first, holds, level }
  return [
    [part, { formula: someOf(needed - 1, rest, holds), holds, level }],
    [{ formula: someOf(needed, rest, holds), holds, level }],
  ]
}

/** A formula that needs so many of its parts to be as asked. */
function someOf(needed: number, of: readonly Formula[], holds: boolean): Formula {
  return { op: 'atLeast', count: holds ? needed : of.length - needed + 1, of }
}

function sizeOf(constraint: Literal['constraint']): number {
  if (constraint.kind === 'numbers') return constraint.values.length
  return constraint.kind === 'test' && constraint.test.is === 'in'
    ? constraint.test.values.length
    : 1
}

function closedBy(conflict: readonly Held[]): Closed {
  return {
    is: 'closed',
    because: new Set(conflict.map(({ literal }) => literal)),
    levels: new Set(conflict.map(({ level }) => level)),
  }
}
