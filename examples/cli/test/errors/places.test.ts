import { expect, test } from 'vitest'
import { excerpt } from '../../src/errors/excerpt.ts'
import { nearest } from '../../src/errors/nearest.ts'

test('the nearest name is at most a third of it away', () => {
  const names = ['Langganan Gayo', 'Mulai menjauh', 'VIP']
  expect(nearest('langganan gayp', names)).toBe('Langganan Gayo')
  expect(nearest('VIPS', names)).toBe('VIP')
  expect(nearest('Bandung', names)).toBeUndefined()
  expect(nearest('', [])).toBeUndefined()
})

test('the caret stands beneath the character, in the line that is meant', () => {
  expect(excerpt('orders >= 2\nand ñ\u001B x', 2, 7)).toBe('  and ñ  x\n        ^')
  expect(excerpt('abc', 1, 4)).toBe('  abc\n     ^')
})

test('of a long line the part around the place is shown', () => {
  const [line = '', caret = ''] = excerpt(`${'a'.repeat(200)}?${'b'.repeat(200)}`, 1, 201).split(
    '\n',
  )
  expect([...line]).toHaveLength(78)
  expect(line[caret.indexOf('^')]).toBe('?')
  expect(line).toMatch(/^ {2}…a+\?b+…$/)
})
