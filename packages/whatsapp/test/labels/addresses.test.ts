import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chatAddress } from '../../src/labels/chat-address.ts'
import { gowaLabels } from '../../src/labels/index.ts'

const runs = { numRuns: Number(process.env.LANGGANAN_RUNS ?? 2_000) }

const digits = fc.stringMatching(/^[1-9]\d{4,14}$/)
const suffix = fc.constantFrom('', ':1', ':99', '_1', '_2:3')
const servers = {
  number: ['s.whatsapp.net', 'c.us', 'hosted'],
  lid: ['lid', 'hosted.lid'],
  other: ['g.us', 'broadcast', 'newsletter', 'bot'],
} as const

test('an address of a number gives the digits and nothing else', () => {
  const numbers = digits.filter((id) => !id.startsWith('1313555') && !id.startsWith('131655500'))
  fc.assert(
    fc.property(numbers, suffix, fc.constantFrom(...servers.number), (id, device, server) => {
      expect(chatAddress(`${id}${device}@${server}`)).toEqual({ kind: 'person', whatsapp: id })
    }),
    runs,
  )
})

test('the digits of a linked id are never a number', () => {
  fc.assert(
    fc.property(digits, suffix, fc.constantFrom(...servers.lid), (id, device, server) => {
      expect(chatAddress(`${id}${device}@${server}`)).toEqual({ kind: 'person', lid: id })
    }),
    runs,
  )
})

test('whatever stands before the server of a group is nobody', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...servers.other), (id, server) => {
      expect(chatAddress(`${id}@${server}`)?.kind).not.toBe('person')
    }),
    runs,
  )
})

test('any text is an address or none, without a throw', () => {
  const near = fc
    .tuple(fc.string(), fc.constantFrom('@', ':', '_', ''), fc.string(), fc.string())
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (text) => {
      const read = chatAddress(text)
      if (read?.kind !== 'person') return
      expect('lid' in read ? read.lid : read.whatsapp).toMatch(/^\d{1,20}$/)
    }),
    runs,
  )
})

test('any JSON in place of a payload is read or rejected, without a throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (payload, id, time) => {
      const webhooks = [
        payload,
        { event: 'label.edit', payload },
        { event: 'label.association', timestamp: time, payload: { label_id: id, labeled: true } },
      ]
      for (const webhook of webhooks) expect(gowaLabels(webhook).events).toEqual([])
    }),
    runs,
  )
})
