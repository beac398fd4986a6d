import { onTestFinished } from 'vitest'
import type { HostClient, HostPool } from '../../src/index.ts'
import { openPool } from './storages.ts'

/** A run of a statement. */
export interface Run {
  readonly sql: string
  readonly name: string | undefined
  readonly parameters: readonly unknown[]
}

export interface Recorded {
  readonly pool: HostPool
  readonly runs: Run[]
}

/** A pool of a host that writes down what is asked of it. */
export function recorded(max = 3): Recorded {
  const inner = openPool({ max })
  onTestFinished(() => inner.end())
  const runs: Run[] = []
  return { pool: noting(inner, (run) => runs.push(run)), runs }
}

/** A pool that tells of each run before it lets it through. */
export function noting(inner: HostPool, note: (run: Run, client: HostClient) => void): HostPool {
  const known = new WeakMap<HostClient, HostClient>()
  return {
    async connect() {
      const client = await inner.connect()
      const telling = known.get(client) ?? notingClient(client, (run) => note(run, client))
      known.set(client, telling)
      return telling
    },
  }
}

function notingClient(client: HostClient, note: (run: Run) => void): HostClient {
  return {
    query(statement) {
      note({ sql: statement.text, name: statement.name, parameters: statement.values })
      return client.query(statement)
    },
    release: (destroy) => client.release(destroy),
    on: (event, listener) => client.on(event, listener),
    removeListener: (event, listener) => client.removeListener(event, listener),
  }
}
