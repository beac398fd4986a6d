import type { RowChanges } from '../domain/change/change.ts'
import type { Rows, TableName } from '../domain/change/rows.ts'
import { isLanggananError, LanggananError } from '../domain/error/langganan-error.ts'
import type { Storage, StorageTransaction } from '../ports/storage/storage.ts'
import { tables } from '../ports/storage/tables.ts'
import { beingRead } from './being-read.ts'
import { invalidBackup } from './errors.ts'
import { onlyOnce } from './only-once.ts'
import { type BackupContents, type BackupSource, openBackup } from './read-backup.ts'

export interface RestoreOptions {
  /** The id that the shop gets here; that of the shop which was backed up if absent. */
  readonly shopId?: string
}

export interface Restored extends BackupContents {
  /** The id that the shop has here. */
  readonly shopId: string
}

/**
 * Puts a shop that was backed up into a storage that does not have it, whichever storage it came
 * from. It is the same shop: its ids, its log with the cursors into it, its history.
 *
 * One transaction, all or nothing: the checksum stands at the end of a backup, and nothing is kept
 * before it fits. While it lasts, the storage lets nobody else write that its kind keeps out: on SQLite
 * nobody, so feed it from a file rather than from the network.
 *
 * @throws LanggananError `BACKUP_INVALID` if the backup is damaged, cut short or none, `BACKUP_NEWER`,
 * `SHOP_ALREADY_EXISTS`, `SHOP_ID_REQUIRED`, `STORAGE_BUSY`, `STORAGE_FAILED`
 *
 * @example
 * ```ts
 * import { openShop } from '@langganan/core'
 * import { backUp, restore } from '@langganan/core/backup'
 * import { memoryStorage } from '@langganan/core/memory'
 *
 * const here = memoryStorage()
 * await openShop({ id: 'kopi-senja', currency: 'IDR', timeZone: 'Asia/Jakarta', storage: here })
 * const there = memoryStorage()
 * const { rows } = await restore(there, backUp(here, 'kopi-senja'))
 * ```
 */
export async function restore(
  storage: Storage,
  backup: BackupSource,
  options: RestoreOptions = {},
): Promise<Restored> {
  if (beingRead.get(backup) === storage) throw fromItself()
  const opened = await openBackup(backup)
  const { shopId = opened.header.shop } = options
  const isFirst = onlyOnce()
  let refused: LanggananError | undefined
  try {
    const contents = await storage.transaction(shopId, 'alone', async (tx) => {
      // Where a key was taken a storage may begin again, in case that somebody else had taken it.
      const [known] = await tx.get('shops', [[]])
      if (known !== undefined) throw alreadyExists()
      if (refused !== undefined) throw refused
      isFirst()
      return opened.readRows(async (table, rows) => {
        refused = await insert(tx, table, rows)
        if (refused !== undefined) throw refused
      })
    })
    return { ...contents, shopId }
  } finally {
    await opened.close()
  }
}

/** Writes new rows; answers why they cannot be a shop's, if one is there twice, or a name that is only once. */
async function insert<T extends TableName>(
  tx: StorageTransaction,
  table: T,
  rows: readonly Rows[T][],
): Promise<LanggananError | undefined> {
  const changes: RowChanges = { insert: {}, put: {}, remove: {} }
  // A new row would be numbered anew; rows that are put keep their numbers.
  const how = tables[table].sequence === undefined ? changes.insert : changes.put
  Object.assign(how, { [table]: rows })
  try {
    await tx.apply(changes)
    return undefined
  } catch (error) {
    if (!isLanggananError(error, 'STORAGE_CONFLICT')) throw error
    return table === 'shops'
      ? alreadyExists(error)
      : invalidBackup(`two rows of ${table} exclude each other`, undefined, error)
  }
}

function alreadyExists(cause?: unknown): LanggananError {
  return new LanggananError(
    'SHOP_ALREADY_EXISTS',
    'This storage has a shop with this id already, and nothing of it was changed. Restore into another storage, or under another id with shopId.',
    { field: 'shopId', cause },
  )
}

function fromItself(): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    'The backup is being read from the storage that it is to be restored into, and the one would wait for the other. Write it to a file first, and restore from that.',
    { field: 'backup' },
  )
}
