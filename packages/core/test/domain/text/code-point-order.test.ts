import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareCodePoints } from '../../../src/domain/text/code-point-order.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'b', '\ud7ff', '\ue000', '\uffff', '😀', '\u{10ffff}') }),
)

describe('compareCodePoints', () => {
  it('puts emoji after U+FFFF, where UTF-16 puts them before', () => {
    expect(compareCodePoints('\uffff', '😀')).toBeLessThan(0)
    expect('\uffff' < '😀').toBe(false)
  })

  it('is the order of the UTF-8 bytes', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(
          Buffer.compare(Buffer.from(a), Buffer.from(b)),
        )
      }),
      { numRuns: 1000 },
    )
  })
})
