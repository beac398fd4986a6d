import { LanggananError, type Storage, type StorageTransaction } from '@langganan/core/storage'
import { CompiledQuery, type Kysely } from 'kysely'
import { shopIdRequired } from './errors.ts'
import type { SqlFlavor } from './flavor.ts'
import { isBehind, migrate } from './migrations/migrate.ts'
import { checkedPrefix } from './names.ts'
import { Session } from './session.ts'
import { shopIds } from './statements/read.ts'
import { Statements } from './statements/statements.ts'
import { SqlTransaction } from './transaction.ts'

export interface KyselyStorageOptions {
  /** The database; its plugins are not used. Closing the storage destroys it. */
  readonly db: Kysely<unknown>
  readonly flavor: SqlFlavor
  /** What every table's name begins with, such as `shop_`; empty if absent. */
  readonly prefix?: string | undefined
  /** The namespace of the tables, a name that needs no quoting; where the connection looks first if absent. */
  readonly schema?: string | undefined
}

type Mode = 'read' | 'write'

/**
 * A storage over a Kysely database. The schema is brought up to date before the first transaction.
 *
 * @throws LanggananError `INVALID_INPUT` if the prefix cannot begin a table name.
 */
export function kyselyStorage({ db, flavor, prefix = '', schema }: KyselyStorageOptions): Storage {
  const place = { schema, prefix: checkedPrefix(prefix) }
  return new KyselyStorage(db, flavor, new Statements(db.withoutPlugins(), flavor, place))
}

class KyselyStorage implements Storage {
  readonly name: string
  readonly #db: Kysely<unknown>
  readonly #flavor: SqlFlavor
  readonly #statements: Statements
  #ready: Promise<void> | undefined
  #isReady = false
  #isClosed = false

  constructor(db: Kysely<unknown>, flavor: SqlFlavor, statements: Statements) {
    this.name = flavor.name
    this.#db = db
    this.#flavor = flavor
    this.#statements = statements
  }

  async shopIds(): Promise<readonly string[]> {
    await this.#getReady()
    const shops = await this.#inTransaction('read', (session) =>
      session.rows<{ readonly id: string }>(shopIds(this.#statements), [], 'listing the shops'),
    )
    return shops.map(({ id }) => id)
  }

  async transaction<T>(
    shopId: string,
    mode: Mode,
    work: (tx: StorageTransaction) => Promise<T>,
  ): Promise<T> {
    if (typeof shopId !== 'string' || shopId === '') throw shopIdRequired()
    if (!this.#isReady) await this.#getReady()
    return this.#inTransaction(mode, async (session) => {
      if (mode === 'write') await lockShop(session, this.#statements, shopId)
      return new SqlTransaction(session, this.#statements, shopId, mode).run(work)
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
      await this.#inTransaction('write', (session) => migrate(session, statements))
    }
  }

  async #inTransaction<T>(mode: Mode, work: (session: Session) => Promise<T>): Promise<T> {
    this.#assertOpen()
    return this.#db.getExecutor().provideConnection(async (connection) => {
      const session = new Session(connection, this.#flavor)
      await session.begin(mode)
      try {
        const result = await work(session)
        await session.rows(commit, [], 'committing')
        return result
      } catch (error) {
        await rollBack(session)
        throw error
      }
    })
  }

  #assertOpen(): void {
    if (!this.#isClosed) return
    throw new LanggananError('SHOP_CLOSED', 'The storage is closed. Open it again to use it.')
  }
}

/** Keeps the shop's other writers out where beginning to write has not. */
async function lockShop(session: Session, statements: Statements, shopId: string): Promise<void> {
  const lock = statements.flavor.lockShop
  if (lock === undefined) return
  const statement = statements.of('lock shop', () => lock(statements))
  await session.rows(statement, [shopId], 'waiting for other writers')
}

const commit = CompiledQuery.raw('commit')
const rollback = CompiledQuery.raw('rollback')

/** Undoes the transaction after an error, which stays the one that the caller sees. */
async function rollBack(session: Session): Promise<void> {
  try {
    await session.rows(rollback, [], 'rolling back')
  } catch {
    // The database had ended the transaction itself, or the connection is gone and took it along;
    // the driver does not hand out a connection whose transaction is still open.
  }
}
