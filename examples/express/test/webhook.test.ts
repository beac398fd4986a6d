import { sign } from '@langganan/whatsapp'
import { expect, test } from 'vitest'
import { clientOf } from './support/client.ts'
import { noon, open } from './support/open.ts'

const { url } = await open({
  WHATSAPP_PHONE_NUMBER_ID: '1065',
  WHATSAPP_ACCESS_TOKEN: 'a-token',
  WHATSAPP_APP_SECRET: 'app-secret',
  WHATSAPP_VERIFY_TOKEN: 'our-word',
})
const api = clientOf(url)

function envelope(phoneNumberId: string, from: string): string {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '6281100000001', phone_number_id: phoneNumberId },
    contacts: [{ profile: { name: 'Gita' }, wa_id: from }],
    messages: [
      {
        id: `wamid.${from}`,
        from,
        timestamp: String(noon / 1_000),
        type: 'text',
        text: { body: 'Halo' },
      },
    ],
  }
  const changes = [{ field: 'messages', value }]
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes }] })
}

async function deliver(body: string, secret: string): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'x-hub-signature-256': await sign(new TextEncoder().encode(body), secret),
  }
  return (await fetch(`${url}/webhook`, { method: 'POST', headers, body })).status
}

test('the handshake answers to the word that was agreed', async () => {
  const ask = (token: string) =>
    fetch(`${url}/webhook?hub.mode=subscribe&hub.challenge=42&hub.verify_token=${token}`)
  expect(await (await ask('our-word')).text()).toBe('42')
  expect((await ask('another')).status).toBe(403)
})

test('who writes to the number is a customer with an open window; other secrets and numbers are not heard', async () => {
  expect(await deliver(envelope('1065', '6281277770001'), 'another secret')).toBe(401)
  expect(await deliver(envelope('2000', '6281277770002'), 'app-secret')).toBe(200)
  expect(await deliver(envelope('1065', '6281277770003'), 'app-secret')).toBe(200)
  const { body } = await api.get('/customers')
  expect(body.rows).toMatchObject([{ name: 'Gita', active: true }])
  const [{ id }] = body.rows
  expect((await api.get(`/customers/${id}`)).body.window.state).toBe('free-form')
  const permission = await api.get(`/customers/${id}/messages/permission`)
  expect(permission.body).toMatchObject({ allowed: true, reasons: [] })
})

test('a real number has nobody to play with', async () => {
  expect((await fetch(`${url}/play`)).status).toBe(404)
})
