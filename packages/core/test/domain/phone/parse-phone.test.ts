import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../../src/domain/phone/parse-phone.ts'

const mobile = { e164: '+6281234567890', country: 'ID', type: 'mobile' }

describe('parsePhone', () => {
  it.each([
    '081234567890',
    '6281234567890',
    '+6281234567890',
    '81234567890',
    '006281234567890',
    '+62 081234567890',
    '0812-3456-7890',
    '+62 (812) 3456.7890',
    '(+62) 812 3456 7890',
    '[0812] 34567890',
    '  0812\u00a03456\u20117890  ',
    '\u202a+62 812-3456-7890\u202c',
    '０８１２３４５６７８９０',
    'wa.me/6281234567890',
    'https://wa.me/6281234567890',
    ' HTTPS://WA.ME/+6281234567890/ ',
    'https://wa.me/6281234567890?text=Halo',
    'https://api.whatsapp.com/send?phone=6281234567890',
    'https://api.whatsapp.com/send/?phone=6281234567890&text&type=phone_number&app_absent=0',
    'api.whatsapp.com/send?text=Halo&phone=%2B62%20812-3456-7890#a',
    'https://web.whatsapp.com/send?phone=6281234567890',
    'whatsapp://send?phone=6281234567890',
    'wa.me/081234567890',
    'tel:+6281234567890',
    'TEL:0812-3456-7890',
    '0812 3456 7890 (WA)',
    '0812-3456-7890 WA',
    'WA: 0812-3456-7890',
    'No. WA 0812-3456-7890',
    'no hp = 0812-3456-7890',
    'Telp. (0812) 34567890',
    "'081234567890",
    "'+6281234567890",
    '0812/3456/7890',
    '0812/34567890',
    '081234567890@c.us',
    '6281234567890@c.us',
    '6281234567890:12@s.whatsapp.net',
  ])('reads %j as one Indonesian mobile', (text) => {
    expect(parsePhone(text)).toEqual(mobile)
  })

  it('reads any spelling of a mobile as the same number', () => {
    const national = fc
      .tuple(
        fc.constantFrom('811', '812', '813', '821', '852', '857', '878', '896'),
        fc.stringMatching(/^\d{7,8}$/),
      )
      .map((parts) => parts.join(''))
    const prefix = fc.constantFrom('0', '62', '+62', '', '0062', '+62 0', '62 0')
    const separator = fc.constantFrom('', ' ', '.', '-', ' (', ') ')
    fc.assert(
      fc.property(national, prefix, separator, fc.nat({ max: 9 }), (digits, start, gap, at) => {
        const text = `${start}${digits.slice(0, at)}${gap}${digits.slice(at)}`
        expect(parsePhone(text)?.e164).toBe(`+62${digits}`)
      }),
    )
  })

  it('reads 62811074121 as the nine-digit mobile, not as a landline of area 0628', () => {
    expect(parsePhone('62811074121')?.e164).toBe('+62811074121')
  })

  it('reads landlines, foreign numbers and numbers of no country', () => {
    expect(parsePhone('(021) 1234-5678')).toEqual({
      e164: '+622112345678',
      country: 'ID',
      type: 'fixedLine',
    })
    expect(parsePhone('+1 415 555 2671')).toEqual({
      e164: '+14155552671',
      country: 'US',
      type: 'fixedLineOrMobile',
    })
    expect(parsePhone('+800 1234 5678')).toEqual({
      e164: '+80012345678',
      country: undefined,
      type: 'other',
    })
    expect(parsePhone('012-345 6789', 'MY')?.e164).toBe('+60123456789')
  })

  it.each([
    '',
    ' ',
    '+',
    '0',
    '0812',
    '+62812',
    '08123456789012345',
    '+999123456789',
    '12345678',
    '0812ABC45678',
    '081234567890 ext 5',
    '081234567890/081234567891',
    '021-5551234/5',
    '0215551234/5',
    '021/5551234/5',
    '0812/3456/7890/0813',
    '081234567890, 081234567891',
    '081234567890 (WA) 081234567891',
    '081234567890 (Sari)',
    'Sari: 081234567890',
    'abc@c.us',
    '6281234567890@g.us',
    'WA',
    '0812+34567890',
    '++6281234567890',
    'tel:+6281234567890;ext=5',
    'wa.me/',
    'https://wa.me/message/ABCDEFGH1234567',
    'https://example.com/6281234567890',
    'https://notwa.me/6281234567890',
    'https://api.whatsapp.com/send?text=6281234567890',
    '081234567890\n081234567891',
  ])('refuses %j', (text) => {
    expect(parsePhone(text)).toBeUndefined()
  })

  it('refuses long text at once', () => {
    expect(parsePhone('0'.repeat(1_000_000))).toBeUndefined()
  })

  it('is stable: what it gives, it reads as itself', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?\d{8,14}$/), (text) => {
        const phone = parsePhone(text)
        if (phone !== undefined) expect(parsePhone(phone.e164)).toEqual(phone)
      }),
    )
  })

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parsePhone(text)
      }),
    )
  })

  it('refuses an unknown default country', () => {
    expect(() => parsePhone('0812', 'Indonesia')).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', field: 'defaultCountry' }),
    )
  })
})
