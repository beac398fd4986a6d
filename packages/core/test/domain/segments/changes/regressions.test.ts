import { describe, expect, test } from 'vitest'
import { attributeRows } from '../../../../src/domain/customers/attributes.ts'
import type { Action } from '../../../../src/domain/segments/changes/action.ts'
import type {
  ChangeableView,
  ChangeMoment,
} from '../../../../src/domain/segments/changes/changeable-view.ts'
import { whatWouldChange } from '../../../../src/domain/segments/changes/what-would-change.ts'
import { parse } from '../../../../src/domain/segments/text/parse.ts'
import { catalogue } from '../shop.ts'
import { now, smallCustomer } from './small-customers.ts'

const moment: ChangeMoment = { ...catalogue, now }

function actionsFor(text: string, interests: readonly string[] = []): readonly Action[] {
  const attributes = attributeRows('customer', new Map([['interests', interests]]))
  const view: ChangeableView = { ...smallCustomer, attributes }
  return whatWouldChange(parse(text, catalogue), view, moment).actions
}

/** Each names what broke. */
describe('regressions of what would change', () => {
  test('all interests were taken away where one was asked about', () => {
    expect(actionsFor('interests = "kopi"', ['kopi', 'teh', 'roti'])).toEqual([
      {
        kind: 'set',
        field: 'interests',
        value: ['teh', 'roti'],
        isExample: false,
        taken: ['kopi'],
      },
    ])
    const either = 'interests contains "kopi" or interests = "teh"'
    expect(actionsFor(either, ['kopi', 'Kopi susu', 'roti', 'teh'])).toMatchObject([
      { value: ['roti'], taken: ['kopi', 'Kopi susu', 'teh'] },
    ])
    expect(actionsFor('interests = "kopi"', ['Kopi'])).toMatchObject([{ value: null }])
    expect(actionsFor('not interests is missing', ['kopi', 'teh'])).toMatchObject([{ value: null }])
  })

  test('of two ways to turn an answer, the one that takes away fewer values is named', () => {
    const both = 'interests contains "kopi" and interests = "teh"'
    expect(actionsFor(both, ['kopi', 'kopi susu', 'teh'])).toMatchObject([{ taken: ['teh'] }])
  })

  test('one consent was named twice where two parts asked for it', () => {
    expect(actionsFor('opted out or consent marketing withdrawn on whatsapp')).toEqual([
      { kind: 'consent', purpose: 'marketing', channel: 'whatsapp', decision: 'withdrawn' },
    ])
  })

  test('no text was found for a beginning and an end together', () => {
    const values = (text: string) =>
      actionsFor(text).flatMap((action) => (action.kind === 'set' ? [action.value] : []))
    const named = 'city starts with "Ja" and city ends with "ta" and not city = "Jakarta"'
    expect(values(named)).toEqual(['Jata'])
    expect(values('city starts with "B" and city contains "ndun" and city ends with "ng"')).toEqual(
      ['Bndunng'],
    )
    expect(values('city contains "a" and city contains "b"')).toHaveLength(1)
  })

  test.each([
    'city starts with "abc" and not city = "abc"',
    'city >= "m" and not city = "m"',
    'city starts with "a" and not city ends with "a"',
    'city starts with "abc" and city ends with "cde" and not city = "abccde"',
    'city contains "x" and not city starts with "x"',
    'city contains "x" and not city exactly "x"',
    'interests = "a" and interests = "b"',
  ])('nothing was found for %s', (text) => {
    expect(actionsFor(text)).toMatchObject([{ kind: 'set' }])
  })

  test('values that nobody asked about were added together with those that were', () => {
    expect(actionsFor('interests = "a" and interests = "b"')).toMatchObject([{ value: ['b', 'a'] }])
    expect(actionsFor('interests = "a" and interests = "b"', ['c'])).toMatchObject([
      { value: ['c', 'b', 'a'] },
    ])
  })

  test('a chat was advised where an interaction by e-mail was asked for', () => {
    const told = (text: string) =>
      actionsFor(text).flatMap((action) => (action.kind === 'interact' ? action.interaction : []))
    expect(told('interactions(channel = email, direction = inbound) >= 1')).toMatchObject([
      { kind: 'email', channel: 'email', direction: 'inbound' },
    ])
    expect(told('interactions(channel contains "mail") >= 1')).toMatchObject([
      { kind: 'email', channel: 'email' },
    ])
    expect(told('interactions(kind in (chat, email), channel = "E-Mail") >= 1')).toMatchObject([
      { kind: 'chat', channel: 'E-Mail' },
    ])
    expect(told('interactions(kind in (chat, email), channel = email) >= 1')).toMatchObject([
      { kind: 'email', channel: 'email' },
    ])
    expect(told('interactions(channel = web) >= 1')).toMatchObject([{ kind: 'pageView' }])
    expect(told('interactions(channel = phone) >= 1')).toMatchObject([{ kind: 'call' }])
  })
})
