import type { ColumnKey, Columns } from './columns.ts'

/** What a column of this kind is called: one of the words, and beside them none but the others. */
interface Telling {
  readonly words: ReadonlySet<string>
  readonly beside: ReadonlySet<string>
}

const people = 'no nomor number customer pelanggan pembeli buyer'
const orders = 'order pesanan transaksi'
const sums = 'total jumlah nominal biaya nilai rp idr'

const telling = {
  paid: tellingOf(
    'bayar dibayar terbayar pembayaran paid payment lunas dp',
    `${sums} sudah yang uang muka ${orders}`,
  ),
  status: tellingOf('status', `${orders} bayar pembayaran paid payment lunas`),
  method: tellingOf('metode method cara', 'bayar pembayaran payment of'),
  shipping: tellingOf('ongkir ongkos kirim pengiriman shipping', `${sums} cost fee`),
  tax: tellingOf('pajak ppn tax vat', sums),
  discount: tellingOf('diskon discount potongan', `${sums} harga voucher ${orders}`),
  name: tellingOf('nama name', people),
  phone: tellingOf('telp telepon hp phone wa whatsapp', people),
} as const satisfies Partial<Record<ColumnKey, Telling>>

export type TellingKey = keyof typeof telling

/** The columns of the file that look like one that no option names. */
export function lookingLike(columns: Columns, key: TellingKey): readonly string[] {
  return columns.has(key) ? [] : columns.unnamed.filter((name) => tells(name, telling[key]))
}

function tells(header: string, { words, beside }: Telling): boolean {
  const parts = header.toLowerCase().match(/\p{L}+/gu) ?? []
  return (
    parts.some((part) => words.has(part)) &&
    parts.every((part) => words.has(part) || beside.has(part))
  )
}

function tellingOf(words: string, beside: string): Telling {
  return { words: new Set(words.split(' ')), beside: new Set(beside.split(' ')) }
}
