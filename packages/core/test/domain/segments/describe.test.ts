import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalogue } from '../../../src/domain/segments/catalogue.ts'
import { describe } from '../../../src/domain/segments/describe.ts'
import type { Predicate } from '../../../src/domain/segments/predicate.ts'
import { arbitraryScene } from '../../../src/testing/arbitraries/scene.ts'

const catalogue: Catalogue = {
  currency: 'IDR',
  scale: 0,
  timeZone: 'Asia/Jakarta',
  attributes: [
    { name: 'skinType', type: 'choice', choices: ['oily', 'male'] },
    { name: 'points', type: 'number', choices: [] },
  ],
  groups: [{ id: 'g1', name: 'Reseller' }],
  tags: [{ id: 't1', name: 'VIP' }],
  categories: [{ id: 'c1', name: 'Grosir' }],
  labels: [{ id: 'l1', name: 'Grade A', source: 'whatsapp' }],
  segments: [{ id: 's1', name: 'Langganan', where: { tag: 't1' }, tracked: true }],
}

const examples: readonly (readonly [predicate: Predicate, en: string, id: string])[] = [
  [{ all: [] }, 'All customers.', 'Semua pelanggan.'],
  [{ any: [] }, 'No customers.', 'Tidak ada pelanggan.'],
  [
    { field: 'city', is: '=', value: 'Bandung' },
    'Customers whose city is “Bandung”.',
    'Pelanggan yang kotanya “Bandung”.',
  ],
  [
    {
      all: [
        { field: 'ltv', is: '>=', value: 5_000_000 },
        { tag: 't1' },
        { not: { any: [{ group: 'g1' }, { field: 'archived', is: '=', value: true }] } },
      ],
    },
    'Customers whose lifetime value is at least Rp 5.000.000, who have the tag “VIP”, who are not in the group “Reseller” and who are not archived.',
    'Pelanggan yang nilai seumur hidupnya sedikitnya Rp 5.000.000, yang punya tag “VIP”, yang tidak ada di grup “Reseller” dan yang tidak diarsipkan.',
  ],
  [
    { field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } },
    'Customers whose last purchase was 60 days ago or longer.',
    'Pelanggan yang pembelian terakhirnya 60 hari lalu atau lebih lama.',
  ],
  [
    {
      purchases: { product: 'KOPI-250', last: { days: 90 } },
      measure: 'orders',
      is: '>=',
      value: 3,
    },
    'Customers whose number of orders (product “KOPI-250”, in the last 90 days) is at least 3.',
    'Pelanggan yang jumlah pesanannya (produk “KOPI-250”, dalam 90 hari terakhir) sedikitnya 3.',
  ],
  [
    {
      any: [
        { field: 'loyalty', is: 'in', value: ['slipping', 'lapsed'] },
        {
          all: [
            { field: 'birthday', is: 'in', value: { next: { days: 7 } } },
            { not: { field: 'lastPurchase', is: 'missing' } },
          ],
        },
      ],
    },
    'Customers whose loyalty is slipping or lapsed or (whose birthday is in the next 7 days and who have a last purchase).',
    'Pelanggan yang kesetiaannya mulai menjauh atau hilang atau (yang ulang tahunnya dalam 7 hari ke depan dan yang punya pembelian terakhir).',
  ],
  [
    { atLeast: 2, of: [{ tag: 't1' }, { group: 'gone' }, { all: [] }] },
    'Customers for whom at least 2 of these hold: who have the tag “VIP”; who are in the group “gone”; who are customers.',
    'Pelanggan yang memenuhi sedikitnya 2 dari ini: yang punya tag “VIP”; yang ada di grup “gone”; yang menjadi pelanggan.',
  ],
  [
    { field: 'added', is: '<', value: '2026-12-03T02:14:00.000Z' },
    'Customers who were added before 3 December 2026 09:14.',
    'Pelanggan yang ditambahkan sebelum 3 Desember 2026 09:14.',
  ],
  [
    {
      all: [
        { label: 'l1' },
        { hadLabel: 'l1', at: '2026-10-01' },
        {
          labels: { label: 'l1', by: 'dina', last: { days: 7 } },
          measure: 'count',
          is: '>=',
          value: 1,
        },
      ],
    },
    'Customers who have the label “Grade A”, who had the label “Grade A” on 1 October 2026 and whose number of labels put on (label “Grade A”, by “dina”, in the last 7 days) is at least 1.',
    'Pelanggan yang punya label “Grade A”, yang punya label “Grade A” pada 1 Oktober 2026 dan yang jumlah label yang dipasang padanya (label “Grade A”, oleh “dina”, dalam 7 hari terakhir) sedikitnya 1.',
  ],
  [
    {
      any: [
        { consent: 'marketing', is: 'granted', channel: 'whatsapp' },
        { not: { canReceive: 'freeForm' } },
        { segment: 's1', for: { days: 30 } },
        { expectedPurchases: { days: 90 }, is: '>=', value: 2 },
      ],
    },
    'Customers whose consent to marketing by WhatsApp is granted, who cannot receive a free-form message, who have been in the segment “Langganan” for 30 days or longer or whose number of purchases expected in 90 days is at least 2.',
    'Pelanggan yang persetujuan pemasarannya lewat WhatsApp diberikan, yang tidak bisa menerima pesan bebas, yang ada di segmen “Langganan” selama 30 hari atau lebih atau yang jumlah pembeliannya yang diperkirakan dalam 90 hari sedikitnya 2.',
  ],
  [
    {
      interactions: { weekday: { in: ['sat', 'sun'] }, hour: { between: [18, 21] } },
      measure: 'count',
      is: '>=',
      value: 3,
    },
    'Customers whose number of interactions (weekday Saturday or Sunday, hour is between 18 and 21) is at least 3.',
    'Pelanggan yang jumlah interaksinya (hari Sabtu atau Minggu, jam antara 18 dan 21) sedikitnya 3.',
  ],
  [
    { not: { field: 'overdue', is: '<=', value: { ago: { days: 30 } } } },
    'Customers whose oldest unpaid invoice did not become overdue 30 days ago or longer.',
    'Pelanggan yang faktur tertuanya yang belum lunas tidak lewat jatuh tempo 30 hari lalu atau lebih lama.',
  ],
  [
    { field: 'overdue', is: 'in', value: { next: { days: 7 } } },
    'Customers whose oldest unpaid invoice becomes overdue in the next 7 days.',
    'Pelanggan yang faktur tertuanya yang belum lunas akan lewat jatuh tempo dalam 7 hari ke depan.',
  ],
  [
    { field: 'overdue', is: 'in', value: { this: 'month' } },
    'Customers whose oldest unpaid invoice became or becomes overdue this month.',
    'Pelanggan yang faktur tertuanya yang belum lunas sudah atau akan lewat jatuh tempo bulan ini.',
  ],
  [
    { not: { field: 'overdue', is: 'in', value: { before: '2027-01-01' } } },
    'Customers whose oldest unpaid invoice neither became nor becomes overdue before 1 January 2027.',
    'Pelanggan yang faktur tertuanya yang belum lunas tidak dan tidak akan lewat jatuh tempo sebelum 1 Januari 2027.',
  ],
  [
    { field: 'overdue', is: '>', value: { ago: { days: 30 } } },
    'Customers whose oldest unpaid invoice became or becomes overdue later than 30 days ago.',
    'Pelanggan yang faktur tertuanya yang belum lunas sudah atau akan lewat jatuh tempo sesudah 30 hari lalu.',
  ],
  [
    { not: { field: 'age', is: '>=', value: 25 } },
    'Customers whose age is less than 25 or not known.',
    'Pelanggan yang umurnya kurang dari 25 atau tidak diketahui.',
  ],
  [
    { consent: 'marketing', is: 'granted' },
    'Customers whose consent to marketing on some channel is granted.',
    'Pelanggan yang persetujuan pemasarannya di salah satu saluran diberikan.',
  ],
  [
    { not: { consent: 'marketing', is: 'granted' } },
    'Customers whose consent to marketing on no channel is granted.',
    'Pelanggan yang persetujuan pemasarannya tidak diberikan di saluran mana pun.',
  ],
  [
    { not: { consent: 'marketing', is: 'granted', channel: 'whatsapp' } },
    'Customers whose consent to marketing by WhatsApp is not granted.',
    'Pelanggan yang persetujuan pemasarannya lewat WhatsApp tidak diberikan.',
  ],
  [
    { not: { field: 'interests', is: '<', value: 'm' } },
    'Customers who have no interest that comes before “m”.',
    'Pelanggan yang tidak punya minat sebelum “m”.',
  ],
  [
    { not: { field: 'interests', is: '=', value: 'kopi' } },
    'Customers who have no interest that is “kopi”.',
    'Pelanggan yang tidak punya minat “kopi”.',
  ],
  [
    { not: { field: 'favouriteProducts', is: 'in', value: ['KOPI-250', 'TEH'] } },
    'Customers who have no favourite product that is “KOPI-250” or “TEH”.',
    'Pelanggan yang tidak punya produk kesukaan “KOPI-250” atau “TEH”.',
  ],
  [
    { not: { field: 'email', is: 'contains', value: 'gmail' } },
    'Customers who have no e-mail address that contains “gmail”.',
    'Pelanggan yang tidak punya alamat surel yang mengandung “gmail”.',
  ],
  [
    { not: { field: 'phone', is: 'between', value: ['+62', '+63'] } },
    'Customers who have no phone number that is between “+62” and “+63”.',
    'Pelanggan yang tidak punya nomor telepon antara “+62” dan “+63”.',
  ],
  [
    { not: { field: 'interests', is: 'missing' } },
    'Customers whose interest is known.',
    'Pelanggan yang minatnya diketahui.',
  ],
  [
    { not: { field: 'phone', is: '>=', value: '+62' } },
    'Customers who have no phone number that comes at or after “+62”.',
    'Pelanggan yang tidak punya nomor telepon pada atau sesudah “+62”.',
  ],
  [
    { not: { field: 'city', is: '<', value: 'm' } },
    'Customers whose city comes at or after “m” or not known.',
    'Pelanggan yang kotanya pada atau sesudah “m” atau tidak diketahui.',
  ],
  [
    {
      purchases: { product: 'new', category: 'other', colour: { in: ['male', 'sat'] } },
      measure: 'orders',
      is: '>=',
      value: 1,
    },
    'Customers whose number of orders (product “new”, category “other”, colour “male” or “sat”) is at least 1.',
    'Pelanggan yang jumlah pesanannya (produk “new”, kategori “other”, warna “male” atau “sat”) sedikitnya 1.',
  ],
  [
    { payments: { method: 'call' }, measure: 'count', is: '=', value: 0 },
    'Customers whose number of payments (method “call”) is 0.',
    'Pelanggan yang jumlah pembayarannya (cara bayar “call”) 0.',
  ],
  [
    {
      interactions: { kind: 'call', channel: { in: ['email', 'form'] }, term: 'lost' },
      measure: 'count',
      is: '>=',
      value: 1,
    },
    'Customers whose number of interactions (kind “call”, channel “email” or “form”, term “lost”) is at least 1.',
    'Pelanggan yang jumlah interaksinya (jenis panggilan, saluran surel atau “form”, kata “lost”) sedikitnya 1.',
  ],
  [
    { labels: { by: 'import' }, measure: 'last', is: '<=', value: { ago: { days: 1 } } },
    'Customers whose last label (by “import”) was 1 day ago or longer.',
    'Pelanggan yang label terakhirnya (oleh “import”) 1 hari lalu atau lebih lama.',
  ],
  [
    { field: 'attr.skinType', is: 'in', value: ['oily', 'male'] },
    'Customers whose “skinType” is “oily” or “male”.',
    'Pelanggan yang “skinType”-nya “oily” atau “male”.',
  ],
  [
    { field: 'gender', is: '=', value: 'male' },
    'Customers whose gender is male.',
    'Pelanggan yang jenis kelaminnya laki-laki.',
  ],
  [
    {
      interactions: { direction: 'inbound', weekday: 'mon', hour: { between: [8, 8] } },
      measure: 'count',
      is: '>=',
      value: 1,
    },
    'Customers whose number of interactions (direction “inbound”, weekday Monday, hour is 8) is at least 1.',
    'Pelanggan yang jumlah interaksinya (arah masuk, hari Senin, jam 8) sedikitnya 1.',
  ],
  [
    { field: 'acquisition', is: '=', value: 'inbound' },
    'Customers whose way of acquisition is inbound.',
    'Pelanggan yang cara masuknya masuk sendiri.',
  ],
  [
    { field: 'probabilityAlive', is: '<', value: 0.3 },
    'Customers whose probability of being alive is less than 0.3.',
    'Pelanggan yang kemungkinan masih aktifnya kurang dari 0,3.',
  ],
  [
    { field: 'attr.points', is: 'between', value: [2.5, 10_000.5] },
    'Customers whose “points” is between 2.5 and 10000.5.',
    'Pelanggan yang “points”-nya antara 2,5 dan 10.000,5.',
  ],
  [
    { not: { sample: 0.5, seed: 'a' } },
    'Customers who are not in the 0.5% sample “a”.',
    'Pelanggan yang tidak masuk sampel 0,5% “a”.',
  ],
  [
    { purchases: {}, measure: 'distinctProducts', is: '>=', value: 3 },
    'Customers whose number of different products bought is at least 3.',
    'Pelanggan yang jumlah produk berbeda yang dibelinya sedikitnya 3.',
  ],
  [
    { field: 'whatsapp', is: 'startsWith', value: '62' },
    'Customers whose WhatsApp id begins with “62”.',
    'Pelanggan yang nomor WhatsApp-nya diawali “62”.',
  ],
  [
    { window: {}, is: 'open' },
    'Customers whose WhatsApp window is open.',
    'Pelanggan yang jendela WhatsApp-nya terbuka.',
  ],
  [
    { field: 'rfmGroup', is: 'in', value: ['atRisk', 'aboutToSleep'] },
    'Customers whose RFM group is at risk or about to sleep.',
    'Pelanggan yang kelompok RFM-nya berisiko atau mulai diam.',
  ],
  [
    { not: { segment: 's1', for: { days: 30 } } },
    'Customers who have not been in the segment “Langganan” for 30 days or longer.',
    'Pelanggan yang tidak ada di segmen “Langganan” (atau baru kurang dari 30 hari).',
  ],
  [
    { not: { segment: 's1' } },
    'Customers who are not in the segment “Langganan”.',
    'Pelanggan yang tidak ada di segmen “Langganan”.',
  ],
]
test.each(examples)('%j', (predicate, en, id) => {
  expect(describe(predicate, catalogue, 'en')).toBe(en)
  expect(describe(predicate, catalogue, 'id')).toBe(id)
})

test('every predicate has a sentence in both languages, whatever stands in it', () => {
  fc.assert(
    fc.property(arbitraryScene(10), ({ questions, catalogue: shop }) => {
      for (const { predicate } of questions) {
        for (const locale of ['en', 'id'] as const) {
          const sentence = describe(predicate, shop, locale)
          expect(sentence).toMatch(/^(Customers|Pelanggan|All|No|Semua|Tidak) .*\.$/su)
          expect(sentence).not.toMatch(/undefined|NaN|\[object/u)
        }
      }
    }),
    { numRuns: 50 },
  )
})
