import { once } from 'node:events'
import { createServer, type Server, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { sign, webhookHandler } from '../../src/index.ts'
import { nodeHandler } from '../../src/node/index.ts'
import { contact, messagesOf, text } from '../support/envelopes.ts'
import { bytesOf, secret, verifyToken } from '../support/requests.ts'
import { newShop } from '../support/shops.ts'

let server: Server | undefined
afterEach(() => server?.close())

async function served(prepare: (request: object) => void = () => undefined) {
  const shop = await newShop()
  const handle = nodeHandler(webhookHandler({ secrets: secret, verifyToken, shop }))
  server = createServer((request, response) => {
    prepare(request)
    void handle(request, response)
  })
  await once(server.listen(0), 'listening')
  return { shop, url: `http://localhost:${(server.address() as AddressInfo).port}` }
}

const body = JSON.stringify(messagesOf([text('Halo')], [contact('Sari')]))

test('a webhook over node:http', async () => {
  const { shop, url } = await served()
  const query = `hub.mode=subscribe&hub.verify_token=${verifyToken}&hub.challenge=115`
  expect(await (await fetch(`${url}/any/path?${query}`)).text()).toBe('115')
  const headers = { 'x-hub-signature-256': await sign(bytesOf(body), secret) }
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200)
  expect((await fetch(url, { method: 'POST', body })).status).toBe(401)
  expect((await shop.customers.list()).rows).toMatchObject([{ name: 'Sari' }])
})

test('a raw body that was read before, as express.raw does', async () => {
  const { shop, url } = await served((request) =>
    Object.assign(request, { body: Buffer.from(body), originalUrl: '/mounted' }),
  )
  const headers = { 'x-hub-signature-256': await sign(bytesOf(body), secret) }
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200)
  expect((await shop.customers.list()).rows).toHaveLength(1)
})

test('who sends 10 MB is told so, without all of it being read', async () => {
  const { url } = await served()
  const request = send(url, { method: 'POST' })
  request.on('error', () => undefined) // the rest is not taken
  const answered = once(request, 'response')
  const part = Buffer.alloc(1_000_000)
  for (let sent = 0; sent < 10 && !request.destroyed; sent += 1) request.write(part)
  const [response] = await answered
  expect(response.statusCode).toBe(413)
  expect(response.headers.connection).toBe('close')
  request.destroy()
})

test('an address that none is', async () => {
  const { url } = await served((request) => Object.assign(request, { url: 'http://[' }))
  expect((await fetch(url)).status).toBe(400)
})
