import { storageError } from '@langganan/adapters-kysely'
import { CompiledQuery, type Kysely } from 'kysely'
import { sqliteFlavor } from '../sqlite-flavor.ts'

/** Runs one statement on the storage's connection. */
export type RunSql = <R>(sql: string, parameters?: readonly unknown[]) => Promise<readonly R[]>

/** Takes the connection for some statements, which no call of a shop comes between; `doing` names them in errors. */
export async function runOn<T>(
  db: Kysely<unknown>,
  doing: string,
  work: (run: RunSql) => Promise<T>,
): Promise<T> {
  return db.connection().execute((connection) =>
    work(async <R>(sql: string, parameters: readonly unknown[] = []) => {
      try {
        return (await connection.executeQuery<R>(CompiledQuery.raw(sql, [...parameters]))).rows
      } catch (error) {
        throw storageError(sqliteFlavor, error, doing)
      }
    }),
  )
}
