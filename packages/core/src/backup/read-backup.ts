import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Keys, Rows, TableName } from '../domain/change/rows.ts'
import { keyOf } from '../ports/storage/key-of.ts'
import { tableNames } from '../ports/storage/tables.ts'
import { invalidBackup } from './errors.ts'
import {
  type Header,
  isTableLine,
  isTrailer,
  isTrailerOf,
  type RowCounts,
  readHeader,
} from './format.ts'
import { LineReader } from './line-reader.ts'
import { isBehind, tableRows } from './table-rows.ts'
import { through } from './through.ts'
import { gunzip, utf8Text } from './web.ts'

/** The bytes of a backup: a file that is read, a response, or what `backUp` gives. */
export type BackupSource = AsyncIterable<Uint8Array>

/** What a backup holds. */
export interface BackupContents {
  /** The id of the shop that was backed up. */
  readonly shop: string
  readonly takenAt: Date
  /** How many rows there are of each table. */
  readonly rows: RowCounts
}

/** Takes rows of one table, in the order of their keys. */
export type TakeRows = <T extends TableName>(table: T, rows: readonly Rows[T][]) => Promise<void>

/** A backup whose header was read. */
export interface OpenBackup {
  readonly header: Header
  /** Hands all rows on, page by page, and checks them. Only when it fulfils was the backup whole. */
  readRows(take: TakeRows): Promise<BackupContents>
  /** Lets go of the source. */
  close(): Promise<void>
}

/**
 * Reads a backup through to its end and says what it holds; writes nothing. Whether two of its rows
 * have one name that only one may have, a storage sees when it is restored.
 *
 * @throws LanggananError `BACKUP_INVALID` if it is damaged, cut short or none, `BACKUP_NEWER`
 */
export async function inspectBackup(source: BackupSource): Promise<BackupContents> {
  const backup = await openBackup(source)
  try {
    return await backup.readRows(async () => undefined)
  } finally {
    await backup.close()
  }
}

/** Reads the header. Throws as {@link inspectBackup} does. */
export async function openBackup(source: BackupSource): Promise<OpenBackup> {
  const bytes = unzipped(source)
  const close = async (): Promise<void> => void (await bytes.return(undefined))
  const lines = new BackupLines(bytes)
  try {
    const header = readHeader(await lines.next())
    return { header, close, readRows: (take) => readLines(lines, header, take) }
  } catch (error) {
    await close()
    throw error
  }
}

/** Errors of the source stay what they are; what is not gzip, or not all of it, is no backup. */
async function* unzipped(source: BackupSource): AsyncGenerator<Uint8Array> {
  let failure: { readonly error: unknown } | undefined
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* source
    } catch (error) {
      failure = { error }
      throw error
    }
  }
  try {
    yield* through(gunzip, async (give) => {
      for await (const chunk of watched()) await give(chunk)
    })
  } catch (error) {
    if (failure !== undefined) throw failure.error
    throw invalidBackup(
      'it is damaged, cut short or not compressed as a backup is',
      undefined,
      error,
    )
  }
}

/** The lines as values, and the checksum of those before the last one. */
class BackupLines {
  readonly #lines: LineReader
  readonly #checksum = sha256.create()
  readonly #textOf = utf8Text()
  #last: Uint8Array = new Uint8Array(0)

  constructor(bytes: AsyncIterator<Uint8Array>) {
    this.#lines = new LineReader(bytes)
  }

  async next(): Promise<unknown> {
    this.#checksum.update(this.#last)
    const bytes = await this.#lines.next()
    if (bytes === undefined) throw invalidBackup('it ends before its last line')
    this.#last = bytes
    try {
      return JSON.parse(this.#textOf(bytes))
    } catch (error) {
      throw this.invalid('a line is no JSON', error)
    }
  }

  /** Bytes of the line that was read last. */
  get size(): number {
    return this.#last.length
  }

  async isAtEnd(): Promise<boolean> {
    return (await this.#lines.next()) === undefined
  }

  sha256(): string {
    return bytesToHex(this.#checksum.digest())
  }

  invalid(problem: string, cause?: unknown): Error {
    return invalidBackup(problem, this.#lines.line, cause)
  }
}

async function readLines(
  lines: BackupLines,
  header: Header,
  take: TakeRows,
): Promise<BackupContents> {
  const rows: Record<string, number> = {}
  let line = await lines.next()
  for (const table of tableNames) {
    const { columns } = tableRows(table)
    if (!isTableLine(line, table, columns))
      throw lines.invalid(`the table ${table} with its columns was expected`)
    const read = await readRows(lines, table, take)
    rows[table] = read.count
    line = read.next
  }
  if (!isTrailer(line)) throw lines.invalid('the end was expected')
  const sha = lines.sha256()
  if (!isTrailerOf(line, { rows, sha256: sha })) throw lines.invalid('its checksum does not fit')
  if (!(await lines.isAtEnd())) throw lines.invalid('something follows its end')
  if (rows.shops !== 1) throw invalidBackup('it holds no shop')
  return { ...header, rows }
}

/** Of one page: so many rows, or fewer where they are long. */
const mostRows = 500
const mostBytes = 4_000_000

async function readRows<T extends TableName>(
  lines: BackupLines,
  table: T,
  take: TakeRows,
): Promise<{ readonly count: number; readonly next: unknown }> {
  const { rowOf } = tableRows(table)
  let count = 0
  let before: Keys[T] | undefined
  let page: Rows[T][] = []
  let bytes = 0
  for (;;) {
    const cells = await lines.next()
    if (!Array.isArray(cells)) {
      if (page.length > 0) await take(table, page)
      return { count, next: cells }
    }
    const row = rowOf(cells)
    if (row === undefined) throw lines.invalid(`this is no row of ${table}`)
    const key = keyOf(table, row)
    if (before !== undefined && !isBehind(key, before))
      throw lines.invalid(`the rows of ${table} are not in the order of their keys`)
    before = key
    count += 1
    page.push(row)
    bytes += lines.size
    if (page.length < mostRows && bytes < mostBytes) continue
    await take(table, page)
    page = []
    bytes = 0
  }
}
