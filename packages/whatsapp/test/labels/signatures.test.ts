import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSignedByGowa, isSignedByWaha } from '../../src/labels/index.ts'

const numRuns = Number(process.env.LANGGANAN_RUNS ?? 500)

const secret = fc.string({ minLength: 1 })
const body = fc.oneof(fc.uint8Array(), fc.string({ unit: 'grapheme' }))

const sources = [
  {
    name: 'WAHA',
    check: isSignedByWaha,
    sign: (bytes: string | Uint8Array, key: string) =>
      createHmac('sha512', Buffer.from(key)).update(bytes).digest('hex'),
  },
  {
    name: 'GoWA',
    check: isSignedByGowa,
    sign: (bytes: string | Uint8Array, key: string) =>
      `sha256=${createHmac('sha256', Buffer.from(key)).update(bytes).digest('hex')}`,
  },
] as const

for (const { name, check, sign } of sources) {
  test(`${name}: what it signed is taken, with any of the secrets`, async () => {
    await fc.assert(
      fc.asyncProperty(body, secret, fc.array(secret), async (bytes, key, others) => {
        const raw = typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)
        expect(await check(raw, sign(bytes, key), [...others, key])).toBe(true)
      }),
      { numRuns },
    )
  })

  test(`${name}: an altered body, header or secret is not taken, and nothing throws`, async () => {
    const altered = fc
      .nat()
      .chain((place) => fc.integer({ min: 1, max: 15 }).map((by) => ({ place, by })))
    await fc.assert(
      fc.asyncProperty(
        body,
        secret,
        altered,
        fc.string(),
        async (bytes, key, { place, by }, any) => {
          const raw =
            typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes)
          const header = sign(raw, key)
          const prefix = header.length - (name === 'GoWA' ? 64 : 128)
          const at = prefix + (place % (header.length - prefix))
          const digit = (Number.parseInt(header[at] ?? '0', 16) ^ by).toString(16)
          const other = `${header.slice(0, at)}${digit}${header.slice(at + 1)}`
          const longer = Uint8Array.from([...raw, by])
          expect(await check(raw, other, [key])).toBe(false)
          expect(await check(longer, header, [key])).toBe(false)
          expect(await check(raw, header, [`${key}x`])).toBe(false)
          expect(await check(raw, any, [key])).toBe(false)
          expect(await check(raw, header.slice(0, -1), [key])).toBe(false)
          expect(await check(raw, header, [])).toBe(false)
          expect(await check(raw, header, [''])).toBe(false)
          for (const missing of [null, undefined, ''])
            expect(await check(raw, missing, [key])).toBe(false)
        },
      ),
      { numRuns },
    )
  })
}
