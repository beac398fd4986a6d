import type { Shop } from '@langganan/core'
import { type WebhookHandler, webhookHandler } from '@langganan/whatsapp'
import { type WhatsAppChannel, whatsappChannel } from '@langganan/whatsapp/outbound'
import type { WhatsAppConfig } from './config.ts'
import type { Log } from './http/log.ts'
import type { Play } from './play/play.ts'

/** A WhatsApp number of the shop: how it is heard, and how it writes. */
export interface WhatsAppLine {
  readonly channel: WhatsAppChannel
  readonly webhook: WebhookHandler
}

/** The number that the sandbox has. */
export function playLine(shop: Shop, { channel, phones, ...play }: Play): WhatsAppLine {
  const webhook = webhookHandler({
    shopFor: (phoneNumberId) => (phoneNumberId === play.phoneNumberId ? shop : undefined),
    secrets: play.appSecret,
    verifyToken: play.verifyToken,
    onEvents: phones.hear,
  })
  return { channel, webhook }
}

/** A number of the Cloud API. One app may have several; only this one's events are the shop's. */
export function realLine(
  shop: Shop,
  config: Extract<WhatsAppConfig, { kind: 'number' }>,
  log: Log,
): WhatsAppLine {
  const { phoneNumberId, accessToken, appSecret, verifyToken } = config
  const webhook = webhookHandler({
    shopFor: (id) => (id === phoneNumberId ? shop : undefined),
    secrets: appSecret,
    verifyToken,
    onReport: ({ error, ...webhook }) =>
      log(error instanceof Error ? { webhook, error: error.name } : { webhook }),
  })
  return { channel: whatsappChannel({ phoneNumberId, accessToken }), webhook }
}
