import { describe, expect, test } from 'vitest'
import { identityOf } from '../../../src/domain/customers/identity.ts'

describe('e-mail addresses', () => {
  test.each([
    'sari@example.com',
    ' Sari@Example.COM ',
    '.sari@example.com', // browsers take it
    'sari..dewi@example.com',
    'sari.@example.com',
    "o'brien+kopi@mail.example.co.id",
    '李@例え.jp',
    'a@1.2',
  ])('%j is one', (text) => {
    expect(identityOf('email', text).value).toBe(text.trim().toLowerCase())
  })

  test.each([
    'a@b..co',
    'a@.b',
    'a@..b.co',
    'a@.b.co',
    'a@b.co.',
    'a@b.',
    'a@b',
    '@b.co',
    'a@',
    'a b@c.co',
    'a@b@c.co',
  ])('%j is none', (text) => {
    expect(() => identityOf('email', text)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field: 'email' }),
    )
  })
})

test.each([
  '081234567890/081234567891',
  '0812-3456-7890, 0813-9876-5432',
  '081234567890 atau 02155512345',
])('of several numbers it is said that there are several: %j', (text) => {
  expect(() => identityOf('phone', text)).toThrow(
    expect.objectContaining({
      code: 'INVALID_INPUT',
      field: 'phone',
      message: expect.stringContaining('one number at a time'),
    }),
  )
})

test('of one that cannot exist it is said so', () => {
  expect(() => identityOf('phone', '0812 3456 7890 1234 5678')).toThrow('that can exist')
})

test('of a link the number is kept as it was given', () => {
  const link = 'https://wa.me/6281234567890?text=Halo'
  expect(identityOf('phone', link)).toEqual({
    kind: 'phone',
    value: '+6281234567890',
    given: '+6281234567890',
  })
  expect(identityOf('whatsapp', link)).toMatchObject({ value: '6281234567890' })
})
