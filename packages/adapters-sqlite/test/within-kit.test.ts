/** The kit through `within`: each transaction of the storage is made inside one of a host's. */
import { hostedStorage, storageKit } from '@langganan/core/testing'
import Database from 'better-sqlite3'
import { sqliteStorage } from '../src/index.ts'
import { temporaryFile } from './support/temporary-file.ts'

storageKit({
  name: "an SQLite file inside a host's transactions",
  open: () => {
    const filename = temporaryFile()
    const storage = sqliteStorage({ filename })
    // The host's connection outlives the storage, as it does in a program.
    const host = new Database(filename)
    host.pragma('synchronous = full')
    let last: Promise<unknown> = Promise.resolve()
    // A connection has one transaction at a time.
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const run = last.then(work)
      last = run.catch(() => undefined)
      return run
    }
    return hostedStorage(storage, (work) =>
      inTurn(async () => {
        host.exec('begin immediate')
        try {
          const result = await work(host)
          host.exec('commit')
          return result
        } catch (error) {
          host.exec('rollback')
          throw error
        }
      }),
    )
  },
  predicates: 200,
})
