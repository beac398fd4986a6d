import {
  type Channel,
  isLanggananError,
  LanggananError,
  openShop,
  type Shop,
} from '@langganan/core'
import type { Rows, Storage } from '@langganan/core/storage'
import { expect } from 'vitest'
import { ingest, parse, type StatusEvent } from '../../src/index.ts'
import {
  asMarketing,
  defineTemplate,
  textMessage,
  type WhatsAppMessage,
  whatsappChannel,
} from '../../src/outbound/index.ts'
import type { Sandbox, SandboxPerson } from '../../src/sandbox/index.ts'
import { sandbox } from '../../src/sandbox/index.ts'
import { GateModel, type ModelMessage } from './gate-model.ts'
import { Interleaving, quiet, type Watched } from './interleaving.ts'
import type { Happening, SendingLife } from './sending-life.ts'

const number = '106540352242922'
const phone = '+6281234567890'
const secretText = 'Rahasia sekali'

const offer = { name: 'offer', language: 'id', category: 'marketing', body: 'Kopi baru' } as const
const notice = { name: 'notice', language: 'id', category: 'utility', body: 'Sudah siap' } as const
const answer = textMessage(secretText)
const messages: Readonly<Record<string, WhatsAppMessage>> = {
  'freeForm service': answer,
  'freeForm marketing': asMarketing(answer),
  'template service': defineTemplate(notice)(),
  'template marketing': defineTemplate(offer)(),
}

interface Customer {
  readonly id: string
  readonly model: GateModel
  readonly person: SandboxPerson
}

/** A call of `send` that is under way, as seen from outside. */
interface Sending extends Watched {
  readonly customer: Customer
  readonly message: ModelMessage
  readonly happening: Extract<Happening, { readonly does: 'send' }>
  /** Why it might not leave, at its last transaction before its request. */
  reasons: readonly string[]
  /** The commit of its claim, once its request has begun. */
  sentAt: number | undefined
  lastCommit: number
  /** The platform's code, once the answer has it. */
  code: string | undefined
}

/** Lives such a life in a shop of its own, and expects law 14 of every step; answers what came of it. */
export async function liveAndSend(inner: Storage, id: string, life: SendingLife): Promise<Tally> {
  const world = await begin(inner, id, life)
  const { steps, whatsapp } = world
  const failures: unknown[] = []
  let running = 0
  steps.isOn = true
  for (const happening of life.happenings) {
    while (steps.isWaiting && steps.draw(3) > 0) await steps.step()
    if (happening.does === 'wait') await whatsapp.advance(happening.milliseconds)
    else {
      running += 1
      void happen(world, happening)
        .catch((failure: unknown) => failures.push(failure))
        .finally(() => {
          running -= 1
        })
    }
    await quiet()
  }
  while (running > 0) {
    if (steps.isWaiting) await steps.step()
    else await whatsapp.advance(1_000)
    await quiet()
  }
  steps.isOn = false
  const [failure] = failures
  if (failure !== undefined) throw failure
  await expectTheEnd(world)
  const rows = await sendsIn(world)
  return {
    changes: life.happenings.filter(({ does }) => isChange(does)).length,
    stopped: world.stopped.length,
    resolved: world.resolved.length,
    ...Object.fromEntries(counted(rows.map(({ state }) => state))),
  }
}

const noChanges: readonly Happening['does'][] = ['send', 'ask', 'resolve', 'tell', 'wait']

function isChange(does: Happening['does']): boolean {
  return !noChanges.includes(does)
}

/** How often what happened, by its name. */
export type Tally = Readonly<Record<string, number>>

function counted(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** A request that begins: what spoke against it at the claim's commit, and milliseconds since then. */
interface Departure {
  readonly reasons: readonly string[]
  readonly after: number
}

interface World {
  readonly shop: Shop
  readonly inner: Storage
  readonly steps: Interleaving
  readonly whatsapp: Sandbox
  readonly channel: Channel<WhatsAppMessage>
  readonly customers: readonly Customer[]
  /** Statuses that the platform told and nobody took in yet. */
  readonly told: StatusEvent[]
  /** The reasons of all that was stopped. */
  readonly stopped: (readonly string[])[]
  /** Every request that began. */
  readonly departures: Departure[]
  /** Ids of sends of which a person said what became of them. */
  readonly resolved: string[]
  /** Customers and moments of sending, by the ids of sends. */
  readonly sends: Map<string, { readonly customer: Customer; readonly at: number }>
}

async function begin(inner: Storage, id: string, life: SendingLife): Promise<World> {
  const { seed, personalRefusals } = life
  const told: StatusEvent[] = []
  const whatsapp = sandbox({
    appSecret: 'secret',
    seed,
    personalRefusals,
    templates: [offer, notice],
    webhook: async (request) => {
      const { events } = parse(await request.json())
      told.push(...events.filter((event) => event.type === 'status'))
      return new Response('ok')
    },
  })
  const steps = new Interleaving(seed)
  const { clock } = whatsapp
  const setting = { currency: 'IDR', timeZone: 'Asia/Jakarta', clock }
  const shop = await openShop({ id, ...setting, storage: steps.storage(inner) })
  const sari = whatsapp.person({ name: 'Sari', phone })
  const budi = whatsapp.person({ name: 'Budi', phone: '+6285711112222' })
  const citra = whatsapp.person({ name: 'Citra', phone: '+6285733334444' })
  const add = async (person: SandboxPerson, known: object, hasAddress: boolean) => ({
    id: (await shop.customers.add({ name: person.name, ...known })).id,
    model: new GateModel(hasAddress),
    person,
  })
  const customers = [
    await add(sari, { phone }, true),
    await add(budi, { userId: budi.userId }, true),
    await add(citra, { lid: '987654321012345' }, false),
  ]
  const sends = new Map<string, { customer: Customer; at: number }>()
  const departures: Departure[] = []
  const direct = whatsappChannel({
    phoneNumberId: number,
    accessToken: 'sandbox-token',
    clock,
    timers: whatsapp.timers,
    fetch: (input, init) => watchedFetch({ steps, whatsapp, sends, departures }, input, init),
  })
  const channel: Channel<WhatsAppMessage> = {
    ...direct,
    // Time may pass between the claim and the call, as it does in a process that is busy.
    async send(message, options) {
      const done = await steps.turn()
      done()
      return direct.send(message, options)
    },
  }
  const noted = { told, sends, departures, stopped: [], resolved: [] }
  return { shop, inner, steps, whatsapp, channel, customers, ...noted }
}

/** Notes what was known of a message when it left, and does to it what is to go wrong. */
async function watchedFetch(
  {
    steps,
    whatsapp,
    sends,
    departures,
  }: Pick<World, 'steps' | 'whatsapp' | 'sends' | 'departures'>,
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const sending = steps.calls.getStore() as Sending
  const { biz_opaque_callback_data: reference }: { biz_opaque_callback_data: string } = JSON.parse(
    String(init?.body),
  )
  const at = sending.lastCommit
  // Noted, for a channel takes whatever its fetch throws for a fault of the network.
  departures.push({ reasons: sending.reasons, after: whatsapp.clock() - at })
  sending.sentAt = at
  sends.set(reference, { customer: sending.customer, at })
  const done = await steps.turn()
  if (sending.happening.fault !== null) whatsapp.failNext(sending.happening.fault)
  const answering = whatsapp.fetch(input, init)
  done()
  const response = await answering
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null)
  const error: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'error') : null
  if (typeof error === 'object' && error !== null) sending.code = String(Reflect.get(error, 'code'))
  return response
}

async function happen(world: World, happening: Happening): Promise<void> {
  switch (happening.does) {
    case 'send':
      return sendAndExpect(world, happening)
    case 'ask':
      return askAndExpect(world, happening)
    case 'resolve':
      return resolveSome(world, happening)
    case 'tell':
      return tell(world, world.told.splice(0, happening.count))
    case 'wait':
      return
    case 'doubt':
    case 'dismiss':
      return doubt(world, happening)
    default:
      return change(world, happening)
  }
}

async function sendAndExpect(
  { shop, steps, whatsapp, channel, customers, stopped }: World,
  happening: Sending['happening'],
): Promise<void> {
  const { reference, dies } = happening
  // What has one reference says one thing to one customer.
  const about = reference === null ? happening : ofReference(reference)
  const customer = customers[about.who]!
  const { message } = about
  const sending: Sending = {
    customer,
    message,
    happening,
    reasons: ['nothing was asked'],
    sentAt: undefined,
    lastCommit: 0,
    code: undefined,
    begins() {
      if (dies && sending.sentAt !== undefined)
        throw new LanggananError('STORAGE_FAILED', 'The process ended.')
    },
    committed() {
      const now = whatsapp.clock()
      sending.lastCommit = now
      if (sending.sentAt === undefined) sending.reasons = customer.model.reasons(message, now)
      else if (sending.code !== undefined) customer.model.refused(sending.code, sending.sentAt, now)
    },
  }
  const what = { customer: customer.id, channel, message: messages[nameOf(message)]! }
  try {
    const outcome = await steps.calls.run(sending, () =>
      shop.messages.send({ ...what, reference: reference === null ? null : `R-${reference}` }),
    )
    if (outcome.outcome !== 'stopped') return
    expect(outcome.reasons).toEqual(sending.reasons)
    stopped.push(outcome.reasons)
  } catch (error) {
    if (!dies || !isLanggananError(error, 'STORAGE_FAILED')) throw error
  }
}

function ofReference(reference: number): { readonly who: number; readonly message: ModelMessage } {
  return {
    who: reference % 2,
    message: {
      form: reference % 4 < 2 ? 'freeForm' : 'template',
      purpose: reference % 3 === 0 ? 'marketing' : 'service',
    },
  }
}

function nameOf({ form, purpose }: ModelMessage): string {
  return `${form} ${purpose}`
}

async function askAndExpect(
  { shop, steps, whatsapp, channel, customers }: World,
  { who, message }: Extract<Happening, { readonly does: 'ask' }>,
): Promise<void> {
  const { id: customer, model } = customers[who]!
  let reasons: readonly string[] = []
  const watched: Watched = {
    committed() {
      reasons = model.reasons(message, whatsapp.clock())
    },
  }
  const asked = await steps.calls.run(watched, () =>
    shop.messages.mayReceive({ customer, channel, ...message }),
  )
  expect(asked).toEqual({ customer, allowed: reasons.length === 0, reasons })
}

/** Says of a send in the list whether it left, as somebody does who may be wrong. */
async function resolveSome(
  world: World,
  { n, sent }: Extract<Happening, { readonly does: 'resolve' }>,
): Promise<void> {
  const { rows } = await world.shop.messages.unresolved()
  const send = rows[n % Math.max(1, rows.length)]
  if (send === undefined) return
  const said = await world.shop.messages.resolve(send.id, { sent })
  world.resolved.push(send.id)
  if (said.by === 'person') expect(said.sent).toBe(sent)
}

/** Takes statuses in, one call each; with a refusal the model learns it at the same commit. */
async function tell(
  { shop, steps, sends, whatsapp }: World,
  told: readonly StatusEvent[],
): Promise<void> {
  for (const event of told) {
    const send = sends.get(event.callbackData ?? '')
    const [error] = event.errors
    const watched: Watched = {
      committed(mode) {
        if (mode === 'read' || event.status !== 'failed' || send === undefined) return
        const at = Math.min(event.at.getTime(), whatsapp.clock())
        send.customer.model.refused(String(error?.code), send.at, at)
      },
    }
    const { refused } = await steps.calls.run(watched, () => ingest(shop, [event]))
    expect(refused).toEqual([])
  }
}

type Change = Exclude<
  Happening,
  { readonly does: 'send' | 'ask' | 'resolve' | 'tell' | 'wait' | 'doubt' | 'dismiss' }
>

async function doubt(
  { shop, steps, customers }: World,
  { does, who, other }: Extract<Happening, { readonly does: 'doubt' | 'dismiss' }>,
): Promise<void> {
  const [one, two] = [customers[who]!, customers[other]!]
  const pair = { customers: [one.id, two.id] }
  const watched: Watched = {
    committed() {
      one.model.doubted(two.model, does === 'dismiss')
      two.model.doubted(one.model, does === 'dismiss')
    },
  }
  await steps.calls.run(watched, () =>
    does === 'doubt' ? shop.conflicts.record(pair) : shop.conflicts.dismiss(pair),
  )
}

async function change({ shop, steps, whatsapp, customers }: World, made: Change): Promise<void> {
  const { id: customer, model, person } = customers[made.who]!
  const at = whatsapp.clock() - (made.does === 'write' ? made.late : 0)
  if (made.does === 'write' && made.isReal) await person.writes('Halo')
  const watched: Watched = { committed: () => note(model, made, { at, now: whatsapp.clock() }) }
  await steps.calls.run(watched, async () => {
    switch (made.does) {
      case 'consent': {
        const { purpose, decision } = made
        return shop.consents.record({ customer, purpose, channel: 'whatsapp', decision })
      }
      case 'blacklist': {
        const until = made.hours === null ? null : new Date(at + made.hours * 3_600_000)
        return shop.customers.blacklist(customer, { reason: 'fiktif', until })
      }
      case 'unblacklist':
        return shop.customers.unblacklist(customer)
      case 'archive':
        return shop.customers.archive(customer)
      case 'restore':
        return shop.customers.restore(customer)
      case 'reassign':
        return shop.customers.reassignNumber(customer, phone)
      case 'regain':
        return shop.customers.edit(customer, { phone })
      case 'write':
        return shop.interactions.record({
          customer,
          kind: 'chat',
          businessNumber: number,
          at: new Date(at),
        })
    }
  })
}

/** What a change that was committed now comes to. */
function note(
  model: GateModel,
  made: Change,
  { at, now }: { readonly at: number; readonly now: number },
): void {
  switch (made.does) {
    case 'consent':
      model.consent(made.purpose, made.decision, now)
      break
    case 'blacklist':
      model.blacklisting = { until: made.hours === null ? null : at + made.hours * 3_600_000 }
      break
    case 'unblacklist':
      model.blacklisting = undefined
      break
    case 'archive':
    case 'restore':
      model.isArchived = made.does === 'archive'
      break
    case 'reassign':
    case 'regain':
      model.hasNumber(made.does === 'regain', now)
      break
    case 'write':
      model.wrote(at)
  }
}

/** The law itself: whatever left was allowed when its claim was committed, and was not late. Nothing left twice; who is not known is listed; what the platform has it tells, and then it is known. */
async function expectTheEnd(world: World): Promise<void> {
  const { shop, whatsapp, told, departures } = world
  for (const { reasons, after } of departures) {
    expect(reasons).toEqual([])
    expect(after).toBeLessThanOrEqual(2_000)
  }
  await whatsapp.advance(2_001)
  await expectUnresolved(world)
  const left = whatsapp.sent().filter(({ messageId }) => messageId !== undefined)
  const ids = left.map(({ reference }) => reference)
  expect(new Set(ids).size).toBe(ids.length)
  await whatsapp.settle()
  await tell(world, told.splice(0))
  const rows = await sendsIn(world)
  const references = rows.flatMap(({ reference }) => reference ?? [])
  expect(new Set(references).size).toBe(references.length)
  for (const row of rows) {
    const message = left.find(({ reference }) => reference === row.id)
    if (message === undefined) expect(row).toMatchObject({ messageId: null })
    else expect(row).toMatchObject({ state: 'accepted', messageId: message.messageId })
  }
  await expectUnresolved(world)
  expect(await shop.verify()).toMatchObject({ findings: [] })
  await expectNothingPersonal(world)
}

async function expectUnresolved(world: World): Promise<void> {
  const open = (await sendsIn(world))
    .filter(({ state }) => state === 'claimed' || state === 'unknown')
    .filter(({ resolution }) => resolution === null)
    .map(({ id }) => id)
  const { rows } = await world.shop.messages.unresolved({ limit: 1_000 })
  expect(rows.map(({ id }) => id).sort()).toEqual(open.sort())
}

async function sendsIn({ inner, shop }: World): Promise<readonly Rows['sends'][]> {
  return inner.transaction(shop.id, 'read', (tx) => tx.scan('sends', null, 100_000))
}

/** The log of a shop goes to places that know nobody. */
async function expectNothingPersonal({ shop }: World): Promise<void> {
  const { events } = await shop.events.read({ limit: 1_000 })
  expect(JSON.stringify(events)).not.toMatch(/81234567890|wamid|Rahasia/)
}
