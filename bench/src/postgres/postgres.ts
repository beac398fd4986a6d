import { kept } from '../kept/kept.ts'
import type { Result } from '../result.ts'
import { postgresShops } from './grown-shops.ts'
import { ingest } from './ingest.ts'
import { pointReads } from './point-reads.ts'
import { segmentCount } from './segment-count.ts'
import { onServer, type Server } from './server.ts'

/** What came out, and the version of the server. */
export interface OnPostgres {
  readonly results: readonly Result[]
  readonly postgres: string
}

/** Writing and reading beside the raw driver. */
export function postgres(repetitions: number): Promise<OnPostgres> {
  return measured(async (server) => [
    await ingest(server, repetitions),
    ...(await pointReads(server, repetitions)),
    await segmentCount(server, repetitions),
  ])
}

/** Fifty tracked segments, in shops of these sizes. */
export function postgresKept(repetitions: number, sizes: readonly number[]): Promise<OnPostgres> {
  return measured(async (server) => kept(await postgresShops(server, sizes), repetitions))
}

function measured(suite: (server: Server) => Promise<readonly Result[]>): Promise<OnPostgres> {
  return onServer(async (server) => ({
    results: await suite(server),
    postgres: server.version,
  }))
}
