import type { CountKind, EventData, EventType } from '../history/rows.ts'
import type { Change, Criterion } from './change.ts'
import type { Keys, Rows, TableName } from './rows.ts'

/** When, by whom, and where new ids come from: what a decision needs from outside. */
export interface Stamp {
  readonly now: number
  readonly actor: string
  readonly newId: () => string
}

/** A change in the making. */
export interface Draft {
  insert<T extends TableName>(table: T, ...rows: readonly Rows[T][]): void
  put<T extends TableName>(table: T, ...rows: readonly Rows[T][]): void
  remove<T extends TableName>(table: T, ...keys: readonly Keys[T][]): void
  /** Names a customer whose segments and rule tags must be judged again, and what about them changed. */
  touch(customerId: string, ...criteria: readonly Criterion[]): void
  /** Adds to a member count; the change carries the sum. */
  count(kind: CountKind, setId: string, delta: number): void
  event<E extends EventType>(
    type: E,
    data: EventData[E],
    about?: { customerId?: string; at?: number },
  ): void
  change(): Change
}

export function draft(stamp: Stamp): Draft {
  const insert: { [T in TableName]?: Rows[T][] } = {}
  const put: { [T in TableName]?: Rows[T][] } = {}
  const remove: { [T in TableName]?: Keys[T][] } = {}
  const touched = new Set<string>()
  const criteria = new Set<Criterion>()
  const counts = new Map<string, { kind: CountKind; setId: string; delta: number }>()

  const self: Draft = {
    insert: (table, ...rows) => append(insert, table, rows),
    put: (table, ...rows) => append(put, table, rows),
    remove: (table, ...keys) => {
      const list: (typeof keys)[number][] = remove[table] ?? []
      list.push(...keys)
      Object.assign(remove, { [table]: list })
    },
    touch(customerId, ...changed) {
      touched.add(customerId)
      for (const criterion of changed) criteria.add(criterion)
    },
    count(kind, setId, delta) {
      const key = `${kind} ${setId}`
      counts.set(key, { kind, setId, delta: (counts.get(key)?.delta ?? 0) + delta })
    },
    event(type, data, { customerId, at } = {}) {
      self.insert('events', {
        seq: 0,
        type,
        actor: stamp.actor,
        customerId: customerId ?? null,
        occurredAt: at ?? stamp.now,
        recordedAt: stamp.now,
        data: JSON.stringify(data),
      })
    },
    change() {
      for (const { kind, setId, delta } of counts.values()) {
        if (delta !== 0) self.insert('countDeltas', { kind, setId, id: stamp.newId(), delta })
      }
      counts.clear()
      return { insert, put, remove, touched, criteria }
    },
  }
  return self
}

function append<T extends TableName>(
  lists: { [K in TableName]?: Rows[K][] },
  table: T,
  rows: readonly Rows[T][],
): void {
  const list: Rows[T][] | undefined = lists[table]
  if (list === undefined) Object.assign(lists, { [table]: [...rows] })
  else for (const row of rows) list.push(row)
}
