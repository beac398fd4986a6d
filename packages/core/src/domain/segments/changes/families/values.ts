import { addDays, isLocalDate } from '../../../time/local-date.ts'
import type { FieldPredicate } from '../../predicate.ts'

/** Texts that a test names, and some behind and before them, for tests of their order. */
export function textsFor(test: FieldPredicate): readonly string[] {
  const named = valuesIn(test).filter((value) => typeof value === 'string')
  const comparing = test.is === '<' || test.is === '>'
  if (!comparing) return named
  return named.flatMap((text) =>
    isLocalDate(text) ? [addDays(text, 1), addDays(text, -1)] : [`${text}!`, '!'],
  )
}

/**
 * Texts put together of how one must begin, what it must contain and how it must end; and with a letter
 * more here or there, for what a text must not be.
 */
export function joinedTexts(tests: readonly FieldPredicate[]): readonly string[] {
  const parts = (is: 'startsWith' | 'contains' | 'endsWith'): readonly string[] =>
    tests.flatMap((test) => (test.is === is ? [test.value] : []))
  const [start, end] = [longestOf(parts('startsWith')), longestOf(parts('endsWith'))]
  const inside = parts('contains').slice(0, mostValues).join('')
  const joined = [start + end, start + inside + end]
  const named = tests.flatMap(textsFor).slice(0, mostValues)
  const longer = letters.flatMap((letter) => [
    start + letter + inside + end,
    start + inside + letter + end,
    ...[...joined, ...named].flatMap((text) => [text + letter, letter + text]),
  ])
  return [...new Set([...joined, ...longer])].filter((text) => text !== '')
}

/** Two, so that one of them is not what a text must not begin or end with. */
const letters = ['a', 'b']

function longestOf(texts: readonly string[]): string {
  return texts.reduce((long, text) => (text.length > long.length ? text : long), '')
}

/** Numbers that a test names, and those next to them. */
export function numbersFor(test: FieldPredicate): readonly number[] {
  const named = valuesIn(test).filter((value) => typeof value === 'number')
  const around = named.flatMap((number) => [number, number + 1, number - 1])
  return [...new Set([...around, 0])].filter(Number.isFinite)
}

/** The values that a test names. */
function valuesIn(test: FieldPredicate): readonly unknown[] {
  if (test.is === 'missing') return []
  const named: readonly unknown[] = [test.value].flat()
  return named.slice(0, mostValues)
}

const mostValues = 100
