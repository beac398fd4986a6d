import { sign } from '@langganan/whatsapp'

export const appSecret = 'the secret of an app'
const businessNumber = '100000000000001'

/** A webhook as it comes in: its bytes, and what signs them. */
export interface Delivery {
  readonly body: Uint8Array<ArrayBuffer>
  readonly signature: string
}

/** Messages of so many people in turn, so many to a request. Somebody's first message makes a customer. */
export async function madeUpDeliveries(
  updates: number,
  people: number,
  perRequest: number,
): Promise<readonly Delivery[]> {
  const deliveries: Delivery[] = []
  for (let at = 0; at < updates; at += perRequest) {
    const numbers = Array.from({ length: Math.min(perRequest, updates - at) }, (_, i) => at + i)
    const body = new TextEncoder().encode(JSON.stringify(envelopeOf(numbers, people)))
    deliveries.push({ body, signature: await sign(body, appSecret) })
  }
  return deliveries
}

/** The request that brings it, made anew for each who is asked to read it. */
export function requestOf({ body, signature }: Delivery): Request {
  return new Request('http://localhost/webhook', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    body,
  })
}

function envelopeOf(numbers: readonly number[], people: number): object {
  const changes = numbers.map((n) => ({ field: 'messages', value: messageOf(n, n % people) }))
  return { object: 'whatsapp_business_account', entry: [{ id: '900', changes }] }
}

function messageOf(n: number, person: number): object {
  const from = String(6_281_200_000_000 + person)
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '6285550000', phone_number_id: businessNumber },
    contacts: [{ profile: { name: `Pelanggan ${person}` }, wa_id: from }],
    messages: [
      {
        from,
        id: `wamid.${n}`,
        timestamp: String(1_767_225_600 + n * 30),
        type: 'text',
        text: { body: 'Halo, apakah kopi Gayo masih ada?' },
      },
    ],
  }
}
