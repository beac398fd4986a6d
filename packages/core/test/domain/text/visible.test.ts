import { expect, test } from 'vitest'
import { isVisible } from '../../../src/domain/text/visible.ts'

test.each([
  ['nothing', ''],
  ['spaces of all kinds', ' \t\n\u00a0\u3000\u2028'],
  ['zero width', '\u200b\u200c\u200d\u2060\ufeff'],
  ['soft hyphens', '\u00ad\u00ad'],
  ['Hangul fillers', '\u3164\u115f\u1160\uffa0'],
  ['marks of direction', '\u200e\u200f\u202a\u202e\u2066\u2069\u061c'],
  ['variation selectors and tags', '\ufe0f\u{e0061}\u{e0100}'],
  ['the Braille cell without a dot', '\u2800'],
])('%s cannot be seen', (_, text) => {
  expect(isVisible(text)).toBe(false)
  expect(isVisible(`${text}李${text}`)).toBe(true)
})

test.each(['.', 'ب', '김', '😀', '\u0600', '⠁', '\u0301'])('%s can be seen', (text) => {
  expect(isVisible(text)).toBe(true)
})
