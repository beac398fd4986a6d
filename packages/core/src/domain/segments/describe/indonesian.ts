import { formatAmount, group } from '../../money/format.ts'
import type { Step } from '../../time/step.ts'
import type { Comparison } from '../condition.ts'
import { filters, months, units, words } from './indonesian-words.ts'
import type { InstantClauses, Language } from './language.ts'
import { quotedText } from './quoted-text.ts'

const yang = (noun: string): InstantClauses => ({
  yes: `yang ${noun}nya`,
  no: `yang ${noun}nya bukan`,
  none: { yes: `yang belum punya ${noun}`, no: `yang punya ${noun}` },
})

const comparisons: Readonly<Record<Comparison, string>> = {
  '=': '',
  '<': 'kurang dari ',
  '<=': 'paling banyak ',
  '>': 'lebih dari ',
  '>=': 'sedikitnya ',
}

const places: Readonly<Record<Comparison, string>> = {
  '=': 'pada',
  '<': 'sebelum',
  '<=': 'pada atau sebelum',
  '>': 'sesudah',
  '>=': 'pada atau sesudah',
}

const days = {
  on: 'pada',
  before: 'sebelum',
  after: 'sesudah',
  since: 'sejak',
  until: 'sampai dengan',
} as const

/** Indonesian, as shop staff say it. */
export const indonesian: Language = {
  everybody: 'Semua pelanggan.',
  nobody: 'Tidak ada pelanggan.',
  anybody: { yes: 'yang menjadi pelanggan', no: 'yang bukan pelanggan' },
  sentence: (clause) => `Pelanggan ${clause}.`,
  belongs: (isSo, clause) =>
    isSo
      ? `Termasuk: ini mencakup pelanggan ${clause}.`
      : `Tidak termasuk: ini tidak mencakup pelanggan ${clause}.`,
  here: (values) => `(di sini: ${values})`,
  nothing: 'tidak ada',
  and: 'dan',
  or: 'atau',
  atLeast: (count, clauses) => `yang memenuhi sedikitnya ${count} dari ini: ${clauses.join('; ')}`,
  atMost: (count, clauses) =>
    `yang memenuhi paling banyak ${count} dari ini: ${clauses.join('; ')}`,

  nouns: {
    name: 'nama',
    businessName: 'nama usaha',
    phone: 'nomor telepon',
    email: 'alamat surel',
    whatsapp: 'nomor WhatsApp',
    userId: 'id pengguna WhatsApp',
    lid: 'id tertaut WhatsApp',
    external: 'nomor pelanggan',
    address: 'alamat',
    city: 'kota',
    region: 'provinsi',
    country: 'negara',
    age: 'umur',
    birthDate: 'tanggal lahir',
    birthday: 'ulang tahun',
    firstPurchaseAnniversary: 'hari jadi pembelian pertama',
    gender: 'jenis kelamin',
    education: 'pendidikan',
    occupation: 'pekerjaan',
    notes: 'catatan',
    interests: 'minat',
    favouriteProducts: 'produk kesukaan',
    category: 'kategori',
    preferredChannel: 'saluran pilihan',
    acquisition: 'cara masuk',
    source: 'sumber',
    campaign: 'kampanye',
    adClickId: 'id klik iklan',
    interactions: 'jumlah interaksi',
    ltv: 'nilai seumur hidup',
    paid: 'total pembayaran',
    refunded: 'total pengembalian dana',
    orders: 'jumlah pesanan',
    paidOrders: 'jumlah pesanan lunas',
    pieces: 'jumlah barang yang dibeli',
    averageOrder: 'rata-rata pesanan',
    ordersTotal: 'total semua pesanan',
    balance: 'saldo utang',
    receivable: 'piutang',
    credit: 'saldo lebih',
    overdueBalance: 'utang lewat jatuh tempo',
    loyalty: 'kesetiaan',
    rfmRecency: 'skor RFM kebaruan',
    rfmFrequency: 'skor RFM kekerapan',
    rfmMonetary: 'skor RFM nilai uang',
    rfmGroup: 'kelompok RFM',
    probabilityAlive: 'kemungkinan masih aktif',
  },
  flags: {
    productive: { yes: 'yang punya pesanan lunas', no: 'yang belum punya pesanan lunas' },
    archived: { yes: 'yang diarsipkan', no: 'yang tidak diarsipkan' },
    blacklisted: { yes: 'yang masuk daftar hitam', no: 'yang tidak masuk daftar hitam' },
    emailBounced: { yes: 'yang surelnya terpental', no: 'yang surelnya tidak terpental' },
    optedOut: { yes: 'yang menolak pemasaran', no: 'yang tidak menolak pemasaran' },
  },
  instants: {
    added: {
      yes: 'yang ditambahkan',
      no: 'yang tidak ditambahkan',
      none: { yes: 'yang belum ditambahkan', no: 'yang ditambahkan' },
    },
    firstContact: yang('kontak pertama'),
    lastInteraction: yang('interaksi terakhir'),
    lastActivity: yang('aktivitas terakhir'),
    firstPurchase: yang('pembelian pertama'),
    lastPurchase: yang('pembelian terakhir'),
    overdue: {
      yes: 'yang faktur tertuanya yang belum lunas lewat jatuh tempo',
      no: 'yang faktur tertuanya yang belum lunas tidak lewat jatuh tempo',
      ahead: {
        yes: 'yang faktur tertuanya yang belum lunas akan lewat jatuh tempo',
        no: 'yang faktur tertuanya yang belum lunas tidak akan lewat jatuh tempo',
      },
      either: {
        yes: 'yang faktur tertuanya yang belum lunas sudah atau akan lewat jatuh tempo',
        no: 'yang faktur tertuanya yang belum lunas tidak dan tidak akan lewat jatuh tempo',
      },
      none: {
        yes: 'yang tidak punya faktur terbuka dengan jatuh tempo',
        no: 'yang punya faktur terbuka dengan jatuh tempo',
      },
    },
  },
  attribute: (name) => `${quotedText(name)}-`,
  of: (noun, said) => ({
    yes: `yang ${possessed(noun)} ${said.yes}`,
    no: `yang ${possessed(noun)} ${said.no}`,
  }),
  none: (noun, said) =>
    `yang tidak punya ${noun} ${/^(?:mengandung|diawali|diakhiri|persis) /.test(said) ? 'yang ' : ''}${said}`,

  measures: {
    purchases: {
      orders: 'jumlah pesanan',
      lines: 'jumlah baris pesanan',
      quantity: 'jumlah barang yang dibeli',
      total: 'total belanja',
      distinctProducts: 'jumlah produk berbeda yang dibelinya',
      first: 'pembelian pertama',
      last: 'pembelian terakhir',
    },
    payments: {
      count: 'jumlah pembayaran',
      total: 'total pembayaran',
      first: 'pembayaran pertama',
      last: 'pembayaran terakhir',
    },
    interactions: {
      count: 'jumlah interaksi',
      first: 'interaksi pertama',
      last: 'interaksi terakhir',
    },
    labels: {
      count: 'jumlah label yang dipasang padanya',
      first: 'label pertama',
      last: 'label terakhir',
    },
  },
  timed(noun, filters) {
    const whole = `yang ${possessed(noun)} ${filters}`.trimEnd()
    return { yes: whole, no: `${whole} bukan` }
  },
  filter: (name, said) => `${filters[name] ?? name} ${said}`,

  compared: (is, value) => comparisons[is] + value,
  placed: (is, value) => `${places[is]} ${value}`,
  between: (low, high) => ({
    yes: `antara ${low} dan ${high}`,
    no: `tidak antara ${low} dan ${high}`,
  }),
  oneOf: (values) => ({
    yes: values.length === 0 ? 'salah satu dari daftar kosong' : values.join(' atau '),
    no: values.length === 0 ? 'apa pun' : `bukan ${values.join(' maupun ')}`,
  }),
  text: (is, value) => {
    const verb = {
      contains: 'mengandung',
      startsWith: 'diawali',
      endsWith: 'diakhiri',
      exactly: 'persis',
    }[is]
    return { yes: `${verb} ${value}`, no: `tidak ${verb} ${value}` }
  },
  equal: (value) => ({ yes: value, no: `bukan ${value}` }),
  missing: { yes: 'tidak diketahui', no: 'diketahui' },
  orMissing: ' atau tidak diketahui',

  period: {
    last: (step) => `dalam ${stepText(step)} terakhir`,
    next: (step) => `dalam ${stepText(step)} ke depan`,
    calendar: (position, unit) =>
      unit === 'day'
        ? { last: 'kemarin', this: 'hari ini', next: 'besok' }[position]
        : `${units[unit]} ${{ last: 'lalu', this: 'ini', next: 'depan' }[position]}`,
    dated: (key, date) => `${days[key]} ${date}`,
    between: (first, last) => `antara ${first} dan ${last}`,
  },
  ago: (is, step) =>
    is === '<=' ? `${stepText(step)} lalu atau lebih lama` : `kurang dari ${stepText(step)} lalu`,
  later: (step) => `sesudah ${stepText(step)} lalu`,
  at: (is, instant) => `${places[is]} ${instant}`,
  date: (year, month, day) => `${day} ${months[month - 1]} ${year}`,

  windowIsOpen: (number) => ({
    yes: `yang ${windowOf(number)} terbuka`,
    no: `yang ${windowOf(number)} tidak terbuka`,
  }),
  windowCloses: (number, step) => ({
    yes: `yang ${windowOf(number)} tertutup dalam ${stepText(step)}`,
    no: `yang ${windowOf(number)} tidak tertutup dalam ${stepText(step)}`,
  }),
  canReceiveTemplate: () => ({
    yes: 'yang bisa menerima templat',
    no: 'yang tidak bisa menerima templat',
  }),
  canReceiveFreeForm(number) {
    const message = number === undefined ? 'pesan bebas' : `pesan bebas dari ${number}`
    return { yes: `yang bisa menerima ${message}`, no: `yang tidak bisa menerima ${message}` }
  },
  label: (name) => ({ yes: `yang punya label ${name}`, no: `yang tidak punya label ${name}` }),
  hadLabel: (name, date) => ({
    yes: `yang punya label ${name} pada ${date}`,
    no: `yang tidak punya label ${name} pada ${date}`,
  }),
  consent(purpose, decision, channel) {
    const consent = `yang persetujuan ${words[purpose]}nya`
    const decided = words[decision] ?? decision
    return channel === undefined
      ? {
          yes: `${consent} di salah satu saluran ${decided}`,
          no: `${consent} tidak ${decided} di saluran mana pun`,
        }
      : {
          yes: `${consent} lewat ${words[channel] ?? channel} ${decided}`,
          no: `${consent} lewat ${words[channel] ?? channel} tidak ${decided}`,
        }
  },
  expectedPurchases: (days) => `jumlah pembelian yang diperkirakan dalam ${days} hari`,
  segment(name, held) {
    const isIn = `yang ada di segmen ${name}`
    const isNot = `yang tidak ada di segmen ${name}`
    return held === undefined
      ? { yes: isIn, no: isNot }
      : {
          yes: `${isIn} selama ${stepText(held)} atau lebih`,
          no: `${isNot} (atau baru kurang dari ${stepText(held)})`,
        }
  },
  group: (name) => ({ yes: `yang ada di grup ${name}`, no: `yang tidak ada di grup ${name}` }),
  tag: (name) => ({ yes: `yang punya tag ${name}`, no: `yang tidak punya tag ${name}` }),
  sample: (percent, seed) => ({
    yes: `yang masuk sampel ${indonesian.number(percent)}% ${seed}`,
    no: `yang tidak masuk sampel ${indonesian.number(percent)}% ${seed}`,
  }),
  number(value) {
    const [whole = '', fraction] = String(value).split('.')
    return fraction === undefined ? whole : `${group(whole, '.')},${fraction}`
  },
  amount: (minor, currency) => formatAmount(minor, currency, 'id'),
  word: (word) => words[word] ?? word,
  filterWord: (filter, word) =>
    filter === 'direction' && word === 'inbound' ? 'masuk' : (words[word] ?? word),
}

/**
 * The customer's: `kotanya`, `nomor WhatsApp-nya`; where something explains the noun, before that:
 * `jumlah barangnya yang dibeli`. Some nouns say already whose they are.
 */
function possessed(noun: string): string {
  if (noun.endsWith('nya')) return noun
  if (/(?:RFM|WhatsApp)$/.test(noun)) return `${noun}-nya`
  return noun.includes(' yang ') ? noun.replace(' yang ', 'nya yang ') : `${noun}nya`
}

function windowOf(number: string | undefined): string {
  return number === undefined ? 'jendela WhatsApp-nya' : `jendela WhatsApp-nya dengan ${number}`
}

function stepText(step: Step): string {
  const [[unit, count] = ['', 0]] = Object.entries(step)
  return `${count} ${units[unit] ?? unit}`
}
