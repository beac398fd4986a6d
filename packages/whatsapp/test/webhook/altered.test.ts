import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sign, webhookHandler } from '../../src/index.ts'
import { messagesOf, text } from '../support/envelopes.ts'
import { bytesOf, request, secret, verifyToken } from '../support/requests.ts'
import { newShop } from '../support/shops.ts'

const runs = Number(process.env.LANGGANAN_RUNS ?? 10_000)

/** A change of bytes that changes them. */
const alterations = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat({ max: 7 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(), byte: fc.nat({ max: 255 }) }),
)

const hex = fc.stringMatching(/^[\da-f]{0,80}$/)
const headers = fc.oneof(
  fc.constant(undefined),
  fc.string({ maxLength: 100 }).filter(isHeader),
  hex.map((digits) => `sha256=${digits}`),
  hex.map((digits) => `sha1=${digits}`),
  fc.stringMatching(/^[\da-fA-F]{64}$/).map((digits) => `SHA256=${digits}`),
)

test(`${runs} altered bodies and headers: none is accepted, none throws`, async () => {
  const shop = await newShop()
  const handle = webhookHandler({ secrets: ['other', secret], verifyToken, shop })
  const body = bytesOf(JSON.stringify(messagesOf([text('Halo')])))
  const signature = await sign(body, secret)
  const accept = async (bytes: Uint8Array<ArrayBuffer>, header: string | undefined) => {
    const said: Record<string, string> =
      header === undefined ? {} : { 'x-hub-signature-256': header }
    return (await handle(request(bytes, said))).status
  }
  expect(await accept(body, signature)).toBe(200)
  const events = (await shop.events.read()).events.length
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        alterations.map((alteration) => [altered(body, alteration), signature] as const),
        headers.map((header) => [body, header] as const),
        alterations.map((alteration) => {
          return [body, textOf(altered(bytesOf(signature), alteration))] as const
        }),
      ),
      async ([bytes, header]) => {
        const isSame = header?.trim().toLowerCase() === signature && bytes === body
        fc.pre(!isSame)
        expect(await accept(bytes, header)).toBe(401)
      },
    ),
    { numRuns: runs },
  )
  expect((await shop.events.read()).events.length).toBe(events)
})

type Alteration = typeof alterations extends fc.Arbitrary<infer T> ? T : never

function altered(bytes: Uint8Array, alteration: Alteration): Uint8Array<ArrayBuffer> {
  const at = alteration.at % bytes.length
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)]
  switch (alteration.kind) {
    case 'flip':
      return Uint8Array.from([...before, after[0]! ^ (1 << alteration.bit), ...after.slice(1)])
    case 'cut':
      return Uint8Array.from([...before, ...after.slice(1)])
    case 'add':
      return Uint8Array.from([...before, alteration.byte, ...after])
  }
}

/** Text that a header may hold. */
function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    String.fromCharCode(byte < 0x20 || byte > 0x7e ? 0x3f : byte),
  ).join('')
}

function isHeader(value: string): boolean {
  return /^[\x20-\x7e]*$/.test(value)
}
