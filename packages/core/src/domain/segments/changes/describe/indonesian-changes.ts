import type { InteractionKind } from '../../../interactions/rows.ts'
import type { BoughtOrders, ChangeLanguage } from './change-language.ts'

const interactionNouns: Readonly<Record<InteractionKind, string>> = {
  chat: 'pesan',
  email: 'surel',
  form: 'formulir',
  pageView: 'kunjungan halaman',
  search: 'pencarian',
  call: 'panggilan',
}

/** Indonesian, as shop staff say it. */
export const indonesianChanges: ChangeLanguage = {
  wait: (until) => `menunggu sampai ${until}`,
  tag: (name, given) => (given ? `tag ${name} diberikan` : `tag ${name} diambil kembali`),
  group: (name, joined) =>
    joined ? `dimasukkan ke grup ${name}` : `dikeluarkan dari grup ${name}`,
  label: (name, change, by) =>
    `label ${name} ${change === 'added' ? 'dipasang' : 'dilepas'}${by === null ? '' : ` oleh ${by}`}`,
  consent: (purpose, channel, decision) =>
    `persetujuan ${purpose} ${channel === null ? 'di semua saluran' : `lewat ${channel}`} ${decision}`,
  set: (noun, value) => `${noun} diisi ${value}`,
  emptied: (noun) => `${noun} dihapus`,
  taken: (noun, values) => `${noun} ${values.join(' dan ')} dihapus`,
  toAnything: (noun) => `${noun} diisi apa saja yang tidak ditanyakan`,
  archived: (archived) => (archived ? 'diarsipkan' : 'dikeluarkan dari arsip'),
  blacklisted: (blacklisted) =>
    blacklisted ? 'dimasukkan ke daftar hitam' : 'dikeluarkan dari daftar hitam',
  bounced: (email, bounced) =>
    bounced ? `surel ke ${email} terpental` : `alamat surel ${email} dipastikan`,
  interactions: (count, kind, direction, about) =>
    `${count} ${interactionNouns[kind]} ${direction === 'inbound' ? 'dari' : 'kepada'} pelanggan${about}`,
  paid: (amounts, orders, method) =>
    `${amounts} dibayar untuk pesanan ${orders.join(', ')}${by(method)}`,
  refunded: (amounts, notes) => `${amounts} dikembalikan untuk nota kredit ${notes.join(', ')}`,
  returned: (amount, refunded) =>
    `barang senilai ${amount} diretur, ${refunded ? 'uangnya dikembalikan' : 'menjadi saldo lebih'}`,
  bought(orders) {
    const { count, amount } = orders
    const what = amount === null ? `${count} pesanan lagi` : `${amount} lagi dalam ${count} pesanan`
    return what + contents(orders) + payment(orders)
  },
}

function contents({ pieces, products, goods }: BoughtOrders): string {
  const texts = [
    ...(pieces === null ? [] : [`${pieces} barang`]),
    ...(products === null ? [] : [`${products} produk lain`]),
    ...goods,
  ]
  return texts.length === 0 ? '' : ` berisi ${texts.join(', ')}`
}

function payment({ paid, method }: BoughtOrders): string {
  if (paid === 'either') return ''
  return paid === 'no' ? ', belum dibayar' : `, lunas${by(method)}`
}

function by(method: string | null): string {
  return method === null ? '' : ` dengan ${method}`
}
