import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUuid, LAST_UUID_INSTANT, uuidV7 } from '../../../src/domain/ids/uuid-v7.ts'

const layout = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const instants = fc.integer({ min: 0, max: LAST_UUID_INSTANT })
const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

describe('uuidV7', () => {
  it('lays out the example of RFC 9562, A.6', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f])
    expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  it('keeps the instant and 74 random bits', () => {
    fc.assert(
      fc.property(instants, tenBytes, (instant, random) => {
        const id = uuidV7(instant, random)
        expect(id).toMatch(layout)
        expect(isUuid(id)).toBe(true)
        const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
        expect(bytes.readUIntBE(0, 6)).toBe(instant)
        const masks = [0x0f, 0xff, 0x3f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
        for (const [i, mask] of masks.entries()) {
          expect(bytes.readUInt8(6 + i) & mask).toBe((random[i] ?? 0) & mask)
        }
      }),
    )
  })

  it.each([-1, 0.5, LAST_UUID_INSTANT + 1, Number.NaN])('refuses the instant %s', (instant) => {
    expect(() => uuidV7(instant, new Uint8Array(10))).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field: 'instant' }),
    )
  })

  it('refuses fewer than ten random bytes', () => {
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field: 'random' }),
    )
  })
})

describe('isUuid', () => {
  it.each([
    ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', true],
    ['00000000-0000-0000-0000-000000000000', true],
    ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', false],
    ['017f22e279b07cc398c4dc0c0c07398f', false],
    ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n', false],
    ['', false],
  ])('of %j is %s', (text, expected) => {
    expect(isUuid(text)).toBe(expected)
  })
})
