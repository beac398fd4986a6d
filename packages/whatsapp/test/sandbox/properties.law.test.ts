/** What holds of the sandbox whatever people and shops do. `LANGGANAN_RUNS` says how often it is tried. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../src/index.ts'
import { defineTemplate, textMessage } from '../../src/outbound/index.ts'
import type { DeliverySettings, PersonAct, Sandbox } from '../../src/sandbox/index.ts'
import { channelTo, expectedSignature, itemsIn, shopSide } from './shop-side.ts'

const numRuns = Number(process.env.LANGGANAN_RUNS ?? 100)
const seed = process.env.LANGGANAN_SEED
const parameters = { numRuns, ...(seed === undefined ? {} : { seed: Number(seed) }) }

const hour = 3_600_000
const offer = {
  name: 'offer',
  language: 'id',
  category: 'marketing',
  body: 'Halo {{1}}',
  buttons: [{ quickReply: 'Ya' }],
} as const
const offered = defineTemplate(offer)({ body: { 1: 'Kak' } })

/** One step of a life: somebody does something, the shop sends, time passes. */
type Step =
  | { readonly step: 'act'; readonly person: number; readonly act: PersonAct }
  | { readonly step: 'send'; readonly person: number; readonly isTemplate: boolean }
  | { readonly step: 'wait'; readonly milliseconds: number }

const person = fc.nat({ max: 3 })
const act: fc.Arbitrary<PersonAct> = fc.oneof(
  { weight: 4, arbitrary: fc.string({ minLength: 1 }).map(written) },
  fc.constantFrom<PersonAct>(
    { act: 'react', messageId: 'wamid.1', emoji: '👍' },
    { act: 'react', messageId: 'wamid.1' },
    { act: 'shareLocation', latitude: -6, longitude: 106 },
    { act: 'shareContact', name: 'Budi', phone: '0812-1' },
    { act: 'call' },
    { act: 'stopMarketing' },
    { act: 'resumeMarketing' },
    { act: 'hidePhone' },
    { act: 'showPhone' },
    {
      act: 'order',
      catalogId: 'C',
      items: [{ product: 'KOPI', quantity: 1, price: 5.5, currency: 'USD' }],
    },
    { act: 'submitForm', messageId: 'wamid.1', answers: { city: 'Bandung' } },
    {
      act: 'write',
      text: 'Dari iklan',
      referral: { sourceType: 'ad', sourceId: '12', clickId: 'c' },
    },
  ),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ step: fc.constant('act' as const), person, act }),
  fc.record({ step: fc.constant('send' as const), person, isTemplate: fc.boolean() }),
  fc.record({
    step: fc.constant('wait' as const),
    milliseconds: fc.oneof(fc.nat({ max: 10_000 }), fc.nat({ max: 30 * hour })),
  }),
)
const life = fc.array(step, { maxLength: 30, size: 'max' })

/** Lives of few people in which the edges of a day are met. */
const edgy = fc.array(
  fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ step: fc.constant('act' as const), person: fc.nat({ max: 1 }), act }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        step: fc.constant('send' as const),
        person: fc.nat({ max: 1 }),
        isTemplate: fc.constant(false),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        step: fc.constant('wait' as const),
        milliseconds: fc.constantFrom(
          1,
          999,
          1000,
          hour,
          12 * hour,
          24 * hour - 1000,
          24 * hour - 1,
          24 * hour,
        ),
      }),
    },
  ),
  { maxLength: 40, size: 'max' },
)

function written(text: string): PersonAct {
  return { act: 'write', text }
}

/** Lives a life; gives what the sandbox took and refused of each send, and what came by webhook. */
async function lived(steps: readonly Step[], delivery: DeliverySettings = {}, seedOfSandbox = 1) {
  const side = shopSide({ templates: [offer], seed: seedOfSandbox, personalRefusals: 'answer' })
  const { whatsapp, channel } = side
  whatsapp.setDelivery(delivery)
  const people = ['Sari', 'Budi', 'Ayu', 'Eko'].map((name, i) =>
    whatsapp.person({
      name,
      phone: `+628120000000${i}`,
      script: ({ id, buttons: [first] }, before) =>
        first === undefined || before.length % 2 === 1
          ? []
          : [{ act: 'press', messageId: id, button: first }],
    }),
  )
  for (const each of steps) {
    if (each.step === 'wait') await whatsapp.advance(each.milliseconds)
    else if (each.step === 'act') await people[each.person]?.does(each.act)
    else {
      const to = { phone: people[each.person]?.phone ?? '' }
      await channel.send(each.isTemplate ? offered : textMessage('Halo'), { to })
    }
  }
  await whatsapp.settle()
  return { ...side, people }
}

const deliveries: fc.Arbitrary<DeliverySettings> = fc.record({
  delay: fc.nat({ max: 5000 }),
  disorder: fc.nat({ max: hour }),
  duplicates: fc.constantFrom(0, 0.5, 1),
  gather: fc.constantFrom(0, 1000, hour),
  most: fc.integer({ min: 1, max: 1000 }),
  isConcurrent: fc.boolean(),
})

test('the window is open for 24 hours from the last message or call, and for nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(edgy, async (steps) => {
      const { whatsapp } = shopSide({ personalRefusals: 'answer' })
      // No limit of the channel's is in the way, nor one of the platform's.
      const channel = channelTo(whatsapp)
      const people = [0, 1, 2, 3].map((i) =>
        whatsapp.person({ name: 'P', phone: `+628120000000${i}` }),
      )
      const opened = new Map<number, number>()
      for (const each of steps) {
        const now = whatsapp.clock()
        if (each.step === 'wait') await whatsapp.advance(each.milliseconds)
        else if (each.step === 'act') {
          await people[each.person]?.does(each.act)
          if (opens(each.act)) opened.set(each.person, Math.floor(now / 1000) * 1000)
        } else {
          const isOpen = now < (opened.get(each.person) ?? -Infinity) + 24 * hour
          const to = { phone: people[each.person]?.phone ?? '' }
          expect(people[each.person]?.windowIsOpen()).toBe(isOpen)
          expect(await channel.send(textMessage('Halo'), { to })).toMatchObject(
            isOpen ? { outcome: 'accepted' } : { outcome: 'refused', code: '131047' },
          )
        }
      }
    }),
    parameters,
  )
})

function opens({ act: kind }: PersonAct): boolean {
  return ['write', 'call', 'shareLocation', 'shareContact', 'order', 'submitForm'].includes(kind)
}

test('however webhooks come, each update comes, none is made up, and every signature is right', async () => {
  await fc.assert(
    fc.asyncProperty(life, deliveries, async (steps, delivery) => {
      const clean = await lived(steps)
      const disturbed = await lived(steps, delivery)
      expect(updatesOf(disturbed)).toEqual(updatesOf(clean))
      for (const { body, signature } of disturbed.hooks) {
        expect(signature).toBe(expectedSignature(body))
      }
    }),
    parameters,
  )
})

test('without duplicates each update comes once', async () => {
  await fc.assert(
    fc.asyncProperty(life, deliveries, async (steps, delivery) => {
      const { hooks } = await lived(steps, { ...delivery, duplicates: 0 })
      for (const list of lists) {
        const items = itemsIn(hooks, list).map((item) => JSON.stringify(item))
        if (list !== 'user_preferences') expect(new Set(items).size).toBe(items.length)
      }
    }),
    parameters,
  )
})

test('everything that comes can be read by this package, with nothing unknown and nothing rejected', async () => {
  await fc.assert(
    fc.asyncProperty(life, deliveries, async (steps, delivery) => {
      const { hooks } = await lived(steps, delivery)
      for (const { body } of hooks) {
        const { events, unknown, rejected } = parse(JSON.parse(body))
        expect({ unknown, rejected }).toEqual({ unknown: [], rejected: [] })
        expect(events.length).toBeGreaterThan(0)
      }
    }),
    parameters,
  )
})

test('the same seed gives the same run, to the last byte', async () => {
  await fc.assert(
    fc.asyncProperty(life, deliveries, fc.integer(), async (steps, delivery, chosen) => {
      const [first, second] = [
        await lived(steps, { ...delivery, isConcurrent: false }, chosen),
        await lived(steps, { ...delivery, isConcurrent: false }, chosen),
      ]
      expect(second.whatsapp.deliveries()).toEqual(first.whatsapp.deliveries())
      expect(second.whatsapp.sent()).toEqual(first.whatsapp.sent())
    }),
    parameters,
  )
})

test('a channel alone on its number is never told that it sends too fast', async () => {
  // Mostly at once: limits are met by bursts.
  const pause = fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat({ max: 2000 }) },
  )
  const demand = fc.array(fc.tuple(fc.nat({ max: 3 }), pause), {
    minLength: 50,
    maxLength: 200,
    size: 'max',
  })
  const limits = fc.record({
    perSecond: fc.integer({ min: 1, max: 20 }),
    secondsPerPerson: fc.integer({ min: 1, max: 6 }),
    burstPerPerson: fc.integer({ min: 1, max: 10 }),
  })
  await fc.assert(
    fc.asyncProperty(demand, limits, async (wanted, chosen) => {
      const { whatsapp, channel } = shopSide(
        { limits: chosen, templates: [offer] },
        { limits: chosen },
      )
      const people = [0, 1, 2, 3].map((i) => whatsapp.person({ name: `P${i}` }))
      for (const [who, wait] of wanted) {
        await whatsapp.advance(wait)
        const to = { phone: people[who]?.phone ?? '' }
        const result = await channel.send(offered, { to })
        if (result.outcome === 'accepted') continue
        if (result.outcome !== 'notSent') throw new Error(`was ${result.outcome}`)
        // Who is told to wait may go exactly then, and not before.
        await whatsapp.advance((result.retryAfter ?? 0) - 1)
        expect(channel.takeTurn(to)).toEqual({ granted: false, retryAfter: 1 })
        await whatsapp.advance(1)
        expect(await channel.send(offered, { to })).toMatchObject({ outcome: 'accepted' })
      }
      expect(refusals(whatsapp)).toEqual(expect.not.arrayContaining([130429, 131056]))
    }),
    parameters,
  )
})

function refusals(whatsapp: Sandbox) {
  return whatsapp.sent().map(({ refusal }) => refusal)
}

const lists = ['messages', 'statuses', 'calls', 'user_preferences']

/** All different updates, in an order of their own. */
function updatesOf({ hooks }: { readonly hooks: Parameters<typeof itemsIn>[0] }) {
  return lists.map((list) =>
    [...new Set(itemsIn(hooks, list).map((item) => JSON.stringify(item)))].sort(),
  )
}
