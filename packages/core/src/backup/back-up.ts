import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Keys, Rows, TableName } from '../domain/change/rows.ts'
import { LanggananError } from '../domain/error/langganan-error.ts'
import type { Clock } from '../ports/clock.ts'
import { keyOf } from '../ports/storage/key-of.ts'
import type { Storage, StorageTransaction } from '../ports/storage/storage.ts'
import { tableNames } from '../ports/storage/tables.ts'
import { beingRead } from './being-read.ts'
import { type Header, headerLine, rowLine, tableLine, trailerLine } from './format.ts'
import { onlyOnce } from './only-once.ts'
import { tableRows } from './table-rows.ts'
import { type Give, through } from './through.ts'
import { gzip, utf8Bytes } from './web.ts'

export interface BackUpOptions {
  /** For the time that the backup tells; `Date.now` if absent. */
  readonly clock?: Clock
}

/**
 * The whole of a shop as one file, piece by piece: gzip over lines of JSON, with a checksum at its
 * end. It can be restored into any storage. All of it is read in one transaction, which begins with
 * the first piece and ends with the last, so it is the shop at one instant, whoever writes meanwhile;
 * memory stays the same however large the shop is.
 *
 * A storage that has one connection serves nobody else until the last piece is taken: back up a busy
 * SQLite file through a storage of its own.
 *
 * @throws LanggananError `SHOP_ID_REQUIRED`, `SHOP_NOT_FOUND`, `STORAGE_FAILED`
 *
 * @example
 * ```ts
 * import { createWriteStream } from 'node:fs'
 * import { pipeline } from 'node:stream/promises'
 * import { openShop } from '@langganan/core'
 * import { backUp } from '@langganan/core/backup'
 * import { memoryStorage } from '@langganan/core/memory'
 *
 * const storage = memoryStorage()
 * await openShop({ id: 'kopi-senja', currency: 'IDR', timeZone: 'Asia/Jakarta', storage })
 * await pipeline(backUp(storage, 'kopi-senja'), createWriteStream('kopi-senja.backup'))
 * ```
 */
export function backUp(
  storage: Storage,
  shopId: string,
  { clock = Date.now }: BackUpOptions = {},
): AsyncGenerator<Uint8Array> {
  const pieces = through(gzip, (give) => {
    const isFirst = onlyOnce()
    return storage.transaction(shopId, 'read', (tx) => {
      isFirst()
      return write(tx, { shop: shopId, takenAt: new Date(clock()) }, give)
    })
  })
  beingRead.set(pieces, storage)
  return pieces
}

async function write(tx: StorageTransaction, header: Header, give: Give): Promise<void> {
  const [shop] = await tx.get('shops', [[]])
  if (shop === undefined) {
    throw new LanggananError('SHOP_NOT_FOUND', 'This storage has no shop with this id.', {
      field: 'shopId',
    })
  }
  const checksum = sha256.create()
  const bytesOf = utf8Bytes()
  async function giveLines(lines: readonly string[]): Promise<void> {
    const bytes = bytesOf(lines.map((line) => `${line}\n`).join(''))
    checksum.update(bytes)
    await give(bytes)
  }

  await giveLines([headerLine(header)])
  const counts: Record<string, number> = {}
  for (const table of tableNames) {
    const { columns, cellsOf } = tableRows(table)
    await giveLines([tableLine(table, columns)])
    let rows = 0
    for await (const page of pagesOf(tx, table)) {
      await giveLines(page.map((row) => rowLine(table, cellsOf(row))))
      rows += page.length
    }
    counts[table] = rows
  }
  const trailer = { rows: counts, sha256: bytesToHex(checksum.digest()) }
  await give(bytesOf(`${trailerLine(trailer)}\n`))
}

const pageSize = 500

async function* pagesOf<T extends TableName>(
  tx: StorageTransaction,
  table: T,
): AsyncGenerator<readonly Rows[T][]> {
  let after: Keys[T] | null = null
  for (;;) {
    const page: readonly Rows[T][] = await tx.scan(table, after, pageSize)
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    if (page.length < pageSize) return
    after = keyOf(table, last)
  }
}
