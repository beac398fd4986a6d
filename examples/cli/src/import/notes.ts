import { type ColumnKey, type Columns, listed } from './columns.ts'

/** Words by which a column may give away what it holds. */
const telling: Readonly<Record<Hinted, ReadonlySet<string>>> = {
  paid: new Set(['status', 'bayar', 'pembayaran', 'paid', 'payment', 'lunas']),
  name: new Set(['nama', 'name']),
  phone: new Set(['telp', 'telepon', 'hp', 'phone', 'wa', 'whatsapp']),
}

type Hinted = Extract<ColumnKey, 'paid' | 'name' | 'phone'>

/** Words that may stand beside them. */
const beside: ReadonlySet<string> = new Set(
  'no nomor number sudah customer pelanggan pembeli buyer order pesanan'.split(' '),
)

/**
 * What people should know of columns that were not named, but for the hint about what was paid: that
 * comes before the import.
 *
 * @param isNew whether orders and customers were recorded, so that what stood in for a column is now in the shop
 */
export function notesOn(
  columns: Columns,
  isNew: { readonly orders: boolean; readonly customers: boolean },
): readonly string[] {
  const notes: string[] = []
  if (isNew.orders && !columns.has('paid'))
    notes.push('All new orders counted as paid in full, as no --paid column was named.')
  if (isNew.customers && !columns.has('name')) {
    const number = columns.has('customer') ? 'customer numbers' : 'phones'
    notes.push(`Names are ${number}, as no --name column was named.`)
  }
  if (isNew.orders && columns.unnamed.length > 0)
    notes.push(`Not read, as no option names them: ${listed(columns.unnamed)}.`)
  return [...notes, ...[hintOn(columns, 'name'), hintOn(columns, 'phone')].flatMap((h) => h ?? [])]
}

/** Which column of the file looks like one that was not named. */
export function hintOn(columns: Columns, key: Hinted): string | undefined {
  if (columns.has(key)) return undefined
  const header = columns.unnamed.find((name) => tells(name, telling[key]))
  if (header === undefined) return undefined
  return `The file has a column "${header}": if it is what --${key} wants, add --${key} "${header}".`
}

function tells(header: string, words: ReadonlySet<string>): boolean {
  const parts = header.toLowerCase().match(/\p{L}+/gu) ?? []
  return (
    parts.some((part) => words.has(part)) &&
    parts.every((part) => words.has(part) || beside.has(part))
  )
}
