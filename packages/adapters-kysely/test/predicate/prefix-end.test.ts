import { expect, test } from 'vitest'
import { prefixEnd } from '../../src/predicate/prefix-end.ts'

const letters = ['a', 'b', '\uD7FF', '\uE000', '\uFFFF', '\u{10000}', '\u{10FFFF}']

/** Every text of so many of the letters. */
function textsOf(length: number): readonly string[] {
  if (length === 0) return ['']
  return textsOf(length - 1).flatMap((text) => letters.map((letter) => text + letter))
}

/** The order of databases: that of the bytes of UTF-8. */
function isBefore(a: string, b: string): boolean {
  return Buffer.compare(Buffer.from(a), Buffer.from(b)) < 0
}

test('texts begin so exactly where they lie from the beginning up to the end', () => {
  const texts = [0, 1, 2, 3].flatMap(textsOf)
  for (const prefix of [1, 2].flatMap(textsOf)) {
    const end = prefixEnd(prefix)
    const lying = texts.filter(
      (text) => !isBefore(text, prefix) && (end === undefined || isBefore(text, end)),
    )
    expect(lying).toEqual(texts.filter((text) => text.startsWith(prefix)))
  }
})

test('the last sign goes one up, past surrogates; the last of all goes away', () => {
  expect(prefixEnd('sri')).toBe('srj')
  expect(prefixEnd('a\uD7FF')).toBe('a\uE000')
  expect(prefixEnd('a\u{10FFFF}\u{10FFFF}')).toBe('b')
  expect(prefixEnd('\u{10FFFF}')).toBeUndefined()
})
