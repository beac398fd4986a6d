import type { ColumnKey, Columns } from './columns.ts'

/** Words by which a column may give away what it holds. */
const words: readonly {
  readonly key: Extract<ColumnKey, 'paid' | 'name' | 'phone'>
  readonly telling: ReadonlySet<string>
}[] = [
  { key: 'paid', telling: new Set(['status', 'bayar', 'pembayaran', 'paid', 'payment', 'lunas']) },
  { key: 'name', telling: new Set(['nama', 'name']) },
  { key: 'phone', telling: new Set(['telp', 'telepon', 'hp', 'phone', 'wa', 'whatsapp']) },
]

/** Words that may stand beside them. */
const beside: ReadonlySet<string> = new Set(
  'no nomor number sudah customer pelanggan pembeli buyer order pesanan'.split(' '),
)

/**
 * What people should know of columns that were not named.
 *
 * @param isNew whether orders and customers were recorded, so that what stood in for a column is now in the shop
 */
export function notesOn(
  columns: Columns,
  isNew: { readonly orders: boolean; readonly customers: boolean },
): readonly string[] {
  const notes: string[] = []
  if (isNew.orders && !columns.has('paid'))
    notes.push('All orders counted as paid in full, as no --paid column was named.')
  if (isNew.customers && !columns.has('name')) {
    const number = columns.has('customer') ? 'customer numbers' : 'phones'
    notes.push(`Names are ${number}, as no --name column was named.`)
  }
  for (const { key, telling } of words) {
    const header = columns.has(key)
      ? undefined
      : columns.unnamed.find((name) => tells(name, telling))
    if (header === undefined) continue
    notes.push(
      `The file has a column "${header}": if it is what --${key} wants, add --${key} "${header}".`,
    )
  }
  return notes
}

function tells(header: string, telling: ReadonlySet<string>): boolean {
  const parts = header.toLowerCase().match(/\p{L}+/gu) ?? []
  return (
    parts.some((part) => telling.has(part)) &&
    parts.every((part) => telling.has(part) || beside.has(part))
  )
}
