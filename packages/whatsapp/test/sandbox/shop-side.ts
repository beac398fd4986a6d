import { createHmac } from 'node:crypto'
import {
  type WhatsAppChannel,
  type WhatsAppChannelOptions,
  whatsappChannel,
} from '../../src/outbound/index.ts'
import { type Sandbox, type SandboxOptions, sandbox } from '../../src/sandbox/index.ts'

const appSecret = 'app-secret'
const phoneNumberId = '106540352242922'

/** A webhook, parsed, with what came along. */
interface Hook {
  readonly body: string
  readonly signature: string | null
}

interface ShopSide {
  readonly whatsapp: Sandbox
  readonly channel: WhatsAppChannel
  readonly hooks: Hook[]
}

/** A sandbox whose webhooks are kept, and a channel that sends through it. */
export function shopSide(
  options: Partial<SandboxOptions> = {},
  channelOptions: Partial<WhatsAppChannelOptions> = {},
): ShopSide {
  const hooks: Hook[] = []
  const whatsapp = sandbox({
    appSecret,
    webhook: async (request) => {
      const signature = request.headers.get('x-hub-signature-256')
      hooks.push({ body: await request.text(), signature })
      return new Response('ok')
    },
    ...options,
  })
  const channel = channelTo(whatsapp, channelOptions)
  return { whatsapp, channel, hooks }
}

export function channelTo(
  whatsapp: Sandbox,
  options: Partial<WhatsAppChannelOptions> = {},
): WhatsAppChannel {
  const { fetch, clock, timers } = whatsapp
  return whatsappChannel({
    phoneNumberId,
    accessToken: 'sandbox-token',
    fetch,
    clock,
    timers,
    ...options,
  })
}

/** The signature that a shop's own code would expect. */
export function expectedSignature(body: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`
}

type Wire = Readonly<Record<string, unknown>>

/** Everything under this list in all changes of these webhooks, in their order. */
export function itemsIn(hooks: readonly Hook[], list: string): Wire[] {
  return changesIn(hooks).flatMap(({ value }) => {
    const items = value[list]
    return Array.isArray(items) ? items.map((item: Wire) => item) : []
  })
}

interface WireChange {
  readonly field: string
  readonly value: Wire
}

function changesIn(hooks: readonly Hook[]): WireChange[] {
  return hooks.flatMap(({ body }) => {
    const envelope: { readonly entry: readonly { readonly changes: readonly WireChange[] }[] } =
      JSON.parse(body)
    return envelope.entry.flatMap(({ changes }) => changes)
  })
}
