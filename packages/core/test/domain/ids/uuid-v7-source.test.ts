import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUuid } from '../../../src/domain/ids/uuid-v7.ts'
import { makeUuidV7Source } from '../../../src/domain/ids/uuid-v7-source.ts'

function timestampOf(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

function counterOf(id: string): number {
  return (
    (Number.parseInt(id.slice(15, 18), 16) << 14) | (Number.parseInt(id.slice(19, 23), 16) & 0x3fff)
  )
}

const full = (count: number): Uint8Array => new Uint8Array(count).fill(0xff)
const random = (count: number): Uint8Array => crypto.getRandomValues(new Uint8Array(count))

describe('makeUuidV7Source', () => {
  it('ascends strictly whatever the clock does', () => {
    const readings = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 100 })
    fc.assert(
      fc.property(readings, (clock) => {
        let reading = 0
        const next = makeUuidV7Source(() => 1_700_000_000_000 + (clock[reading++] ?? 0), random)
        const ids = clock.map(() => next())
        for (const id of ids) expect(isUuid(id)).toBe(true)
        for (let i = 1; i < ids.length; i += 1) expect(ids[i - 1]! < ids[i]!).toBe(true)
      }),
    )
  })

  it('carries the clock while it advances and keeps the last time when it runs back', () => {
    const clock = [1000, 1001, 900, 901, 1002]
    const next = makeUuidV7Source(() => clock.shift() ?? 0, random)
    expect(Array.from({ length: 5 }, () => timestampOf(next()))).toEqual([
      1000, 1001, 1001, 1001, 1002,
    ])
  })

  it('starts its counter in the lower half and counts by one', () => {
    const next = makeUuidV7Source(() => 5, full)
    expect([next(), next(), next()].map(counterOf)).toEqual([0x1ffffff, 0x2000000, 0x2000001])
  })

  it('leaves 48 bits of every id random', () => {
    const next = makeUuidV7Source(() => 5, random)
    const tails = new Set(Array.from({ length: 2000 }, () => next().slice(24)))
    expect(tails.size).toBe(2000)
  })

  it('refuses a clock that is out of range', () => {
    expect(() => makeUuidV7Source(() => -1, random)()).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    )
    expect(() => makeUuidV7Source(() => Number.NaN, random)()).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    )
  })
})
