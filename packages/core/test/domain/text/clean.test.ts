import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textProblem } from '../../../src/domain/text/clean.ts'

describe('textProblem', () => {
  it.each([
    ['a\0b', 'nul'],
    ['\ud800', 'lone-surrogate'],
    ['a\udc00b', 'lone-surrogate'],
    ['\udc00\ud800', 'lone-surrogate'],
    ['\ud83d\ude00', undefined],
    ['', undefined],
    ['\ufffd\t\n', undefined],
  ])('of %j is %s', (text, expected) => {
    expect(textProblem(text)).toBe(expected)
  })

  it('is none exactly when UTF-8 keeps the text and there is no NUL', () => {
    const units = fc.array(fc.constantFrom(0, 65, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000))
    fc.assert(
      fc.property(units, (codes) => {
        const text = String.fromCharCode(...codes)
        const kept = new TextDecoder().decode(new TextEncoder().encode(text)) === text
        expect(textProblem(text) === undefined).toBe(kept && !codes.includes(0))
      }),
    )
  })
})
