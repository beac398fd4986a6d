import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { evaluator } from './evaluator/evaluator.ts'
import { ingest } from './ingest.ts'
import { kept, keptSizes } from './kept/kept.ts'
import { sqliteShops } from './kept/sqlite-shops.ts'
import { phones } from './phones/phones.ts'
import { pointReads } from './point-reads.ts'
import { postgres, postgresKept } from './postgres/postgres.ts'
import { type Machine, shown } from './report.ts'
import type { Result } from './result.ts'
import { removeScratch } from './scratch.ts'
import { segmentCount } from './segment-count.ts'
import { sqlByHand } from './sql/sql.ts'
import { sqliteVersion } from './versions.ts'
import { postgresWebhooks, webhooks } from './webhooks/webhooks.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repetitions: { type: 'string', default: '7' },
    /** Show the results and write nothing. */
    'dry-run': { type: 'boolean', default: false },
    /** Tracked segments also of a million customers. */
    full: { type: 'boolean', default: false },
    /** Tracked segments of so many customers, even ones of two thousand, instead of a hundred thousand. */
    largest: { type: 'string' },
    /** A folder in which large shops stay for the next run. */
    shops: { type: 'string' },
  },
})

/** What came out of a suite, and on which Postgres where it ran on one. */
interface Outcome {
  readonly results: readonly Result[]
  readonly postgres?: string
}

/** Each has a file of results of its own. */
const suites: ReadonlyMap<string, (repetitions: number) => Promise<Outcome>> = new Map([
  ['sqlite', withoutServer(sqlite)],
  ['evaluator', withoutServer(evaluator)],
  ['sql', withoutServer((repetitions) => sqlByHand(repetitions, { shops: values.shops }))],
  [
    'kept',
    withoutServer(async (repetitions) =>
      kept(await sqliteShops(keptSizes(largest), values.shops), repetitions),
    ),
  ],
  ['phones', withoutServer(phones)],
  ['postgres', postgres],
  ['postgres-kept', (repetitions) => postgresKept(repetitions, keptSizes(largest))],
  ['webhooks', withoutServer(webhooks)],
  ['postgres-webhooks', postgresWebhooks],
])

const repetitions = Number(values.repetitions)
const largest = Number(values.largest ?? (values.full ? 1_000_000 : 100_000))
const chosen = positionals.length === 0 ? [...suites.keys()] : positionals

try {
  for (const name of chosen) {
    const suite = suites.get(name)
    if (suite === undefined) throw new Error(`There is no suite ${name}: ${[...suites.keys()]}.`)
    const outcome = await suite(repetitions)
    show(outcome)
    if (!values['dry-run']) write(name, outcome)
  }
} finally {
  removeScratch()
}

async function sqlite(repetitions: number): Promise<readonly Result[]> {
  return [
    await ingest(repetitions),
    ...(await pointReads(repetitions)),
    await segmentCount(repetitions),
  ]
}

function withoutServer(suite: (repetitions: number) => Promise<readonly Result[]>) {
  return async (repetitions: number): Promise<Outcome> => ({ results: await suite(repetitions) })
}

function machine(postgres: string | undefined): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    sqlite: sqliteVersion(),
    ...(postgres === undefined ? {} : { postgres }),
    repetitions,
  }
}

function show({ results, postgres }: Outcome): void {
  console.log(
    Object.entries(machine(postgres))
      .map(([name, value]) => `${name} ${value}`)
      .join(' · '),
  )
  console.table(
    results.map(({ name, goal, ratio, isMet, ours, theirs, against }) => ({
      what: name,
      goal,
      ratio: ratio?.toFixed(2) ?? '',
      met: goal === '' ? '' : isMet ? 'yes' : 'no',
      ours: shown(ours),
      peer: theirs === null ? '' : shown(theirs),
      against: against ?? '',
    })),
  )
}

function write(suite: string, { results, postgres }: Outcome): void {
  mkdirSync(atRoot('bench/results'), { recursive: true })
  writeFileSync(
    atRoot(`bench/results/${suite}.json`),
    `${JSON.stringify({ machine: machine(postgres), results }, null, 2)}\n`,
  )
}

function atRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
