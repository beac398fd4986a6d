import { textProblem } from '../../../text/clean.ts'
import { fold } from '../../../text/fold.ts'
import type { ValueTest } from '../../condition.ts'
import { type Held, heldAs } from '../prove/held.ts'
import { type Forms, fits } from '../prove/refute-tests.ts'

const longest = 50
const usual: readonly string[] = ['Sari', 'Budi 7', 'a', 'zz', '0', 'Melati kopi']

/** A text that can be stored and passes and fails what it must; undefined where none was found. */
export function chooseText(
  held: readonly Held[],
  isPossible: (text: string) => boolean = () => true,
  more: readonly string[] = [],
): string | undefined {
  return [...textsOf(held), ...more, ...usual].find(
    (text) => isStorable(text) && isPossible(text) && fits(held, formsOfText(text)),
  )
}

/** A text in the forms that columns hold it in. */
export function formsOfText(text: string): Forms {
  return (form) => {
    if (form === 'folded' || form === 'fold' || form === 'textFold') return fold(text)
    return form === 'number' || form === 'bouncedAt' ? null : text
  }
}

function isStorable(text: string): boolean {
  const isLong = text.length > longest
  return text !== '' && !isLong && text.trim() === text && textProblem(text) === undefined
}

/** Texts that tests speak of, and what can be put together from them. */
function textsOf(held: readonly Held[]): readonly string[] {
  const passed = heldAs(held, 'test', true).map(({ constraint }) => constraint.test)
  const failed = heldAs(held, 'test', false).map(({ constraint }) => constraint.test)
  const parts = (is: 'startsWith' | 'contains' | 'endsWith'): readonly string[] =>
    passed.flatMap((test) => (test.is === is ? [test.value] : []))
  const written = held.flatMap(({ literal: { leaf } }) => writtenIn(leaf.predicate))
  const found = [...written, ...[...passed, ...failed].flatMap(namedIn)]
  const [start, end] = [longestOf(parts('startsWith')), longestOf(parts('endsWith'))]
  const inner = parts('contains').filter((part) => !start.includes(part) && !end.includes(part))
  const joined = [inner.join(''), inner.join(' ')].flatMap((middle) => [
    start + middle + end,
    `${start}${middle} ${end}`.trim(),
    `${start}a${middle}a${end}`,
  ])
  const near = found.flatMap((text) => [`${text}a`, `${text}0`, `a${text}`, text.slice(0, -1)])
  return [...found, ...joined, ...near]
}

const mostNamed = 100

/** The texts that a test compares with. */
function namedIn(test: ValueTest): readonly string[] {
  if (test.is === 'in') return test.values.slice(0, mostNamed).map(String)
  if (test.is === 'between') return [String(test.low), String(test.high)]
  return 'value' in test ? [String(test.value)] : []
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((long, text) => (text.length > long.length ? text : long), '')
}

function writtenIn(predicate: object): readonly string[] {
  const value: unknown = 'value' in predicate ? predicate.value : undefined
  return [value].flat().filter((each) => typeof each === 'string')
}
