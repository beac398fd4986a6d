import { compareCodePoints } from '../../../text/code-point-order.ts'
import { fold } from '../../../text/fold.ts'
import type { ValueTest } from '../../condition.ts'
import { compileValueTest } from '../../evaluate/value-test.ts'
import { fewestOf, type Held, type HeldAs, heldAs } from './held.ts'

type HeldTest = HeldAs<'test'>

/**
 * What of these tests no one value can pass and fail as they are held; null where that is not certain.
 * All but the last are known to go together.
 *
 * @param choices the only values that there are
 * @param present what says that there is a value
 */
export function refuteTests(
  held: readonly Held[],
  choices: readonly string[] | null,
  present: readonly Held[],
): readonly Held[] | null {
  const named = heldAs(held, 'test', true).find((each) => valuesOf(each) !== null)
  if (named !== undefined) return refuteNamed(held, named)
  return choices === null ? refutePair(held) : refuteChoices(held, choices, present)
}

const mostTried = 100_000

/** Of values that a test names none fits: because of one other test, or of several. */
function refuteNamed(held: readonly Held[], named: HeldTest): readonly Held[] | null {
  const values = valuesOf(named) ?? []
  const noneFits = (some: readonly Held[]): boolean => values.every((value) => !fits(some, value))
  if (values.length === 0) return [named]
  if (!noneFits(held)) return null
  const other = held.find((each) => noneFits([each]))
  if (other !== undefined) return [named, other]
  const isSmall = values.length * held.length * held.length < mostTried
  return isSmall ? [...fewestOf(held, noneFits), named] : held
}

function refuteChoices(
  held: readonly Held[],
  choices: readonly string[],
  present: readonly Held[],
): readonly Held[] | null {
  const none = (some: readonly Held[]): boolean =>
    choices.every((choice) => !fits(some, formsOf('written', choice)))
  if (!none(held)) return null
  const few = fewestOf(held, none)
  return few.some(({ holds }) => holds) ? few : [...few, ...present]
}

/** The last of these and one before that cannot go together. */
function refutePair(held: readonly Held[]): readonly Held[] | null {
  const last = held.at(-1)
  if (last === undefined) return null
  const [passed, failed] = [heldAs(held, 'test', true), heldAs(held, 'test', false)]
  const [lastPassed, lastFailed] = [
    heldAs([last], 'test', true)[0],
    heldAs([last], 'test', false)[0],
  ]
  if (lastPassed !== undefined) {
    const other =
      passed.find((each) => areApart(each, lastPassed)) ??
      failed.find((each) => isWithin(lastPassed, each))
    return other === undefined ? null : [other, last]
  }
  const other = lastFailed && passed.find((each) => isWithin(each, lastFailed))
  return other === undefined ? null : [other, last]
}

/** A value in the forms that are known of it. */
export type Forms = (form: string) => string | number | null | undefined

/** The only values that pass. */
function valuesOf({ constraint: { form, test } }: HeldTest): readonly Forms[] | null {
  if (test.is === '=') return [formsOf(form, test.value)]
  return test.is === 'in' ? test.values.map((value) => formsOf(form, value)) : null
}

/** What is written tells its fold. */
function formsOf(form: string, value: string | number): Forms {
  return (asked) => {
    if (form === asked) return value
    const isFold = form === 'written' && asked === 'folded' && typeof value === 'string'
    return isFold ? fold(value) : undefined
  }
}

const judges = new WeakMap<ValueTest, (value: string | number | null) => boolean>()

/** A test as a function, made once: lists are long. */
function compiled(test: ValueTest): (value: string | number | null) => boolean {
  const before = judges.get(test)
  if (before !== undefined) return before
  const judge = compileValueTest(test)
  judges.set(test, judge)
  return judge
}

/** Whether a value passes and fails what it must; a test of a form that is not known may turn out either way. */
export function fits(held: readonly Held[], forms: Forms): boolean {
  return [true, false].every((holds) =>
    heldAs(held, 'test', holds).every(({ constraint: { form, test } }) => {
      const value = forms(form)
      return value === undefined || compiled(test)(value) === holds
    }),
  )
}

function areApart(one: HeldTest, other: HeldTest): boolean {
  if (one.constraint.form !== other.constraint.form) return false
  const [a, b] = [one.constraint.test, other.constraint.test]
  if (a.is === 'startsWith' && b.is === 'startsWith')
    return !a.value.startsWith(b.value) && !b.value.startsWith(a.value)
  if (a.is === 'endsWith' && b.is === 'endsWith')
    return !a.value.endsWith(b.value) && !b.value.endsWith(a.value)
  return lieApart(a, b) || lieApart(b, a)
}

/** Whether all that passes one test lies above all that passes the other. */
function lieApart(upper: ValueTest, lower: ValueTest): boolean {
  const [low, high] = [lowOf(upper), highOf(lower)]
  if (low === null || high === null || typeof low.value !== typeof high.value) return false
  const order = compared(low.value, high.value)
  return order > 0 || (order === 0 && (low.isOpen || high.isOpen))
}

interface Edge {
  readonly value: string | number
  /** The value itself does not pass. */
  readonly isOpen: boolean
}

function lowOf(test: ValueTest): Edge | null {
  if (test.is === 'between') return { value: test.low, isOpen: false }
  if (test.is === '>=' || test.is === '>' || test.is === '=' || test.is === 'startsWith')
    return { value: test.value, isOpen: test.is === '>' }
  return null
}

function highOf(test: ValueTest): Edge | null {
  if (test.is === 'between') return { value: test.high, isOpen: false }
  if (test.is === '<=' || test.is === '<' || test.is === '=')
    return { value: test.value, isOpen: test.is === '<' }
  return null
}

function compared(a: string | number, b: string | number): number {
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b)
  return Number(a) - Number(b)
}

/** Whether whatever passes one test passes the other. */
function isWithin(one: HeldTest, other: HeldTest): boolean {
  if (one.constraint.form !== other.constraint.form) return false
  const [a, b] = [one.constraint.test, other.constraint.test]
  if (JSON.stringify(a) === JSON.stringify(b)) return true
  const isPart = a.is === 'contains' || a.is === 'startsWith' || a.is === 'endsWith'
  if (isPart && b.is === 'contains') return a.value.includes(b.value)
  if (a.is === 'startsWith' && b.is === 'startsWith') return a.value.startsWith(b.value)
  if (a.is === 'endsWith' && b.is === 'endsWith') return a.value.endsWith(b.value)
  return isRangeWithin(a, b)
}

function isRangeWithin(a: ValueTest, b: ValueTest): boolean {
  const [low, high] = [lowOf(b), highOf(b)]
  if (b.is === 'startsWith' || (low === null && high === null)) return false
  const [least, most] = [lowOf(a), highOf(a)]
  const isAbove =
    low === null ||
    (least !== null && isSame(least, low) && reaches(compared(least.value, low.value), least, low))
  const isBelow =
    high === null ||
    (most !== null && isSame(most, high) && reaches(compared(high.value, most.value), most, high))
  return isAbove && isBelow
}

function isSame(a: Edge, b: Edge): boolean {
  return typeof a.value === typeof b.value
}

function reaches(order: number, inner: Edge, outer: Edge): boolean {
  return order > 0 || (order === 0 && (!outer.isOpen || inner.isOpen))
}
