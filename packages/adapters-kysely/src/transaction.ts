import {
  type Cell,
  type Condition,
  type Keys,
  LanggananError,
  type Member,
  type MembersQuestion,
  type Reports,
  type RowChanges,
  type Rows,
  type StorageTransaction,
  type TableName,
  type TransactionMode,
  tables,
} from '@langganan/core/storage'
import { applyChanges } from './apply.ts'
import { findRows } from './find-rows.ts'
import { countMembers } from './members/count-members.ts'
import { findMembers } from './members/find-members.ts'
import { NumberedRows } from './numbered-rows.ts'
import { report } from './reports/report.ts'
import type { Session } from './session.ts'
import { keyColumns } from './statements/columns.ts'
import { boundList } from './statements/fragments.ts'
import { type Hold, holdCustomers, holdShop } from './statements/hold.ts'
import { getMany, getOne, scan } from './statements/read.ts'
import type { Statements } from './statements/statements.ts'

/** One shop inside one SQL transaction; of no use once that has ended. */
export class SqlTransaction implements StorageTransaction {
  readonly session: Session
  readonly statements: Statements
  readonly shopId: string
  readonly #mode: TransactionMode
  readonly #numbered: NumberedRows
  #ended = false
  #failure: unknown

  constructor(session: Session, statements: Statements, shopId: string, mode: TransactionMode) {
    this.session = session
    this.statements = statements
    this.shopId = shopId
    this.#mode = mode
    this.#numbered = new NumberedRows(this, () => this.#hold('write', 'holdNumbers'))
  }

  async get<T extends TableName>(table: T, keys: readonly Keys[T][]): Promise<readonly Rows[T][]> {
    this.#assertOpen()
    const doing = `reading ${table}`
    const [first] = keys
    if (first === undefined) return []
    const columns = keyColumns(table)
    if (keys.length === 1 || columns.length === 0) {
      return this.session.rows(getOne(this.statements, table), [this.shopId, ...first], doing)
    }
    const list = boundList(this.statements.flavor, columns, keys)
    return this.session.rows(getMany(this.statements, table), [this.shopId, ...list], doing)
  }

  async find<T extends TableName>(
    table: T,
    index: string,
    prefixes: readonly (readonly Cell[])[],
  ): Promise<readonly Rows[T][]> {
    this.#assertOpen()
    return findRows(this, table, index, prefixes)
  }

  async scan<T extends TableName>(
    table: T,
    after: Keys[T] | null,
    limit: number,
  ): Promise<readonly Rows[T][]> {
    this.#assertOpen()
    // A table without a key of its own holds one row.
    if (after !== null && tables[table].key.length === 0) return []
    const statement = scan(this.statements, table, after !== null)
    return this.session.rows(statement, [this.shopId, ...(after ?? []), limit], `scanning ${table}`)
  }

  async lock(customerIds: readonly string[]): Promise<void> {
    this.#assertOpen()
    const { sideBySide } = this.statements.flavor
    // Elsewhere nobody else writes.
    if (this.#mode !== 'write' || sideBySide === null || customerIds.length === 0) return
    const keys = customerIds.map((id) => [id])
    const list = boundList(this.statements.flavor, keyColumns('customers'), keys)
    const statement = holdCustomers(this.statements, sideBySide)
    await this.session.rows(statement, [this.shopId, ...list], 'locking customers')
  }

  async apply(changes: RowChanges): Promise<void> {
    this.#assertOpen()
    if (this.#mode === 'read') {
      throw new LanggananError(
        'STORAGE_FAILED',
        'A read transaction cannot write; begin one with `write`.',
      )
    }
    try {
      await applyChanges(this, changes)
      await this.#numbered.add(changes.insert)
    } catch (error) {
      this.#failure = error
      throw error
    }
  }

  async members(question: MembersQuestion): Promise<readonly Member[]> {
    this.#assertOpen()
    return findMembers(this, question)
  }

  async count(where: Condition): Promise<number> {
    this.#assertOpen()
    return countMembers(this, where)
  }

  async report<K extends keyof Reports>(
    kind: K,
    question: Reports[K]['question'],
  ): Promise<Reports[K]['answer']> {
    this.#assertOpen()
    return report(this, kind, question)
  }

  /**
   * Does the work, takes no calls after it, and leaves nothing to do but to commit.
   *
   * @throws what a failed `apply` threw, even if the work caught it: half of it may be written.
   */
  async run<T>(work: (tx: StorageTransaction) => Promise<T>): Promise<T> {
    await this.#hold('write', 'holdWithOthers')
    await this.#hold('alone', 'holdAlone')
    const result = await this.#ending(work)
    if (this.#failure !== undefined) throw this.#failure
    await this.#numbered.write()
    return result
  }

  async #ending<T>(work: (tx: StorageTransaction) => Promise<T>): Promise<T> {
    try {
      return await work(this)
    } finally {
      this.#ended = true
    }
  }

  /** Holds something of the shop if this transaction is of that mode and others may run beside it. */
  async #hold(mode: TransactionMode, hold: Hold): Promise<void> {
    const { sideBySide } = this.statements.flavor
    if (this.#mode !== mode || sideBySide === null) return
    const statement = holdShop(this.statements, sideBySide, hold)
    await this.session.rows(statement, [this.shopId], 'waiting for other writers of the shop')
  }

  #assertOpen(): void {
    if (!this.#ended) return
    throw new LanggananError(
      'STORAGE_FAILED',
      'The transaction has ended; await every call on it before the work returns.',
    )
  }
}
