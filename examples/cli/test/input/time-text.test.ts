import { describe, expect, test } from 'vitest'
import { parseAt } from '../../src/input/at.ts'
import { localClock } from '../../src/input/local-clock.ts'
import { isoTime, timeInFormat } from '../../src/input/time-text.ts'

const iso = (text: string, zone: string) => isoTime(localClock(zone))(text)
const at = (text: string) => Date.parse(text)

describe('times in ISO 8601', () => {
  test.each([
    ['2026-11-21T14:05:00Z', 'Asia/Jakarta', '2026-11-21T14:05:00Z'],
    ['2026-11-21T14:05:00+07:00', 'UTC', '2026-11-21T07:05:00Z'],
    ['2026-11-21 14:05-0330', 'UTC', '2026-11-21T17:35:00Z'],
    ['2026-11-21 14:05', 'Asia/Jakarta', '2026-11-21T07:05:00Z'],
    ['2026-11-21T14:05:06.789', 'Asia/Jakarta', '2026-11-21T07:05:06.789Z'],
    ['2026-11-21 14:05:06.7', 'UTC', '2026-11-21T14:05:06.700Z'],
    ['2026-11-21 14.05', 'Asia/Jakarta', '2026-11-21T07:05:00Z'],
    ['2026-11-21 14.05.06', 'UTC', '2026-11-21T14:05:06Z'],
    ['2026-11-21', 'Asia/Jakarta', '2026-11-20T17:00:00Z'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00Z'],
    ['2026-07-01 12:00', 'America/New_York', '2026-07-01T16:00:00Z'],
    ['2026-12-01 12:00', 'America/New_York', '2026-12-01T17:00:00Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(iso(text, zone)).toBe(at(expected))
  })

  test.each([
    '2026-02-29',
    '2026-02-30 10:00',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-11-21 24:00',
    '2026-11-21 10:60',
    '2026-11-21 10:00:60',
    '2026-11-21T10:00+25:00',
    '2026-11-21T10:00+07:75',
    '2026-11-21Z',
    '21/11/2026',
    '2026-11-21 10',
    '2026-11-21 10.60',
    '2026-11-21 10.5',
    '2026-11-21 10.30:15',
    '26-11-21',
    '2026-11-21  10:00',
    'yesterday',
    '',
  ])('refuses %j', (text) => {
    expect(iso(text, 'UTC')).toBeUndefined()
  })

  test('refuses an hour that the clocks skip', () => {
    expect(iso('2026-03-29 01:30', 'Europe/London')).toBeUndefined()
    expect(iso('2026-03-08 02:00', 'America/New_York')).toBeUndefined()
    expect(iso('2011-12-30 12:00', 'Pacific/Apia')).toBeUndefined()
    expect(iso('2026-03-29 02:00', 'Europe/London')).toBe(at('2026-03-29T01:00:00Z'))
    expect(iso('2026-03-29 00:59', 'Europe/London')).toBe(at('2026-03-29T00:59:00Z'))
  })

  test('takes the earlier instant of an hour that the clocks show twice', () => {
    expect(iso('2026-10-25 01:30', 'Europe/London')).toBe(at('2026-10-25T00:30:00Z'))
    expect(iso('2026-10-25 02:00', 'Europe/London')).toBe(at('2026-10-25T02:00:00Z'))
  })

  test('begins a day at its first instant where midnight is skipped', () => {
    expect(iso('2018-11-04', 'America/Sao_Paulo')).toBe(at('2018-11-04T03:00:00Z'))
    expect(iso('2018-11-04 00:00', 'America/Sao_Paulo')).toBeUndefined()
  })
})

describe('times in a named form', () => {
  test.each([
    ['DD/MM/YYYY', '01/12/2010 08:26', '2010-12-01T08:26:00Z'],
    ['DD/MM/YYYY', '1/12/2010 8:26:05', '2010-12-01T08:26:05Z'],
    ['MM/DD/YYYY', '12/1/2010 8:26', '2010-12-01T08:26:00Z'],
    ['DD.MM.YYYY', '01.12.2010', '2010-12-01T00:00:00Z'],
    ['DD/MM/YYYY', '05/11/2026 14.30', '2026-11-05T14:30:00Z'],
    ['DD.MM.YYYY', '1.12.2010 8.26.05', '2010-12-01T08:26:05Z'],
    ['DD-MM-YYYY', '01-12-2010', '2010-12-01T00:00:00Z'],
    ['DD/MM/YYYY', '01-12-2010 08:26', '2010-12-01T08:26:00Z'],
    ['DD/MM/YYYY', '1.12.2010', '2010-12-01T00:00:00Z'],
    ['YYYY/MM/DD', '2010/12/01 23:59', '2010-12-01T23:59:00Z'],
  ] as const)('%s: %s', (format, text, expected) => {
    expect(timeInFormat(format, localClock('UTC'))(text)).toBe(at(expected))
  })

  test.each([
    ['DD/MM/YYYY', '12/13/2010'],
    ['DD/MM/YYYY', '30/02/2010'],
    ['DD/MM/YYYY', '01-12/2010'],
    ['DD/MM/YYYY', '01/12/10'],
    ['DD/MM/YYYY', '2010-12-01'],
    ['MM/DD/YYYY', '13/12/2010'],
    ['YYYY/MM/DD', '01/12/2010'],
  ] as const)('%s refuses %s', (format, text) => {
    expect(timeInFormat(format, localClock('UTC'))(text)).toBeUndefined()
  })
})

test('--at names the zone in its error, and not what was typed', () => {
  const refused = () => parseAt('2026-03-29 01:30', 'Europe/London')
  expect(refused).toThrow(expect.objectContaining({ code: 'INVALID_INPUT', field: 'at' }))
  expect(refused).toThrow(/Europe\/London/)
  expect(refused).not.toThrow(/01:30/)
})
