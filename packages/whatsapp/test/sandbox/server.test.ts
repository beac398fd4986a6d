/** The sandbox over HTTP: what examples run, by the platform's own fetch and in real time. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { textMessage, whatsappChannel } from '../../src/outbound/index.ts'
import { sandbox } from '../../src/sandbox/index.ts'
import { serveSandbox } from '../../src/sandbox/node/index.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function listening(options: Partial<Parameters<typeof sandbox>[0]> = {}) {
  const whatsapp = sandbox({ appSecret: 'secret', ...options })
  const server = await serveSandbox(whatsapp)
  closing.push(() => server.close())
  const channel = whatsappChannel({
    phoneNumberId: '106540352242922',
    accessToken: 'sandbox-token',
    baseUrl: server.url,
  })
  return { whatsapp, channel, server }
}

test('sends, uploads and what goes wrong on the way', async () => {
  const { whatsapp, channel, server } = await listening()
  const sari = whatsapp.person({ name: 'Sari' })
  await sari.writes('Halo')
  const to = { phone: sari.phone }
  expect(await channel.send(textMessage('Halo'), { to })).toMatchObject({ outcome: 'accepted' })
  const file = new Blob([new Uint8Array(300_000)], { type: 'image/png' })
  expect(await channel.uploadMedia(file)).toMatchObject({ outcome: 'accepted' })
  whatsapp.failNext({ fault: 'loseAnswer' })
  expect(await channel.send(textMessage('Halo'), { to })).toEqual({
    outcome: 'unknown',
    reason: 'connection',
  })
  expect(whatsapp.sent()).toHaveLength(2)
  await server.close()
  closing.pop()
  expect(await channel.send(textMessage('Halo'), { to })).toEqual({
    outcome: 'notSent',
    reason: 'unreachable',
  })
})

test('webhooks go to a server that listens, as soon as they are due', async () => {
  let arrive: (signature: string) => void = () => undefined
  const arrived = new Promise<string>((resolve) => {
    arrive = resolve
  })
  const shop = createServer((request, response) => {
    arrive(String(request.headers['x-hub-signature-256']))
    request.resume().on('end', () => response.end('ok'))
  })
  await new Promise<void>((resolve) => {
    shop.listen(0, '127.0.0.1', resolve)
  })
  closing.push(() => new Promise((resolve) => shop.close(resolve)))
  const address: AddressInfo | string | null = shop.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const { whatsapp } = await listening({
    time: 'real',
    webhook: `http://127.0.0.1:${port}/webhook`,
  })
  await whatsapp.person({ name: 'Sari' }).writes('Halo')
  expect(await arrived).toMatch(/^sha256=[\da-f]{64}$/)
  await expect(whatsapp.advance(1)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('one that is closed keeps no timer, and nothing more happens', async () => {
  vi.useFakeTimers()
  closing.push(async () => vi.useRealTimers())
  const whatsapp = sandbox({
    appSecret: 'secret',
    time: 'real',
    webhook: async () => new Response(),
  })
  await whatsapp.person({ name: 'Sari' }).writes('Halo')
  expect(vi.getTimerCount()).toBeGreaterThan(0)
  whatsapp.close()
  expect(vi.getTimerCount()).toBe(0)
  await whatsapp.person({ name: 'Dewi' }).writes('Halo')
  expect(vi.getTimerCount()).toBe(0)
  expect(whatsapp.deliveries()).toEqual([])
})
