import type { InteractionInput, Shop } from '@langganan/core'

/** The shop, with one WhatsApp number at which all of its chats and calls are recorded. */
export function withOneNumber(shop: Shop, businessNumber: string): Shop {
  const at = (input: InteractionInput): InteractionInput =>
    input.kind === 'chat' || input.kind === 'call' ? { ...input, businessNumber } : input
  const { record, recordMany } = shop.interactions
  return {
    ...shop,
    interactions: {
      ...shop.interactions,
      record: (input) => record(at(input)),
      recordMany: (inputs) => recordMany(inputs.map(at)),
    },
  }
}
