import type { Cell, TableName } from '../domain/change/rows.ts'
import { LanggananError } from '../domain/error/langganan-error.ts'
import { FOLD_VERSION } from '../domain/text/fold.ts'
import { tableNames } from '../ports/storage/tables.ts'
import { invalidBackup, newerBackup } from './errors.ts'

/**
 * A backup is gzip over lines of JSON in UTF-8: a header; for every table, in the order of
 * `tableNames`, a line with its name and columns and then a line for each row, an array of cells, in
 * the order of the keys; and a trailer with the number of rows of each table and the SHA-256 of all
 * bytes before it.
 */
const format = 'langganan-backup'

/** Rises with every change of the tables or of the lines. */
const version = 1

/** Bytes of one line; rows stay far below. It bounds what a damaged or hostile file can claim. */
export const longestLine: number = 16 * 2 ** 20

export interface Header {
  /** The id of the shop that was backed up. */
  readonly shop: string
  readonly takenAt: Date
}

export function headerLine({ shop, takenAt }: Header): string {
  return JSON.stringify({
    format,
    version,
    foldVersion: FOLD_VERSION,
    shop,
    takenAt: takenAt.toISOString(),
    tables: tableNames,
  })
}

/** @throws LanggananError `BACKUP_INVALID`, `BACKUP_NEWER` */
export function readHeader(value: unknown): Header {
  if (at(value, 'format') !== format) {
    throw invalidBackup('it is no backup of a shop')
  }
  refuseNewer(at(value, 'version'), version)
  refuseNewer(at(value, 'foldVersion'), FOLD_VERSION)
  const shop = at(value, 'shop')
  const takenAt = new Date(String(at(value, 'takenAt')))
  const isKnown =
    typeof shop === 'string' &&
    shop !== '' &&
    !Number.isNaN(takenAt.getTime()) &&
    isSame(at(value, 'tables'), tableNames)
  if (!isKnown) throw invalidBackup('its header is not as a backup has it', 1)
  return { shop, takenAt }
}

function refuseNewer(found: unknown, known: number): void {
  if (typeof found !== 'number' || !Number.isSafeInteger(found) || found < 1)
    throw invalidBackup('its header is not as a backup has it', 1)
  if (found > known) throw newerBackup({ found, known })
}

export function tableLine(table: TableName, columns: readonly string[]): string {
  return JSON.stringify({ table, columns })
}

export function isTableLine(value: unknown, table: TableName, columns: readonly string[]): boolean {
  return isSame(value, { table, columns })
}

/**
 * A row as a line.
 *
 * @throws LanggananError `STORAGE_FAILED` for a number that is not finite, which JSON would lose
 */
export function rowLine(table: TableName, cells: readonly Cell[]): string {
  if (cells.some((cell) => typeof cell === 'number' && !Number.isFinite(cell))) {
    throw new LanggananError(
      'STORAGE_FAILED',
      `The storage gave a number of the table ${table} that is not finite, which no shop has written: the backup was not finished. See whether another program wrote to the table, or the connection changes what is read.`,
      { details: { table } },
    )
  }
  return JSON.stringify(cells)
}

/** How many rows a backup has of each table. */
export type RowCounts = Readonly<Record<string, number>>

export interface Trailer {
  readonly rows: RowCounts
  readonly sha256: string
}

export function trailerLine({ rows, sha256 }: Trailer): string {
  return JSON.stringify({ end: format, rows, sha256 })
}

export function isTrailer(value: unknown): boolean {
  return at(value, 'end') === format
}

export function isTrailerOf(value: unknown, trailer: Trailer): boolean {
  return isSame(value, JSON.parse(trailerLine(trailer)))
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
