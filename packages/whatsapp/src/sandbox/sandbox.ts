import { type Clock, LanggananError } from '@langganan/core'
import { businessOf, knownTemplate } from './business.ts'
import { type Fault, Faults, type Trouble } from './faults.ts'
import { answerCall } from './graph/answer-call.ts'
import { setTemplateStatus } from './graph/template-status.ts'
import type { SandboxOptions, WebhookTarget } from './options.ts'
import { People } from './people/people.ts'
import type { PersonInput } from './people/person.ts'
import { countersOf } from './policy/limits.ts'
import { Prices } from './policy/pricing.ts'
import { type SandboxPerson, sandboxPerson } from './sandbox-person.ts'
import { Sends, type Sent } from './sends.ts'
import type { SandboxTemplate, TemplateStatus } from './templates/template.ts'
import { Random } from './time/random.ts'
import { Timeline } from './time/timeline.ts'
import type { Delivery, DeliverySettings } from './webhooks/delivery.ts'
import { shakeHands } from './webhooks/handshake.ts'
import { Outbox } from './webhooks/outbox.ts'
import type { World } from './world.ts'

/** A Graph API and the people behind it, in memory. */
export interface Sandbox {
  /** Stands where the platform's `fetch` would: give it to `whatsappChannel`. It answers on any host. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
  /** The sandbox's time: give it to `openShop` and `whatsappChannel`. */
  readonly clock: Clock
  /** Timers by that time: give them to `whatsappChannel`. */
  readonly timers: SandboxTimers
  /** Moves time on by so many milliseconds and lets happen what is due, webhooks included. */
  advance(milliseconds: number): Promise<void>
  /** Moves time on from one thing to the next until nothing more is due; gives up after 30 days. */
  settle(): Promise<void>
  /** Somebody new on WhatsApp. */
  person(input: PersonInput): SandboxPerson
  /** Delivers webhooks there from now on, also those that waited. */
  connect(webhook: WebhookTarget): void
  /** Does the handshake with the webhook, as when it is set up; gives whether it answered rightly. */
  handshake(): Promise<boolean>
  /** How webhooks come from now on; what is not named stays as it was. */
  setDelivery(settings: DeliverySettings): void
  /** The next calls go wrong like this, one each. */
  failNext(...faults: readonly Fault[]): void
  /** From now on calls go wrong by chance. */
  setTrouble(trouble: Trouble): void
  addTemplate(template: SandboxTemplate): void
  /** Pauses, disables or approves a template, and tells so by a webhook. */
  setTemplateStatus(name: string, language: string, status: TemplateStatus): void
  /** Changes what a business number may do: by a code, everything it sends is refused with that. */
  setNumber(id: string, change: NumberChange): void
  setAccessToken(token: string): void
  /** Every send that was well-formed, in order. */
  sent(): readonly Sent[]
  /** Every attempt to deliver a webhook, in order. */
  deliveries(): readonly Delivery[]
  /** Lets nothing more happen: what is due is forgotten, so that a program by the real clock can end. */
  close(): void
}

export interface SandboxTimers {
  setTimeout(call: () => void, milliseconds: number): unknown
  clearTimeout(timer: unknown): void
}

export interface NumberChange {
  readonly isRegistered?: boolean | undefined
  /** Such as 131042, 131031 or 368; null takes it back. */
  readonly refusal?: number | null | undefined
}

const longestSettling = 30 * 86_400_000

/**
 * A local Graph API with the rules of the real one, for tests and examples. Nothing in it waits by the
 * clock: its time moves when it is told to, and the same seed gives the same run.
 *
 * @throws LanggananError `INVALID_INPUT`
 *
 * @example
 * ```ts
 * import { sandbox } from '@langganan/whatsapp/sandbox'
 *
 * const whatsapp = sandbox({ appSecret: 'secret', webhook: async () => new Response('ok') })
 * const sari = whatsapp.person({ name: 'Sari', phone: '+6281234567890' })
 * await sari.writes('Halo')
 * await whatsapp.advance(1_000)
 * ```
 */
export function sandbox(options: SandboxOptions): Sandbox {
  if (options.appSecret === '') {
    throw new LanggananError('INVALID_INPUT', 'Expected a secret that is not empty.', {
      field: 'appSecret',
    })
  }
  const world = worldOf(options)
  const { timeline, business, outbox, faults, people, sends } = world
  return {
    fetch: (input, init) => fetchFrom(world, new Request(input, init)),
    clock: timeline.now,
    timers: {
      setTimeout: (call, milliseconds) => timeline.after(milliseconds, call),
      clearTimeout: (timer) => {
        if (typeof timer === 'function') timer()
      },
    },
    advance: (milliseconds) => timeline.advance(milliseconds),
    settle: () => settle(timeline),
    person: (input) => sandboxPerson(world, people.add(input)),
    connect: (webhook) => outbox.connect(webhook),
    handshake: () =>
      shakeHands(outbox.target, options.verifyToken ?? 'sandbox-verify', world.random.digits(10)),
    setDelivery: (settings) => outbox.set(settings),
    failNext: (...next) => faults.next(next),
    setTrouble: (trouble) => faults.trouble(trouble),
    addTemplate: (template) => {
      business.templates.push(knownTemplate(template, world.random))
    },
    setTemplateStatus: (name, language, status) => {
      const known = business.templates.find(
        ({ definition }) => definition.name === name && definition.language === language,
      )
      if (known === undefined) throw unknown('name', 'template')
      setTemplateStatus(world, known, status)
    },
    setNumber: (id, { isRegistered, refusal }) => {
      const number = business.numbers.get(id)
      if (number === undefined) throw unknown('id', 'business number')
      if (isRegistered !== undefined) number.isRegistered = isRegistered
      if (refusal !== undefined) number.refusal = refusal
    },
    setAccessToken: (token) => {
      business.accessToken = token
    },
    sent: () => [...sends.all],
    deliveries: () => [...outbox.deliveries],
    close: () => timeline.stop(),
  }
}

function worldOf(options: SandboxOptions): World {
  const random = new Random(options.seed ?? 1)
  const start = options.start?.getTime() ?? Date.UTC(2026, 0, 1)
  const timeline = new Timeline(start, options.time === 'real' ? Date.now : undefined)
  const business = businessOf(options, random)
  const { appSecret, webhook: target } = options
  // Faults and deliveries draw from streams of their own, so that one changes nothing in the other.
  const deliveries = new Random((options.seed ?? 1) + 1_000_003)
  return {
    timeline,
    random,
    business,
    people: new People(random),
    sends: new Sends(),
    inbound: new Map(),
    counters: countersOf(options.limits),
    prices: new Prices(),
    faults: new Faults(new Random((options.seed ?? 1) + 2_000_003)),
    outbox: new Outbox({
      accountId: business.accountId,
      appSecret,
      target,
      timeline,
      random: deliveries,
    }),
    tellsPersonalRefusals: options.personalRefusals ?? 'status',
  }
}

/** `fetch` gives up as soon as it is told to, whatever becomes of the call. */
async function fetchFrom(world: World, request: Request): Promise<Response> {
  const { signal } = request
  signal.throwIfAborted()
  const answer = answerCall(world, request)
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([answer, aborted])
}

async function settle(timeline: Timeline): Promise<void> {
  const last = timeline.now() + longestSettling
  await timeline.advance(0)
  for (let next = timeline.next(); next !== undefined && next <= last; next = timeline.next()) {
    await timeline.advance(next - timeline.now())
  }
}

function unknown(field: string, what: string): LanggananError {
  return new LanggananError('INVALID_INPUT', `This sandbox has no such ${what}.`, { field })
}
