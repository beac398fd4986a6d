import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Imported, importFile } from '../../src/import/import-file.ts'
import type { ImportOptions } from '../../src/import/import-options.ts'
import type { Problem } from '../../src/import/staged-line.ts'
import type { Session } from '../../src/session/session.ts'
import { temporaryDirectory } from './temporary-directory.ts'

const columns = {
  order: 'Order',
  product: 'Product',
  quantity: 'Qty',
  price: 'Price',
  date: 'Date',
}

type Changes = Partial<ImportOptions> & {
  readonly extra?: string
  /** Whether the column of customer numbers is not named. */
  readonly isWithoutNumbers?: boolean
}

/** Imports these rows under the usual columns, and more where `more` names some. */
export async function importCsv(
  session: Session,
  rows: readonly string[],
  more: Changes = {},
  leftOut: (problem: Problem) => unknown = () => undefined,
): Promise<Imported> {
  const { extra, isWithoutNumbers = false, ...options } = more
  const numbers = isWithoutNumbers ? {} : { customer: 'Customer' }
  const header = `Order,Product,Qty,Price,Date,Customer${extra === undefined ? '' : `,${extra}`}`
  const file = join(temporaryDirectory(), 'orders.csv')
  writeFileSync(file, [header, ...rows, ''].join('\n'))
  return importFile(
    session,
    file,
    { ...columns, ...numbers, ...options },
    { leftOut: (problem) => void leftOut(problem) },
  )
}
