import { describe, expect, test } from 'vitest'
import { inOptions, optionOf } from '../src/errors/in-options.ts'

describe('errors of the shop in the words of the program', () => {
  test.each([
    ['ltvMin', 'ltv-min'],
    ['orderId', 'order'],
    ['dueDate', 'due'],
    ['lines[0].price', 'line'],
    ['charges[0].amount', 'shipping'],
    ['customer.phone', 'phone'],
    ['customer.external', 'number'],
    ['external', 'number'],
    ['customer', 'customer'],
    ['all[1].value', 'all[1].value'],
    ['where.all[1].value', 'where.all[1].value'],
  ])('%s is --%s', (field, option) => {
    expect(optionOf(field)).toBe(option)
  })

  test('messages name options', () => {
    expect(inOptions('ltvMin lies above ltvMax.', 'ltvMin')).toBe('--ltv-min lies above --ltv-max.')
    expect(inOptions('name: Expected text that is not empty.', 'name')).toBe(
      '--name: Expected text that is not empty.',
    )
    expect(inOptions('lines[0].product: Expected text.', 'lines[0].product')).toBe(
      '--line: Expected text.',
    )
  })
})
