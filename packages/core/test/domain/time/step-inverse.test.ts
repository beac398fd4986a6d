import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { back, forward, type Step } from '../../../src/domain/time/step.ts'
import { whenBackReaches, whenForwardReaches } from '../../../src/domain/time/step-inverse.ts'
import { anyInstant, anyZone } from './zones.ts'

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 1, max: 30 }).map((months) => ({ months })),
  fc.integer({ min: 1, max: 5 }).map((years) => ({ years })),
  fc.integer({ min: 1, max: 400 }).map((hours) => ({ hours })),
)

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

describe('the first now that reaches an instant', () => {
  it('reaches it, and the millisecond before does not', () => {
    fc.assert(
      fc.property(anyInstant, anyStep, anyZone, (instant, step, zone) => {
        const backwards = whenBackReaches(instant, step, zone)
        expect(back(backwards, step, zone)).toBeGreaterThanOrEqual(instant)
        expect(back(backwards - 1, step, zone)).toBeLessThan(instant)
        const forwards = whenForwardReaches(instant, step, zone)
        expect(forward(forwards, step, zone)).toBeGreaterThanOrEqual(instant)
        expect(forward(forwards - 1, step, zone)).toBeLessThan(instant)
      }),
    )
  })

  it('is the plain step away where months are long enough', () => {
    const instant = Date.parse('2026-10-21T08:00Z')
    expect(iso(whenBackReaches(instant, { months: 1 }, 'UTC'))).toBe('2026-11-21T08:00:00.000Z')
    expect(iso(whenForwardReaches(instant, { months: 1 }, 'UTC'))).toBe('2026-09-21T08:00:00.000Z')
  })

  it('waits for the next month where nothing else reaches the day', () => {
    const instant = Date.parse('2023-01-30T08:00Z')
    expect(iso(whenBackReaches(instant, { months: 1 }, 'UTC'))).toBe('2023-03-01T00:00:00.000Z')
  })
})
