import { LanggananError } from '@langganan/core'
import { digitsOf } from '../business.ts'
import { storeMedia } from '../media.ts'
import type { World } from '../world.ts'
import type { PersonAct, SandboxReferral } from './act.ts'

/** What a message of a person's holds, what it answers, and what stands beside it. */
export type Content = readonly [
  type: string,
  body: unknown,
  repliesTo?: string | undefined,
  more?: object,
]

type MessageAct = Extract<
  PersonAct,
  {
    readonly act:
      | 'write'
      | 'sendMedia'
      | 'shareLocation'
      | 'shareContact'
      | 'react'
      | 'press'
      | 'choose'
      | 'submitForm'
      | 'order'
  }
>

/** The content of the message that an act makes. */
export async function contentOf(world: World, act: MessageAct): Promise<Content> {
  switch (act.act) {
    case 'write':
      return ['text', { body: act.text }, act.replyTo, wireReferral(act.referral)]
    case 'sendMedia': {
      const { id, mimeType, sha256 } = await storeMedia(world, act.file.mimeType, act.file.bytes)
      const { filename } = act.file
      return [act.type, { id, mime_type: mimeType, sha256, caption: act.caption, filename }]
    }
    case 'shareLocation':
      return ['location', { latitude: act.latitude, longitude: act.longitude }]
    case 'shareContact':
      return ['contacts', [sharedContact(act.name, act.phone)]]
    case 'react':
      return ['reaction', { message_id: act.messageId, emoji: act.emoji }]
    case 'press':
      return pressed(world, act.messageId, act.button)
    case 'choose': {
      const row = world.sends.row(act.messageId, act.row)
      if (row === undefined) throw notShown(act.row)
      return ['interactive', { type: 'list_reply', list_reply: row }, act.messageId]
    }
    case 'submitForm': {
      const reply = { name: 'flow', body: 'Sent', response_json: JSON.stringify(act.answers) }
      return ['interactive', { type: 'nfm_reply', nfm_reply: reply }, act.messageId]
    }
    case 'order':
      return ['order', wireOrder(act)]
  }
}

function pressed(world: World, messageId: string, title: string): Content {
  const button = world.sends.button(messageId, title)
  if (button === undefined) throw notShown(title)
  return button.isOfTemplate
    ? ['button', { payload: button.id, text: button.title }, messageId]
    : [
        'interactive',
        { type: 'button_reply', button_reply: { id: button.id, title: button.title } },
        messageId,
      ]
}

function notShown(title: string): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    `That message shows nothing with the title "${title}" that could be pressed.`,
    { field: 'messageId' },
  )
}

function wireReferral(referral: SandboxReferral | undefined): object {
  if (referral === undefined) return {}
  const { sourceType, sourceId, headline, clickId } = referral
  const url = `https://fb.me/${sourceId}`
  return {
    referral: {
      source_type: sourceType,
      source_id: sourceId,
      source_url: url,
      headline,
      ctwa_clid: clickId,
    },
  }
}

function sharedContact(name: string, phone: string): unknown {
  return {
    name: { formatted_name: name, first_name: name },
    phones: [{ phone, wa_id: digitsOf(phone), type: 'CELL' }],
  }
}

function wireOrder(act: Extract<PersonAct, { readonly act: 'order' }>): unknown {
  return {
    catalog_id: act.catalogId,
    text: act.text,
    product_items: act.items.map(({ product, quantity, price, currency }) => ({
      product_retailer_id: product,
      quantity,
      item_price: price,
      currency,
    })),
  }
}
