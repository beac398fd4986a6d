import { type BetterSqlite3Connection, sqliteStorage } from '@langganan/adapters-sqlite'
import type { Condition } from '@langganan/core/storage'
import type Database from 'better-sqlite3'
import { shopId } from '../kept/grown-shop.ts'

/** A statement with what it is run with. */
export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** The statement by which the storage counts who satisfies a condition. */
export async function countingStatement(
  database: Database.Database,
  where: Condition,
): Promise<Statement> {
  const runs: Statement[] = []
  const storage = sqliteStorage({ database: recording(database, runs) })
  await storage.transaction(shopId, 'read', (tx) => tx.count(where))
  await storage.close()
  const found = runs.findLast(({ sql }) => sql.startsWith('select count(*)'))
  if (found === undefined) throw new Error('The storage did not count.')
  return found
}

/** A connection that stays open and writes down what is asked of it. */
function recording(database: Database.Database, runs: Statement[]): BetterSqlite3Connection {
  return {
    get inTransaction() {
      return database.inTransaction
    },
    prepare(sql) {
      const statement = database.prepare(sql)
      return {
        reader: statement.reader,
        safeIntegers: (on) => statement.safeIntegers(on),
        all(...parameters) {
          runs.push({ sql, parameters: parameters.flat() })
          return statement.all(...parameters)
        },
        run: (...parameters) => statement.run(...parameters),
      }
    },
    close: () => undefined,
  }
}
