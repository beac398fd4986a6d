import {
  LanggananError,
  type Storage,
  type StorageTransaction,
  type TransactionMode,
} from '@langganan/core/storage'
import { shopIdRequired } from './errors.ts'
import type { HostTransaction } from './host-transaction.ts'
import { isBehind } from './migrations/migrate.ts'
import { Session } from './session.ts'
import { becomeWriter } from './statements/hold.ts'
import { readShopIds } from './statements/shop-ids.ts'
import type { Statements } from './statements/statements.ts'
import { SqlTransaction } from './transaction.ts'

/** The storage around a host's transaction. */
export interface Around {
  readonly statements: Statements
  /** @throws LanggananError `SHOP_CLOSED` */
  assertOpen(): void
  within(hostTransaction: unknown): Storage
}

/** A storage inside a transaction of the host's: each of its own transactions is a savepoint there. */
export class WithinStorage implements Storage {
  readonly name: string
  readonly #host: HostTransaction
  readonly #around: Around
  readonly #statements: Statements
  #isReady = false

  constructor(host: HostTransaction, around: Around) {
    this.name = around.statements.flavor.name
    this.#host = host
    this.#around = around
    this.#statements = around.statements
  }

  shopIds(): Promise<readonly string[]> {
    return this.#call('read', (session) => readShopIds(session, this.#statements))
  }

  async transaction<T>(
    shopId: string,
    mode: TransactionMode,
    work: (tx: StorageTransaction) => Promise<T>,
  ): Promise<T> {
    if (typeof shopId !== 'string' || shopId === '') throw shopIdRequired()
    return this.#call(mode, (session) =>
      new SqlTransaction(session, this.#statements, shopId, mode).run(work),
    )
  }

  within(hostTransaction: unknown): Storage {
    return this.#around.within(hostTransaction)
  }

  async close(): Promise<void> {
    // The connection is the host's, and the storage around it stays open.
  }

  #call<T>(mode: TransactionMode, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#host.provideConnection(async (connection) => {
      this.#around.assertOpen()
      const session = new Session(connection, this.#statements.flavor)
      await this.#begin(session)
      try {
        await this.#host.check(connection)
        await this.#expectSchema(session)
        if (mode !== 'read') await this.#becomeWriter(session)
        const result = await work(session)
        await session.endWithin()
        return result
      } catch (error) {
        const failure = session.failure
        await this.#rollBack(session, error)
        throw failure === 'retry' ? gaveWay(this.name, error) : error
      }
    })
  }

  /** Whoever loses the connection has lost all of the host's transaction, whenever it goes. */
  async #begin(session: Session): Promise<void> {
    try {
      await session.beginWithin()
    } catch (error) {
      throw session.failure === 'lost' ? beyondSaving(this.name, error) : error
    }
  }

  /** Migrating belongs to the storage: inside a transaction of the host's it would hold up everybody. */
  async #expectSchema(session: Session): Promise<void> {
    if (this.#isReady) return
    if (await isBehind(session, this.#statements)) throw notMigrated(this.name)
    this.#isReady = true
  }

  async #becomeWriter(session: Session): Promise<void> {
    if (this.#statements.flavor.sideBySide !== null) return
    try {
      await session.rows(becomeWriter(this.#statements), [], 'becoming the writer')
    } catch (error) {
      throw session.failure === 'busy' ? notTheWriter(this.name, error) : error
    }
  }

  /** Undoes the call alone, so that the host's transaction can go on. */
  async #rollBack(session: Session, error: unknown): Promise<void> {
    try {
      await session.rollBackWithin()
    } catch {
      throw beyondSaving(this.name, error)
    }
  }
}

function notMigrated(name: string): LanggananError {
  return new LanggananError(
    'STORAGE_FAILED',
    `The database of the transaction lacks tables of the ${name} storage, or has them of an older version. Open the shop on that database before the transaction begins: that makes and migrates them.`,
    { field: 'transaction' },
  )
}

function notTheWriter(name: string, cause: unknown): LanggananError {
  return new LanggananError(
    'STORAGE_BUSY',
    `${name} has another writer, or had one since this transaction first read. Roll it back and begin it again, with \`begin immediate\`: then it waits for others at the beginning.`,
    { cause },
  )
}

function gaveWay(name: string, cause: unknown): LanggananError {
  return new LanggananError(
    'STORAGE_BUSY',
    `${name} made the call give way to other writers; it was undone alone. Roll the transaction back and begin all of it again.`,
    { cause },
  )
}

function beyondSaving(name: string, cause: unknown): LanggananError {
  return new LanggananError(
    'STORAGE_FAILED',
    `${name} ended the transaction when the call failed, or lost its connection: all that was done in it is undone. Roll it back, write nothing more on it, and begin again; why it failed is the cause.`,
    { cause },
  )
}
