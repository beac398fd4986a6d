import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskPhone } from '../../../src/domain/phone/mask.ts'
import { phoneVariants } from '../../../src/domain/phone/variants.ts'
import { chatLink } from '../../../src/domain/phone/wa-me.ts'
import { phoneFromWhatsApp } from '../../../src/domain/phone/whatsapp-digits.ts'

describe('phoneFromWhatsApp', () => {
  it.each([
    ['6281234567890', '+6281234567890'],
    ['62811074121', '+62811074121'],
    ['+1 555-078-3881', '+15550783881'],
    ['5219999999999', '+5219999999999'],
    ['12345', '+12345'],
  ])('puts a + before %s', (digits, expected) => {
    expect(phoneFromWhatsApp(digits)).toBe(expected)
  })

  it.each(['', '+', 'abc'])('refuses %j, which holds no digit', (digits) => {
    expect(() => phoneFromWhatsApp(digits)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    )
  })
})

describe('chatLink', () => {
  it('leaves out the +', () => {
    expect(chatLink('+6281234567890')).toBe('https://wa.me/6281234567890')
  })

  it.each(['6281234567890', '+62 812', '+', '', '+62812?text=x'])('refuses %j', (text) => {
    expect(() => chatLink(text)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  })
})

describe('maskPhone', () => {
  it.each([
    ['+6281234567890', '+62812••••••90'],
    ['+14155552671', '+14155••••71'],
    ['+1234567', '+1••••67'],
    ['+123', '••••'],
    ['', ''],
  ])('of %s is %s', (phone, expected) => {
    expect(maskPhone(phone)).toBe(expected)
  })

  it('keeps the length and hides at least four characters, or all', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+\d{1,15}$/), (phone) => {
        const masked = maskPhone(phone)
        const hidden = masked.split('•').length - 1
        expect(masked).toHaveLength(phone.length)
        expect(hidden).toBeGreaterThanOrEqual(Math.min(4, phone.length))
      }),
    )
  })
})

describe('phoneVariants', () => {
  it.each([
    ['+5215512345678', ['+525512345678']],
    ['+525512345678', ['+5215512345678']],
    ['+5491123456789', ['+541123456789']],
    ['+541123456789', ['+5491123456789']],
    ['+5511987654321', ['+551187654321']],
    ['+551187654321', ['+5511987654321']],
    ['+551132654321', []], // a landline in São Paulo
    ['+6281234567890', []],
    ['', []],
  ])('of %s are %j', (phone, expected) => {
    expect(phoneVariants(phone)).toEqual(expected)
    for (const variant of expected) expect(phoneVariants(variant)).toEqual([phone])
  })
})
