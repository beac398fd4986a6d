import type { RowChanges } from '../domain/change/change.ts'
import type { Keys, Rows, TableName } from '../domain/change/rows.ts'
import { LanggananError } from '../domain/error/langganan-error.ts'
import { tableNames, tables } from '../ports/storage/tables.ts'
import { cellAt, type TableStore, tableStore } from './table-store.ts'

type Stores = { readonly [T in TableName]: TableStore<T> }

/** All rows of one shop, and the steps that undo what the open transaction did. */
export interface MemoryShop {
  store<T extends TableName>(table: T): TableStore<T>
  apply(changes: RowChanges): void
  /** Forgets the undo steps: what was written stays. */
  keep(): void
  undo(): void
}

export function memoryShop(): MemoryShop {
  const stores: Stores = {
    shops: tableStore(tables.shops),
    snapshots: tableStore(tables.snapshots),
    customers: tableStore(tables.customers),
    identities: tableStore(tables.identities),
    pastIdentities: tableStore(tables.pastIdentities),
    identityConflicts: tableStore(tables.identityConflicts),
    attributes: tableStore(tables.attributes),
    attributeTypes: tableStore(tables.attributeTypes),
    facts: tableStore(tables.facts),
    interactions: tableStore(tables.interactions),
    windows: tableStore(tables.windows),
    orderDrafts: tableStore(tables.orderDrafts),
    draftLines: tableStore(tables.draftLines),
    transactions: tableStore(tables.transactions),
    lines: tableStore(tables.lines),
    charges: tableStore(tables.charges),
    payments: tableStore(tables.payments),
    allocations: tableStore(tables.allocations),
    onceKeys: tableStore(tables.onceKeys),
    entries: tableStore(tables.entries),
    postings: tableStore(tables.postings),
    groups: tableStore(tables.groups),
    groupMembers: tableStore(tables.groupMembers),
    tags: tableStore(tables.tags),
    tagMembers: tableStore(tables.tagMembers),
    categories: tableStore(tables.categories),
    segments: tableStore(tables.segments),
    segmentMembers: tableStore(tables.segmentMembers),
    segmentChanges: tableStore(tables.segmentChanges),
    turns: tableStore(tables.turns),
    views: tableStore(tables.views),
    labels: tableStore(tables.labels),
    labelEdits: tableStore(tables.labelEdits),
    labelEvents: tableStore(tables.labelEvents),
    labelSpans: tableStore(tables.labelSpans),
    messageStatuses: tableStore(tables.messageStatuses),
    sends: tableStore(tables.sends),
    waitingLabelEvents: tableStore(tables.waitingLabelEvents),
    linkedIds: tableStore(tables.linkedIds),
    consentEvents: tableStore(tables.consentEvents),
    consents: tableStore(tables.consents),
    scores: tableStore(tables.scores),
    deadLetters: tableStore(tables.deadLetters),
    countDeltas: tableStore(tables.countDeltas),
    events: tableStore(tables.events),
  }
  let undoSteps: (() => void)[] = []
  let lastSeq = 0

  function insert<T extends TableName>(table: T, rows: readonly Rows[T][]): void {
    const store: TableStore<T> = stores[table]
    for (const given of rows) {
      const row = tables[table].sequence === undefined ? given : numbered(given)
      const key = store.keyOf(row)
      if (store.get(key) !== undefined || takenElsewhere(table, row)) {
        throw new LanggananError(
          'STORAGE_CONFLICT',
          `A row with this key exists already in ${table}.`,
        )
      }
      undoSteps.push(store.write(key, row))
    }
  }

  function numbered<R extends object>(row: R): R {
    countTo(lastSeq + 1)
    return { ...row, seq: lastSeq }
  }

  function countTo(number: number): void {
    const before = lastSeq
    undoSteps.push(() => {
      lastSeq = before
    })
    lastSeq = number
  }

  function takenElsewhere<T extends TableName>(table: T, row: Rows[T]): boolean {
    const store: TableStore<T> = stores[table]
    const own = JSON.stringify(store.keyOf(row))
    return Object.entries(tables[table].indexes).some(
      ([name, index]) =>
        index.unique === true &&
        store
          .find(
            name,
            index.columns.map((column) => cellAt(row, column)),
          )
          .some((other) => JSON.stringify(store.keyOf(other)) !== own),
    )
  }

  function put<T extends TableName>(table: T, rows: readonly Rows[T][]): void {
    const store: TableStore<T> = stores[table]
    const { sequence } = tables[table]
    for (const row of rows) {
      if (takenElsewhere(table, row)) {
        throw new LanggananError(
          'STORAGE_CONFLICT',
          `A row with this key exists already in ${table}.`,
        )
      }
      undoSteps.push(store.write(store.keyOf(row), row))
      if (sequence !== undefined) countTo(Math.max(lastSeq, Number(cellAt(row, sequence))))
    }
  }

  function remove<T extends TableName>(table: T, keys: readonly Keys[T][]): void {
    const store: TableStore<T> = stores[table]
    for (const key of keys) undoSteps.push(store.write(key, undefined))
  }

  return {
    store: (table) => stores[table],
    apply(changes) {
      for (const table of tableNames) remove(table, changes.remove[table] ?? [])
      for (const table of tableNames) put(table, changes.put[table] ?? [])
      for (const table of tableNames) insert(table, changes.insert[table] ?? [])
    },
    keep() {
      undoSteps = []
    },
    undo() {
      for (const step of undoSteps.reverse()) step()
      undoSteps = []
    },
  }
}
