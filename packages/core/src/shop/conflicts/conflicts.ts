import type { IdentityConflictRow } from '../../domain/customers/rows.ts'
import { readCursor, writeCursor } from '../customers/cursor.ts'
import { dateOf } from '../customers/customer.ts'
import type { Page } from '../customers/list.ts'
import { checked } from '../input/checked.ts'
import {
  type ConflictInput,
  conflictInput,
  type ListConflictsInput,
  listConflictsInput,
} from '../input/conflict.ts'
import type { Runner } from '../runner.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { dismissConflicts, recordConflicts } from './pairs.ts'

/** Two customers who may be one person, by what was told of them. Nothing is merged silently. */
export interface Conflict {
  readonly customers: readonly [string, string]
  readonly foundAt: Date
  /** When a person said that they are two; null while nobody has looked. */
  readonly dismissedAt: Date | null
}

/** Customers who may be one, until a person has looked. */
export interface Conflicts {
  /**
   * Keeps that something was told of these customers as of one person: each two of them once, however often
   * it is told, and not again once a person has looked.
   * @throws LanggananError `CUSTOMER_NOT_FOUND`
   */
  record(input: ConflictInput): Promise<readonly Conflict[]>
  /**
   * A person says that these customers are different people. It holds for what is told later too.
   * @throws LanggananError `CUSTOMER_NOT_FOUND`
   */
  dismiss(input: ConflictInput): Promise<readonly Conflict[]>
  /**
   * Those that nobody has looked at, by the ids of the customers.
   * @throws LanggananError `CURSOR_INVALID`
   */
  list(options?: ListConflictsInput): Promise<Page<Conflict>>
}

export function conflictsOf({ read, write }: Runner): Conflicts {
  return {
    async record(input) {
      const { customers } = checked(conflictInput, input)
      return write(async (unit) => (await recordConflicts(unit, customers)).map(conflictOf))
    },
    async dismiss(input) {
      const { customers } = checked(conflictInput, input)
      return write(async (unit) => (await dismissConflicts(unit, customers)).map(conflictOf))
    },
    async list(options = {}) {
      const given = checked(listConflictsInput, options)
      return read((unit) => openConflicts(unit, given))
    },
  }
}

const listName = 'conflicts'
const scanned = 1_000

/** Reads rows by key until the page is full: those that were dismissed lie between, and are few. */
async function openConflicts(
  { tx }: UnitOfWork,
  { limit = 50, after }: ListConflictsInput,
): Promise<Page<Conflict>> {
  const behind = after === undefined ? undefined : readCursor(listName, after)
  let key: readonly [string, string] | null =
    behind === undefined ? null : [String(behind.value), behind.id]
  const open: IdentityConflictRow[] = []
  for (;;) {
    const rows: readonly IdentityConflictRow[] = await tx.scan('identityConflicts', key, scanned)
    open.push(...rows.filter(({ dismissedAt }) => dismissedAt === null))
    const end = rows.at(-1)
    if (end === undefined || rows.length < scanned || open.length > limit) break
    key = [end.customerId, end.otherId]
  }
  const page = open.slice(0, limit)
  const last = page.at(-1)
  const next =
    open.length > limit && last !== undefined
      ? writeCursor(listName, { id: last.otherId, value: last.customerId })
      : null
  return { rows: page.map(conflictOf), next }
}

function conflictOf({ customerId, otherId, ...row }: IdentityConflictRow): Conflict {
  return {
    customers: [customerId, otherId],
    foundAt: new Date(row.foundAt),
    dismissedAt: dateOf(row.dismissedAt),
  }
}
