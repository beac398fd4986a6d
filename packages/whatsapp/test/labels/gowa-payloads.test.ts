import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gowaLabels } from '../../src/labels/index.ts'

const folder = process.env.LANGGANAN_DATA ?? join(import.meta.dirname, '../../../../../shared/data')
const data = join(folder, 'whatsapp/gowa')
const isThere = existsSync(data)

if (!isThere) {
  process.emitWarning(
    `Skipped: no payloads of GoWA in ${data}; LANGGANAN_DATA says where they are.`,
  )
}

describe.skipIf(!isThere)('payloads of GoWA', () => {
  const payloads = new Map(
    (isThere ? readdirSync(data) : []).map((file) => [
      file,
      JSON.parse(readFileSync(join(data, file), 'utf8')),
    ]),
  )

  test('a label', () => {
    expect(gowaLabels(payloads.get('10-label-edit.json')).events).toEqual([
      {
        told: 'label',
        label: '9',
        name: 'Important',
        colour: '2',
        deleted: false,
        at: new Date('2026-01-22T12:03:00Z'),
      },
    ])
  })

  test('a label on a group is nobody’s', () => {
    const { events, ignored, rejected } = gowaLabels(payloads.get('11-label-association.json'))
    expect({ events, rejected }).toEqual({ events: [], rejected: [] })
    expect(ignored.group).toBe(1)
  })

  test('all others are events of another kind', () => {
    for (const [file, payload] of payloads) {
      // Some of the files are calls of the API.
      if (file.includes('label') || !('event' in payload)) continue
      const { events, ignored, rejected } = gowaLabels(payload)
      expect({ events, rejected }, file).toEqual({ events: [], rejected: [] })
      expect(ignored.event, file).toBe(1)
    }
  })
})
