import { request } from 'node:http'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'
import { open } from './support/open.ts'

const apiKey = 'a-long-random-text-0123'
const { url: locked } = await open({ PLAY: 'off', API_KEY: apiKey })
const { url: local } = await open({ PLAY: 'off' })

test('with a key, programs bear it and people type it as their password', async () => {
  const status = async (path: string, authorization: string) =>
    (await fetch(locked + path, { headers: { authorization } })).status
  const basic = `Basic ${Buffer.from(`dina:${apiKey}`).toString('base64')}`
  expect(await status('/api/monitoring', '')).toBe(401)
  expect(await status('/api/monitoring', 'Bearer wrong')).toBe(401)
  expect(await status('/api/monitoring', `Bearer ${apiKey}`)).toBe(200)
  expect(await status('/', '')).toBe(401)
  expect(await status('/', 'Basic !')).toBe(401)
  expect(await status('/', basic)).toBe(200)
  // A browser adds a password by itself, also for a page of somebody else's.
  expect(await status('/api/monitoring', basic)).toBe(401)
  const page = await fetch(`${locked}/customers`)
  expect(page.headers.get('www-authenticate')).toMatch(/^Basic /)
})

test('without a key the app answers to the names of its own machine only', async () => {
  expect(await statusAs('shop.example')).toBe(403)
  expect(await statusAs('localhost:1')).toBe(200)
  expect(await statusAs('[::1]:1')).toBe(200)
})

test.each([
  [{ HOST: '0.0.0.0' }, /API_KEY must be set/],
  [{ HOST: '0.0.0.0', API_KEY: 'short' }, /API_KEY must have 16/],
  [{ PORT: 'http' }, /PORT must be a port/],
  [{ DATABASE_URL: 'mysql://a' }, /DATABASE_URL must begin with postgres/],
  [{ WHATSAPP_APP_SECRET: 'a' }, /needs all four/],
])('settings %j are refused', (env, message) => {
  expect(() => readConfig(env)).toThrow(message)
  expect(() => readConfig(env)).toThrow(ConfigError)
})

test('other machines are let in with a key; nothing set is a play on this machine', () => {
  expect(readConfig({ HOST: '0.0.0.0', API_KEY: apiKey })).toMatchObject({ host: '0.0.0.0' })
  expect(readConfig({ API_KEY: '' })).toMatchObject({
    host: '127.0.0.1',
    apiKey: undefined,
    database: { kind: 'sqlite' },
    whatsapp: { kind: 'play' },
  })
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
  ['who does not say', {}, 403],
  ['another origin', { origin: 'http://shop.example' }, 403],
  ['no origin', { origin: 'null' }, 403],
  ['its own page', { 'sec-fetch-site': 'same-origin' }, 404],
  ['its own page, an old browser', { origin: local }, 404],
])('a form from %s', async (_, headers, status) => {
  const body = new URLSearchParams({ text: 'Halo' })
  const response = await fetch(`${local}/nothing`, {
    method: 'POST',
    headers: { ...headers },
    body,
  })
  expect(response.status).toBe(status)
})

test('pages run no script and are kept by nobody', async () => {
  const { headers } = await fetch(local)
  expect(headers.get('content-security-policy')).toMatch(
    /default-src 'none'.*frame-ancestors 'none'/,
  )
  expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('x-powered-by')).toBeNull()
})

/** `fetch` does not let a program say another host. */
function statusAs(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${local}/api/monitoring`, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
    asked.end()
  })
}
