import { Socket } from 'node:net'
import { FaultPoints, type FaultyStorage } from '@langganan/core/testing'
import type pg from 'pg'
import { type HostClient, type HostPool, postgresStorage } from '../../src/index.ts'
import { newSchema, openPool } from './storages.ts'

/**
 * How a statement fails: the server refuses it; the connection is lost before it is sent, or before
 * its answer comes; or the driver gives up waiting for the answer, and the connection stays.
 */
const ways = ['refused', 'lost before', 'lost after', 'given up'] as const
type Way = (typeof ways)[number]

/** A schema of its own, and a pool whose statements can fail. */
export function faultyPostgres(): FaultyStorage {
  const inner = openPool()
  const schema = newSchema()
  const points = new FaultPoints<Way>()
  const storage = postgresStorage({ pool: faultyPool(inner, points), schema })
  const observer = postgresStorage({ pool: inner, schema })
  return {
    storage,
    observer,
    ways,
    failAt: (point, way) => points.failAt(point, ways.find((each) => each === way) ?? 'refused'),
    heal: () => points.heal(),
    close: () => inner.end(),
  }
}

function faultyPool(inner: pg.Pool, points: FaultPoints<Way>): HostPool {
  const known = new WeakMap<HostClient, HostClient>()
  return {
    async connect() {
      const client = await inner.connect()
      const faulty = known.get(client) ?? faultyClient(client, points)
      known.set(client, faulty)
      return faulty
    },
  }
}

function faultyClient(client: pg.PoolClient, points: FaultPoints<Way>): HostClient {
  const plain: HostClient = client
  return {
    async query(statement) {
      const way = points.pass(statement.text === 'commit')
      if (way === 'lost before') cut(client)
      if (way === 'refused') await client.query('select 1 / 0')
      const answer = await plain.query(statement)
      if (way === 'lost after') {
        cut(client)
        throw new Error('Connection terminated unexpectedly')
      }
      if (way === 'given up') throw new Error('Query read timeout')
      return answer
    },
    release: (destroy) => client.release(destroy),
    on: (event, listener) => client.on(event, listener),
    removeListener: (event, listener) => client.removeListener(event, listener),
  }
}

/** The socket goes, as when a cable is pulled; the server undoes what was open. */
function cut(client: pg.PoolClient): void {
  const connection: unknown = Reflect.get(client, 'connection')
  const stream: unknown =
    typeof connection === 'object' && connection ? Reflect.get(connection, 'stream') : undefined
  if (!(stream instanceof Socket)) throw new Error('pg keeps its socket elsewhere now')
  stream.destroy()
}
