import { LanggananError } from '@langganan/core'
import type { WebhookTarget } from '../options.ts'
import type { Random } from '../time/random.ts'
import type { Timeline } from '../time/timeline.ts'
import type { Delivery, DeliverySettings } from './delivery.ts'
import { envelopeOf } from './envelope.ts'
import { signatureOf } from './sign.ts'
import type { Update } from './update.ts'

const mostUpdates = 1000
const longestRetry = 7 * 86_400_000

/** Where webhooks go, and how they are signed. */
export interface OutboxOptions {
  readonly accountId: string
  readonly appSecret: string
  readonly target: WebhookTarget | undefined
  readonly timeline: Timeline
  readonly random: Random
}

/** Delivers updates as signed webhooks, again and again until they are taken. */
export class Outbox {
  readonly deliveries: Delivery[] = []
  target: WebhookTarget | undefined
  readonly #options: OutboxOptions
  #settings: DeliverySettings = {}
  #gathered: Update[] = []
  #flush: (() => void) | undefined
  readonly #held: (() => void)[] = []

  constructor(options: OutboxOptions) {
    this.#options = options
    this.target = options.target
  }

  set(settings: DeliverySettings): void {
    const most = settings.most ?? mostUpdates
    if (!(Number.isInteger(most) && most >= 1 && most <= mostUpdates)) {
      throw new LanggananError('INVALID_INPUT', 'Expected 1 to 1,000 updates in a webhook.', {
        field: 'most',
      })
    }
    this.#settings = { ...this.#settings, ...settings }
    this.#options.timeline.isConcurrent = this.#settings.isConcurrent ?? false
    if (this.#settings.isPaused === true) return
    for (const release of this.#held.splice(0)) release()
  }

  add(update: Update): void {
    const { random, timeline } = this.#options
    const { delay = 0, disorder = 0, duplicates = 0 } = this.#settings
    const first = delay + (disorder > 0 ? random.between(0, disorder) : 0)
    timeline.after(first, () => this.#due(update))
    if (!random.chance(duplicates)) return
    for (let again = random.between(1, 3); again > 0; again--) {
      const later = random.chance(0.5) ? random.between(1, 60_000) : 0
      timeline.after(first + later, () => this.#due(update))
    }
  }

  /** Puts an update that is due into the next POST. */
  #due(update: Update): Promise<void> | undefined {
    const { gather = 0, most = mostUpdates, isPaused = false } = this.#settings
    if (isPaused) {
      this.#held.push(() => this.#options.timeline.after(0, () => this.#due(update)))
      return undefined
    }
    this.#gathered.push(update)
    if (gather === 0 || this.#gathered.length >= most) return this.#post()
    this.#flush ??= this.#options.timeline.after(gather, () => this.#post())
    return undefined
  }

  async #post(): Promise<void> {
    this.#flush?.()
    this.#flush = undefined
    const updates = this.#gathered.splice(0)
    if (updates.length === 0) return
    const { accountId, appSecret, random, timeline } = this.#options
    const body = JSON.stringify(envelopeOf(accountId, updates, random))
    const bytes = new TextEncoder().encode(body)
    const signature = await signatureOf(appSecret, bytes)
    const post = { body, bytes, signature, updates: updates.length, since: timeline.now() }
    await this.#attempt(post, 1)
  }

  async #attempt(post: Post, attempt: number): Promise<void> {
    const { timeline } = this.#options
    const { target } = this
    if (target === undefined) {
      this.#held.push(() => timeline.after(0, () => this.#attempt(post, attempt)))
      return
    }
    const at = timeline.now()
    const { body, signature, updates } = post
    const status = await statusOf(target, post)
    this.deliveries.push({ at, attempt, updates, body, signature, status })
    const wait = Math.min(1000 * 2 ** (attempt - 1), 3_600_000)
    if (status === 200 || at + wait > post.since + longestRetry) return
    timeline.after(wait, () => this.#attempt(post, attempt + 1))
  }

  /** Delivers from now on to this one, also what waited for somebody to take it. */
  connect(target: WebhookTarget): void {
    this.target = target
    this.set({})
  }
}

interface Post {
  readonly body: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly signature: string
  readonly updates: number
  /** When it was first tried. */
  readonly since: number
}

/** The status of the answer. A handler that throws and a server that is away answer nothing. */
async function statusOf(target: WebhookTarget, { bytes, signature }: Post): Promise<number | null> {
  const url = typeof target === 'function' ? 'https://shop.example/webhook' : target
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature }
  const request = new Request(url, { method: 'POST', headers, body: bytes })
  try {
    const response = await (typeof target === 'function' ? target(request) : fetch(request))
    return response.status
  } catch {
    // To the platform this is one more attempt that failed: it is tried again, and `deliveries` tells.
    return null
  }
}
