import {
  LanggananError,
  type Storage,
  type StorageTransaction,
  type TransactionMode,
} from '@langganan/core/storage'
import type { Kysely } from 'kysely'
import { shopIdRequired } from './errors.ts'
import type { FailureKind, SqlFlavor } from './flavor.ts'
import type { HostTransaction } from './host-transaction.ts'
import { isBehind, migrate } from './migrations/migrate.ts'
import { checkedPrefix } from './names.ts'
import { mayBeginAgain, mostAttempts, type Pause, shortPause } from './retries.ts'
import { Session } from './session.ts'
import { readShopIds } from './statements/shop-ids.ts'
import { Statements } from './statements/statements.ts'
import { SqlTransaction } from './transaction.ts'
import { WithinStorage } from './within-storage.ts'

export interface KyselyStorageOptions {
  /** The database; its plugins are not used. Closing the storage destroys it. */
  readonly db: Kysely<unknown>
  readonly flavor: SqlFlavor
  /** What every table's name begins with, such as `shop_`; empty if absent. */
  readonly prefix?: string | undefined
  /** The namespace of the tables, a name that needs no quoting; where the connection looks first if absent. */
  readonly schema?: string | undefined
  /**
   * What was given to `within`, as a transaction of the host's; it throws `INVALID_INPUT` for what is
   * none.
   */
  readonly hostTransaction: (given: unknown) => HostTransaction
  /**
   * Waits before a transaction that gave way to others begins again; some milliseconds at random, more
   * after each attempt, if absent.
   */
  readonly pause?: Pause | undefined
}

/**
 * A storage over a Kysely database. The schema is brought up to date before the first transaction.
 *
 * A transaction that the database undid for the sake of another one, or that lost its connection
 * before it committed, begins again, ten times at most. So does one that met a key which another
 * writer took while it ran: then it sees what the other wrote.
 *
 * @throws LanggananError `INVALID_INPUT` if the prefix cannot begin a table name.
 */
export function kyselyStorage({
  db,
  flavor,
  prefix = '',
  schema,
  hostTransaction,
  pause = shortPause,
}: KyselyStorageOptions): Storage {
  const place = { schema, prefix: checkedPrefix(prefix) }
  const statements = new Statements(db.withoutPlugins(), flavor, place)
  return new KyselyStorage(db, statements, hostTransaction, pause)
}

class KyselyStorage implements Storage {
  readonly name: string
  readonly #db: Kysely<unknown>
  readonly #flavor: SqlFlavor
  readonly #statements: Statements
  readonly #hostTransaction: KyselyStorageOptions['hostTransaction']
  readonly #pause: Pause
  #ready: Promise<void> | undefined
  #isReady = false
  #isClosed = false

  constructor(
    db: Kysely<unknown>,
    statements: Statements,
    hostTransaction: KyselyStorageOptions['hostTransaction'],
    pause: Pause,
  ) {
    this.name = statements.flavor.name
    this.#db = db
    this.#flavor = statements.flavor
    this.#statements = statements
    this.#hostTransaction = hostTransaction
    this.#pause = pause
  }

  async shopIds(): Promise<readonly string[]> {
    await this.#getReady()
    return this.#inTransaction('read', (session) => readShopIds(session, this.#statements))
  }

  async transaction<T>(
    shopId: string,
    mode: TransactionMode,
    work: (tx: StorageTransaction) => Promise<T>,
  ): Promise<T> {
    if (typeof shopId !== 'string' || shopId === '') throw shopIdRequired()
    if (!this.#isReady) await this.#getReady()
    return this.#inTransaction(mode, (session) =>
      new SqlTransaction(session, this.#statements, shopId, mode).run(work),
    )
  }

  within(given: unknown): Storage {
    return new WithinStorage(this.#hostTransaction(given), {
      statements: this.#statements,
      assertOpen: () => this.#assertOpen(),
      within: (other) => this.within(other),
    })
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#db.destroy()
  }

  /** Migrates once for all who wait; after a failure the next caller tries again. */
  async #getReady(): Promise<void> {
    this.#assertOpen()
    this.#ready ??= this.#migrate().catch((error: unknown) => {
      this.#ready = undefined
      throw error
    })
    await this.#ready
    this.#isReady = true
  }

  async #migrate(): Promise<void> {
    const statements = this.#statements
    // Looking first keeps a process that starts from waiting for whoever is writing.
    if (await this.#inTransaction('read', (session) => isBehind(session, statements))) {
      await this.#inTransaction('alone', (session) => migrate(session, statements))
    }
  }

  async #inTransaction<T>(
    mode: TransactionMode,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    for (let attempts = 1; ; attempts += 1) {
      this.#assertOpen()
      const outcome = await this.#attempt(mode, work)
      if ('result' in outcome) return outcome.result
      const { error, failure } = outcome
      if (attempts === mostAttempts || !mayBeginAgain(failure, this.#flavor)) throw error
      // Whoever took a key has committed, so there is nobody to wait for.
      if (failure !== 'conflict') await this.#pause(attempts)
    }
  }

  async #attempt<T>(
    mode: TransactionMode,
    work: (session: Session) => Promise<T>,
  ): Promise<Outcome<T>> {
    return this.#db.getExecutor().provideConnection(async (connection) => {
      const session = new Session(connection, this.#flavor)
      try {
        await session.begin(mode)
      } catch (error) {
        return { error, failure: session.failure }
      }
      try {
        const result = await work(session)
        await session.commit(mode)
        return { result }
      } catch (error) {
        const { failure } = session
        await rollBack(session)
        return { error, failure }
      }
    })
  }

  #assertOpen(): void {
    if (!this.#isClosed) return
    throw new LanggananError('SHOP_CLOSED', 'The storage is closed. Open it again to use it.')
  }
}

/** What a transaction came to, and of what its first statement failed that did. */
type Outcome<T> =
  | { readonly result: T }
  | { readonly error: unknown; readonly failure: FailureKind | undefined }

/** Undoes the transaction after an error, which stays the one that the caller sees. */
async function rollBack(session: Session): Promise<void> {
  try {
    await session.rollBack()
  } catch {
    // The database had ended the transaction itself, or the connection is gone and took it along;
    // the driver does not hand out a connection whose transaction is still open.
  }
}
