/** Few values, so that commands meet: the same names, numbers and orders again and again. */

export const names: readonly string[] = [
  'Sari Dewi',
  'sari dewi',
  'D\'Angelo "Didi"',
  'Budi 100%_\\ ok',
  'Élodie ŞAHİN',
  '李小龍',
  'Kopi 😀 Senja',
  'Muhammad Rizki',
  'Ｍｕｈａｍｍａｄ',
  'ß',
]

/** Several writings of a few numbers. */
export const phones: readonly string[] = [
  '0812-3456-7890',
  '+62 812 3456 7890',
  '6281234567890',
  '812.3456.7890',
  '0857 1111 2222',
  '+62(857)11112222',
  '0896-5555-1234',
  '62 0896 5555 1234',
  '+1 212 555 0123',
]

export const emails: readonly string[] = [
  'sari@example.com',
  'SARI@Example.com',
  'budi@example.com',
]
export const externals: readonly string[] = ['C-1', 'C-2', '12345']
export const cities: readonly string[] = ['Bandung', 'bandung', 'Jayapura', 'Medan']
export const products: readonly string[] = ['KOPI-250', 'KOPI-1000', 'kopi-250', 'Gelas ☕']
export const orderIds: readonly string[] = Array.from({ length: 30 }, (_, i) => `INV-${i}`)
export const references: readonly string[] = ['TRX-1', 'TRX-2', 'TRX-3', 'TRX-4']
export const messageIds: readonly string[] = ['wamid.1', 'wamid.2', 'wamid.3']
export const setNames: readonly string[] = ['Reseller', 'reseller', 'Ramadan', 'Grosir']
export const businessNumbers: readonly string[] = ['+6281100000001', '+6281100000002']
export const dueDates: readonly string[] = ['2026-04-30', '2026-03-10', '2024-02-29', '9999-12-31']
export const birthDates: readonly string[] = ['1990-02-28', '1992-02-29', '2001-12-31']
export const rates: readonly string[] = ['16250.50', '0.333', '15999.999999', '1']
