import { expect, test } from 'vitest'
import type { Action, BoughtGoods } from '../../../../src/domain/segments/changes/action.ts'
import { describeChange } from '../../../../src/domain/segments/changes/describe-change.ts'
import { catalogue } from '../shop.ts'

const goods: BoughtGoods = {
  product: null,
  category: null,
  colour: null,
  size: null,
  quantity: 1,
  amount: 1,
}
const message = {
  kind: 'chat',
  channel: 'whatsapp',
  direction: 'inbound',
  businessNumber: null,
  device: null,
  product: null,
  term: null,
} as const
const paid = { kind: 'buy', paid: 'yes', method: 'cash' } as const

const examples: readonly (readonly [action: Action, en: string, id: string])[] = [
  [
    { kind: 'wait', until: Date.parse('2026-12-03T09:14:30+07:00') },
    'waiting until 3 December 2026 09:14',
    'menunggu sampai 3 Desember 2026 09:14',
  ],
  [
    { kind: 'tag', tag: 'tag-0', given: true },
    'the tag “VIP” given by hand',
    'tag “VIP” diberikan',
  ],
  [
    { kind: 'group', group: 'group-0', joined: false },
    'taken out of the group “Reseller”',
    'dikeluarkan dari grup “Reseller”',
  ],
  [
    { kind: 'label', label: 'label-2', change: 'added', by: 'dina' },
    'the label “Grade B” put on by “dina”',
    'label “Grade B” dipasang oleh “dina”',
  ],
  [
    { kind: 'consent', purpose: 'marketing', channel: null, decision: 'granted' },
    'consent to marketing on every channel granted',
    'persetujuan pemasaran di semua saluran diberikan',
  ],
  [
    { kind: 'set', field: 'city', value: 'Bandung', isExample: false },
    'the city set to “Bandung”',
    'kota diisi “Bandung”',
  ],
  [
    { kind: 'set', field: 'attr.weight', value: null, isExample: false },
    'the “weight” taken away',
    '“weight” dihapus',
  ],
  [
    { kind: 'set', field: 'birthDate', value: '1990-01-01', isExample: true },
    'the date of birth set to anything that is not asked about',
    'tanggal lahir diisi apa saja yang tidak ditanyakan',
  ],
  [
    { kind: 'set', field: 'interests', value: ['teh'], isExample: false, taken: ['kopi', 'roti'] },
    'the interest “kopi” and “roti” taken away',
    'minat “kopi” dan “roti” dihapus',
  ],
  [{ kind: 'archive', archived: true }, 'archived', 'diarsipkan'],
  [
    { kind: 'blacklist', blacklisted: false },
    'taken off the blacklist',
    'dikeluarkan dari daftar hitam',
  ],
  [
    { kind: 'bounce', email: 'sri@example.com', bounced: false },
    'the e-mail address sri@example.com confirmed',
    'alamat surel sri@example.com dipastikan',
  ],
  [
    { kind: 'interact', count: 1, interaction: message },
    'one message from the customer (channel “whatsapp”)',
    '1 pesan dari pelanggan (saluran “whatsapp”)',
  ],
  [
    {
      kind: 'interact',
      count: 2,
      interaction: { ...message, kind: 'search', channel: 'web', term: 'arabika' },
    },
    '2 searches from the customer (channel “web”, term “arabika”)',
    '2 pencarian dari pelanggan (saluran “web”, kata “arabika”)',
  ],
  [
    {
      kind: 'pay',
      parts: [
        { orderId: 'INV-1', amount: 50_000, currency: 'IDR' },
        { orderId: 'INV-2', amount: 1_999, currency: 'USD' },
      ],
      method: 'cod',
    },
    'Rp 50.000 + 19.99 USD paid of orders “INV-1”, “INV-2” by “cod”',
    'Rp 50.000 + 19,99 USD dibayar untuk pesanan “INV-1”, “INV-2” dengan “cod”',
  ],
  [
    {
      kind: 'refund',
      parts: [{ orderId: 'CN-1', amount: 50_000, currency: 'IDR' }],
      method: 'cash',
    },
    'Rp 50.000 refunded of credit note “CN-1”',
    'Rp 50.000 dikembalikan untuk nota kredit “CN-1”',
  ],
  [
    { kind: 'return', amount: 10_000, refunded: false },
    'goods for Rp 10.000 returned, left as credit',
    'barang senilai Rp 10.000 diretur, menjadi saldo lebih',
  ],
  [
    { ...paid, orders: [[{ ...goods, amount: 250_000 }]] },
    'Rp 250.000 more in one order, paid',
    'Rp 250.000 lagi dalam 1 pesanan, lunas',
  ],
  [{ ...paid, paid: 'either', orders: [[goods], [goods]] }, '2 more orders', '2 pesanan lagi'],
  [
    { ...paid, paid: 'no', orders: [[{ ...goods, product: 'KOPI-250', quantity: 12 }]] },
    'one more order of 12 pieces, product “KOPI-250”, not paid',
    '1 pesanan lagi berisi 12 barang, produk “KOPI-250”, belum dibayar',
  ],
  [
    { ...paid, method: 'cod', orders: [[goods, { ...goods, amount: 0 }]] },
    'one more order of 2 other products, paid by “cod”',
    '1 pesanan lagi berisi 2 produk lain, lunas dengan “cod”',
  ],
]

test("an attribute's choice is the shop's own text, whatever it means elsewhere", () => {
  const kinds = { name: 'kind', type: 'choice', choices: ['male'] } as const
  const own = { ...catalogue, attributes: [kinds] }
  const set: Action = { kind: 'set', field: 'attr.kind', value: 'male', isExample: false }
  expect(describeChange(set, own, 'en')).toBe('the “kind” set to “male”')
  expect(describeChange(set, own, 'id')).toBe('“kind” diisi “male”')
})

test('actions in words, in English and in Indonesian', () => {
  for (const [action, en, id] of examples) {
    expect(describeChange(action, catalogue, 'en')).toBe(en)
    expect(describeChange(action, catalogue, 'id')).toBe(id)
  }
})
