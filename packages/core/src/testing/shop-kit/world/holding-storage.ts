import type { RowChanges } from '../../../domain/change/change.ts'
import type { Keys, Rows, TableName } from '../../../domain/change/rows.ts'
import type { Storage, StorageTransaction } from '../../../ports/storage/storage.ts'
import { tableNames, tables } from '../../../ports/storage/tables.ts'
import { cellAt, keyOf } from '../../storage-kit/rows/row-of.ts'

/** A storage that notes what would go wrong in a `write` if others wrote beside it. */
export interface HoldingStorage extends Storage {
  /** In words; nothing where all is in order. Begins anew. */
  takeNotes(): readonly string[]
}

/** What every writer reads, so that it changes only while nobody else writes. */
const definitions: ReadonlySet<TableName> = new Set<TableName>([
  'shops',
  'snapshots',
  'attributeTypes',
  'groups',
  'tags',
  'categories',
  'segments',
  'views',
])

/** What is only ever added to, under keys that are new or tell of a conflict. */
const growing: ReadonlySet<TableName> = new Set<TableName>([
  'labels',
  'onceKeys',
  'charges',
  'postings',
  'countDeltas',
  'events',
])

/**
 * What is written of a customer was read of it while it was held; customers whom the transaction itself
 * adds are nobody else's. What has a key of its own is replaced only where it was read.
 */
export function holdingStorage(inner: Storage): HoldingStorage {
  let notes: string[] = []
  return {
    name: inner.name,
    shopIds: () => inner.shopIds(),
    close: () => inner.close(),
    transaction: (shopId, mode, work) =>
      inner.transaction(shopId, mode, (tx) =>
        work(mode === 'write' ? watched(tx, (note) => notes.push(note)) : tx),
      ),
    takeNotes() {
      const taken = notes
      notes = []
      return taken
    },
  }
}

/** A row that was read. */
interface Seen {
  readonly what: string
  readonly owner: string
  readonly wasHeld: boolean
}

function watched(tx: StorageTransaction, note: (what: string) => void): StorageTransaction {
  const held = new Set<string>()
  const seen = new Map<string, Seen>()
  let hasLogged = false

  function see(what: string, owner: string, key: string = what): void {
    seen.set(key, { what, owner, wasHeld: held.has(owner) })
  }

  function saw<T extends TableName>(table: T, rows: readonly Rows[T][]): readonly Rows[T][] {
    if (hasLogged && tables[table].sequence !== undefined) note(`read ${table} after writing some`)
    for (const row of rows) {
      const owner = ownerOf(table, row)
      if (owner !== undefined) see(table, owner, rowKey(table, keyOf(table, row)))
    }
    return rows
  }

  function check(changes: RowChanges): void {
    for (const { id } of changes.insert.customers ?? []) held.add(id)
    for (const table of tableNames) checkTable(table, changes)
    if ((changes.insert.events ?? []).length > 0) hasLogged = true
  }

  function checkTable<T extends TableName>(table: T, { insert, put, remove }: RowChanges): void {
    const [added, replaced, gone] = [insert[table] ?? [], put[table] ?? [], remove[table] ?? []]
    const inPlace = replaced.length + gone.length
    if (definitions.has(table)) {
      if (added.length + inPlace > 0) note(`changed ${table}`)
    } else if (growing.has(table)) {
      if (inPlace > 0) note(`changed ${table} in place`)
    } else {
      checkReplaced(table, replaced)
      checkRemoved(table, gone)
      checkWritten(table, [...added, ...replaced])
    }
  }

  function checkReplaced<T extends TableName>(table: T, rows: readonly Rows[T][]): void {
    if (isKeyedByOwner(table)) return
    for (const row of rows) {
      if (!seen.has(rowKey(table, keyOf(table, row))))
        note(`replaced ${table} that it had not read`)
    }
  }

  function checkRemoved<T extends TableName>(table: T, keys: readonly Keys[T][]): void {
    for (const key of keys)
      wrote(table, seen.get(rowKey(table, key))?.owner ?? ownerInKey(table, key))
  }

  /** What was written is known from then on. */
  function checkWritten<T extends TableName>(table: T, rows: readonly Rows[T][]): void {
    for (const row of rows) wrote(table, ownerOf(table, row))
    for (const row of rows) {
      const owner = ownerOf(table, row)
      if (owner !== undefined) see(table, owner, rowKey(table, keyOf(table, row)))
    }
  }

  function wrote(table: TableName, owner: string | undefined): void {
    if (owner === undefined || !held.has(owner))
      note(`wrote ${table} of a customer who was not held`)
    for (const row of seen.values()) {
      if (row.owner === owner && !row.wasHeld)
        note(`wrote ${table} of a customer after reading ${row.what} before the hold`)
    }
  }

  return {
    get: async (table, keys) => saw(table, await tx.get(table, keys)),
    find: async (table, index, prefixes) => saw(table, await tx.find(table, index, prefixes)),
    scan: async (table, after, limit) => saw(table, await tx.scan(table, after, limit)),
    async lock(customerIds) {
      await tx.lock(customerIds)
      for (const id of customerIds) held.add(id)
    },
    async apply(changes) {
      check(changes)
      await tx.apply(changes)
    },
    members: (question) => tx.members(question),
    count: (where) => tx.count(where),
    report(kind, question) {
      for (const id of 'customerIds' in question ? question.customerIds : []) see(kind, id)
      return tx.report(kind, question)
    },
  }
}

function rowKey(table: TableName, key: readonly unknown[]): string {
  return JSON.stringify([table, ...key])
}

/** Whose a row is; undefined of what is nobody's. */
function ownerOf<T extends TableName>(table: T, row: Rows[T]): string | undefined {
  const column = ownerColumn(table)
  const owner = column in tables[table].columns && !growing.has(table) ? cellAt(row, column) : null
  return typeof owner === 'string' ? owner : undefined
}

function ownerColumn(table: TableName): string {
  return table === 'customers' ? 'id' : 'customerId'
}

function ownerPlace(table: TableName): number {
  const key: readonly string[] = tables[table].key
  return key.indexOf(ownerColumn(table))
}

function isKeyedByOwner(table: TableName): boolean {
  return ownerPlace(table) !== -1
}

function ownerInKey(table: TableName, key: readonly unknown[]): string | undefined {
  const owner = key[ownerPlace(table)]
  return typeof owner === 'string' ? owner : undefined
}
