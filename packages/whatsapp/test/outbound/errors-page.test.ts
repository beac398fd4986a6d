/** The guide to WhatsApp's errors has every code that is known, with what to do. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actOn, platformCodes } from '../../src/outbound/index.ts'

const page = join(import.meta.dirname, '../../../../docs/guides/whatsapp-errors.md')

test('the guide tells of every code', () => {
  const rows = readFileSync(page, 'utf8').matchAll(/^\| (\d+) \| (.+?) \| `(\w+)` \|$/gm)
  const told = [...rows].map(([, code, meaning, act]) => ({ code: Number(code), meaning, act }))
  expect(told).toEqual(platformCodes)
})

test('the codes stand in their order, each once', () => {
  const codes = platformCodes.map(({ code }) => code)
  expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b))
})

test('permissions are a range, and what is not known is to be looked up', () => {
  expect([actOn(200), actOn(299), actOn(300), actOn(999_999)]).toEqual([
    'stop',
    'stop',
    'lookUp',
    'lookUp',
  ])
})
