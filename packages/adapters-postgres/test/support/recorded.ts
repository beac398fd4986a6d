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
  const known = new WeakMap<HostClient, HostClient>()
  const pool: HostPool = {
    async connect() {
      const client = await inner.connect()
      const noting = known.get(client) ?? notingClient(client, runs)
      known.set(client, noting)
      return noting
    },
  }
  return { pool, runs }
}

function notingClient(client: HostClient, runs: Run[]): HostClient {
  return {
    query(statement) {
      runs.push({ sql: statement.text, name: statement.name, parameters: statement.values })
      return client.query(statement)
    },
    release: (destroy) => client.release(destroy),
    on: (event, listener) => client.on(event, listener),
    removeListener: (event, listener) => client.removeListener(event, listener),
  }
}
