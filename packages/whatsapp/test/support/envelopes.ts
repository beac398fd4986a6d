/** Envelopes as WhatsApp sends them, made by hand from the documented format. */

const number = { display_phone_number: '6285550000', phone_number_id: '100000000000001' }

/** An envelope with one change. */
export function envelope(field: string, value: object): object {
  return envelopeOf([
    { field, value: { messaging_product: 'whatsapp', metadata: number, ...value } },
  ])
}

export function envelopeOf(changes: readonly unknown[]): object {
  return { object: 'whatsapp_business_account', entry: [{ id: '900', changes }] }
}

/** A message of a type, from somebody known by a number. */
export function message(type: string, body: unknown, more: object = {}): object {
  return {
    from: '6281234567890',
    id: 'wamid.A',
    timestamp: '1767225600',
    type,
    [type]: body,
    ...more,
  }
}

export function text(body: string, more: object = {}): object {
  return message('text', { body }, more)
}

export function contact(name: string, more: object = {}): object {
  return { profile: { name }, wa_id: '6281234567890', ...more }
}

/** An envelope of messages, with what WhatsApp says of their senders. */
export function messagesOf(
  messages: readonly unknown[],
  contacts: readonly unknown[] = [],
): object {
  return envelope('messages', { messages, contacts })
}
