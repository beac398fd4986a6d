import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Imported, importFile } from '../../src/import/import-file.ts'
import type { ImportOptions } from '../../src/import/import-options.ts'
import type { Session } from '../../src/session/session.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const columns = {
  order: 'Order',
  product: 'Product',
  quantity: 'Qty',
  price: 'Price',
  date: 'Date',
  customer: 'Customer',
}

/** Imports these rows under the usual columns, and more where `more` names some. */
export async function importCsv(
  session: Session,
  rows: readonly string[],
  more: Partial<ImportOptions> & { readonly extra?: string } = {},
): Promise<Imported> {
  const { extra, ...options } = more
  const header = `Order,Product,Qty,Price,Date,Customer${extra === undefined ? '' : `,${extra}`}`
  const file = join(temporaryDirectory(), 'orders.csv')
  writeFileSync(file, [header, ...rows, ''].join('\n'))
  return importFile(session, file, { ...columns, ...options })
}
