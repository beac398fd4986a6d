import type { Step } from '../../time/step.ts'
import type { Comparison } from '../condition.ts'
import type { Clause, Language } from './language.ts'
import { quotedText } from './quoted-text.ts'

const yang = (noun: string): Clause => ({ yes: `yang ${noun}nya`, no: `yang ${noun}nya bukan` })

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

const months =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  )

const units: Readonly<Record<string, string>> = {
  minutes: 'menit',
  hours: 'jam',
  days: 'hari',
  weeks: 'minggu',
  months: 'bulan',
  quarters: 'triwulan',
  years: 'tahun',
  day: 'hari',
  week: 'minggu',
  month: 'bulan',
  quarter: 'triwulan',
  year: 'tahun',
}

const words: Readonly<Record<string, string>> = {
  true: 'ya',
  false: 'tidak',
  female: 'perempuan',
  male: 'laki-laki',
  other: 'lainnya',
  inbound: 'masuk sendiri',
  outbound: 'keluar',
  import: 'impor',
  manual: 'dicatat sendiri',
  form: 'formulir',
  checkout: 'pembelian',
  prospect: 'calon pelanggan',
  'one-time': 'sekali beli',
  repeat: 'beli lagi',
  regular: 'tetap',
  loyal: 'setia',
  slipping: 'mulai menjauh',
  lapsed: 'hilang',
  chat: 'obrolan',
  email: 'surel',
  pageView: 'kunjungan halaman',
  search: 'pencarian',
  call: 'panggilan',
}

const filters: Readonly<Record<string, string>> = {
  product: 'produk',
  category: 'kategori',
  colour: 'warna',
  size: 'ukuran',
  method: 'cara bayar',
  kind: 'jenis',
  channel: 'saluran',
  direction: 'arah',
  term: 'kata',
  device: 'perangkat',
}

/** Indonesian, as shop staff say it. */
export const indonesian: Language = {
  everybody: 'Semua pelanggan.',
  nobody: 'Tidak ada pelanggan.',
  anybody: { yes: 'yang menjadi pelanggan', no: 'yang bukan pelanggan' },
  sentence: (clause) => `Pelanggan ${clause}.`,
  belongs: (isSo, clause) =>
    `${isSo ? 'Termasuk' : 'Tidak termasuk'}: salah satu pelanggan ${clause}.`,
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
    loyalty: 'kesetiaan',
  },
  flags: {
    productive: { yes: 'yang punya pesanan lunas', no: 'yang belum punya pesanan lunas' },
    archived: { yes: 'yang diarsipkan', no: 'yang tidak diarsipkan' },
    blacklisted: { yes: 'yang masuk daftar hitam', no: 'yang tidak masuk daftar hitam' },
  },
  instants: {
    added: { yes: 'yang ditambahkan', no: 'yang tidak ditambahkan' },
    firstContact: yang('kontak pertama'),
    lastInteraction: yang('interaksi terakhir'),
    lastActivity: yang('aktivitas terakhir'),
    firstPurchase: yang('pembelian pertama'),
    lastPurchase: yang('pembelian terakhir'),
  },
  noTime: ({ yes }) => {
    const noun = yes.replace(/^yang /, '').replace(/nya$/, '')
    return { yes: `yang belum punya ${noun}`, no: `yang punya ${noun}` }
  },
  attribute: (name) => `${quotedText(name)}-`,
  of: (noun, said) => ({
    yes: `yang ${possessed(noun)} ${said.yes}`,
    no: `yang ${possessed(noun)} ${said.no}`,
  }),

  measures: {
    purchases: {
      orders: 'jumlah pesanan',
      lines: 'jumlah baris pesanan',
      quantity: 'jumlah barang yang dibeli',
      total: 'total belanja',
      distinctProducts: 'jumlah produk berbeda yang dibeli',
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
    yes: values.length === 0 ? 'bukan apa pun' : values.join(' atau '),
    no: values.length === 0 ? 'apa pun' : `bukan ${values.join(' atau ')}`,
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
  group: (name) => ({ yes: `yang ada di grup ${name}`, no: `yang tidak ada di grup ${name}` }),
  tag: (name) => ({ yes: `yang punya tag ${name}`, no: `yang tidak punya tag ${name}` }),
  sample: (percent, seed) => ({
    yes: `yang masuk sampel ${percent}% ${seed}`,
    no: `yang tidak masuk sampel ${percent}% ${seed}`,
  }),
  word: (word) => words[word] ?? word,
}

/** The customer's: `kotanya`; behind what explains the noun it stands before that: `jumlah barangnya yang dibeli`. */
function possessed(noun: string): string {
  return noun.includes(' yang ') ? noun.replace(' yang ', 'nya yang ') : `${noun}nya`
}

function windowOf(number: string | undefined): string {
  return number === undefined ? 'jendela WhatsAppnya' : `jendela WhatsAppnya dengan ${number}`
}

function stepText(step: Step): string {
  const [[unit, count] = ['', 0]] = Object.entries(step)
  return `${count} ${units[unit] ?? unit}`
}
