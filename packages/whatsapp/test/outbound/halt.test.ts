import { expect, onTestFinished, test, vi } from 'vitest'
import { textMessage, type WhatsAppHalt } from '../../src/outbound/index.ts'
import { shopSide } from '../sandbox/shop-side.ts'

const hello = textMessage('Halo')
const minute = 60_000
const number = '106540352242922'

/** Sari and Budi have written, and what the channel tells of halts is kept. */
async function bothWrote() {
  const halts: WhatsAppHalt[] = []
  const side = shopSide({}, { onHalt: (halt) => halts.push(halt) })
  const { whatsapp, channel } = side
  const [sari, budi] = ['+6281234567890', '+6285711112222'].map((phone) =>
    whatsapp.person({ name: phone, phone }),
  )
  await sari?.writes('Halo')
  await budi?.writes('Halo')
  await whatsapp.advance(1_000)
  return {
    ...side,
    halts,
    toSari: () => channel.send(hello, { to: { phone: '+6281234567890' } }),
    toBudi: () => channel.send(hello, { to: { phone: '+6285711112222' } }),
  }
}

test.each([190, 368, 131031, 131042, 131048, 133010])(
  'after %i nothing is asked of the platform until a try a minute later, and its success ends it',
  async (code) => {
    const { whatsapp, channel, toSari, toBudi, halts } = await bothWrote()
    whatsapp.failNext({ fault: 'refuse', code })
    expect(await toSari()).toMatchObject({
      outcome: 'refused',
      code: String(code),
      act: 'stop',
      retryAfter: minute,
    })
    expect(halts).toMatchObject([{ code: String(code), retryAfter: minute }])
    const asked = whatsapp.sent().length
    const halted = { outcome: 'notSent', reason: 'halted', retryAfter: minute }
    expect(await toBudi()).toEqual(halted)
    expect(await toSari()).toEqual(halted)
    const turn = { granted: false, reason: 'halted', retryAfter: 1 }
    await whatsapp.advance(minute - 1)
    expect(channel.takeTurn({ phone: '+6285733334444' })).toEqual(turn)
    expect(whatsapp.sent()).toHaveLength(asked)
    await whatsapp.advance(1)
    expect(await toBudi()).toMatchObject({ outcome: 'accepted' })
    expect(await toSari()).toMatchObject({ outcome: 'accepted' })
    expect(halts).toHaveLength(1)
  },
)

test('each try that is refused makes the next wait twice as long, up to 15 minutes', async () => {
  const { whatsapp, toSari, toBudi, halts } = await bothWrote()
  whatsapp.setNumber(number, { refusal: 131042 })
  const waits = [1, 2, 4, 8, 15, 15].map((minutes) => minutes * minute)
  for (const retryAfter of waits) {
    expect(await toSari()).toMatchObject({ outcome: 'refused', retryAfter })
    expect(await toBudi()).toEqual({ outcome: 'notSent', reason: 'halted', retryAfter })
    await whatsapp.advance(retryAfter)
  }
  expect(halts.map(({ retryAfter }) => retryAfter)).toEqual(waits)
  whatsapp.setNumber(number, { refusal: null })
  expect(await toSari()).toMatchObject({ outcome: 'accepted' })
  whatsapp.setNumber(number, { refusal: 131042 })
  expect(await toSari()).toMatchObject({ outcome: 'refused', retryAfter: minute })
})

test('of many that come after the wait one is the try; one that is not used gives way', async () => {
  const { whatsapp, channel, toSari, toBudi } = await bothWrote()
  whatsapp.failNext({ fault: 'refuse', code: 190 })
  await toSari()
  await whatsapp.advance(minute)
  const to = { phone: '+6281234567890' }
  const turn = channel.takeTurn(to)
  expect(turn).toEqual({ granted: true })
  expect(await toBudi()).toMatchObject({ reason: 'halted', retryAfter: minute })
  await whatsapp.advance(minute)
  expect(await toBudi()).toMatchObject({ outcome: 'accepted' })
})

test('turns that were taken before the platform said so are not used any more', async () => {
  const { whatsapp, channel, toSari, halts } = await bothWrote()
  const to = { phone: '+6285711112222' }
  const turn = channel.takeTurn(to)
  whatsapp.failNext({ fault: 'refuse', code: 190 })
  await toSari()
  const early = { to, turn: turn.granted ? turn : undefined }
  expect(await channel.send(hello, early)).toMatchObject({ outcome: 'notSent', reason: 'halted' })
  await whatsapp.advance(minute)
  expect(await channel.send(hello, early)).toMatchObject({ outcome: 'notSent', reason: 'halted' })
  expect(await toSari()).toMatchObject({ outcome: 'accepted' })
  expect(halts).toHaveLength(1)
})

test('of calls that were under way at once one refusal is told', async () => {
  const { whatsapp, toSari, toBudi, halts } = await bothWrote()
  whatsapp.setNumber(number, { refusal: 368 })
  const results = await Promise.all([toSari(), toBudi()])
  expect(results).toMatchObject([{ code: '368' }, { code: '368' }])
  expect(halts).toHaveLength(1)
})

test.each([
  ['at once', () => fail()],
  ['later', async () => fail()],
])('a listener that fails %s is printed and takes nothing from the answer', async (_, onHalt) => {
  const print = vi.spyOn(console, 'error').mockReturnValue(undefined)
  onTestFinished(() => print.mockRestore())
  const { whatsapp, channel } = shopSide({}, { onHalt })
  whatsapp.failNext({ fault: 'refuse', code: 190 })
  const to = { phone: '+6281234567890' }
  expect(await channel.send(hello, { to })).toMatchObject({ outcome: 'refused', code: '190' })
  await new Promise((resolve) => setImmediate(resolve))
  expect(print).toHaveBeenCalledOnce()
})

function fail(): never {
  throw new Error('nobody could be woken')
}
