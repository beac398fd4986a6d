import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { evaluator } from './evaluator/evaluator.ts'
import { ingest } from './ingest.ts'
import { kept } from './kept/kept.ts'
import { phones } from './phones/phones.ts'
import { pointReads } from './point-reads.ts'
import { type Machine, shown } from './report.ts'
import type { Result } from './result.ts'
import { removeScratch } from './scratch.ts'
import { segmentCount } from './segment-count.ts'
import { sqlByHand } from './sql/sql.ts'
import { sqliteVersion } from './versions.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    repetitions: { type: 'string', default: '7' },
    /** Show the results and write nothing. */
    'dry-run': { type: 'boolean', default: false },
    /** Tracked segments also of a million customers. */
    full: { type: 'boolean', default: false },
    /** A folder in which large shops stay for the next run. */
    shops: { type: 'string' },
  },
})

/** Each has a file of results of its own. */
const suites: ReadonlyMap<string, (repetitions: number) => Promise<Result[]>> = new Map([
  [
    'sqlite',
    async (repetitions) => [
      await ingest(repetitions),
      ...(await pointReads(repetitions)),
      await segmentCount(repetitions),
    ],
  ],
  ['evaluator', evaluator],
  ['phones', phones],
  ['sql', (repetitions) => sqlByHand(repetitions, { shops: values.shops })],
  ['kept', (repetitions) => kept(repetitions, { full: values.full, shops: values.shops })],
])

const repetitions = Number(values.repetitions)
const chosen = positionals.length === 0 ? [...suites.keys()] : positionals

try {
  for (const name of chosen) {
    const suite = suites.get(name)
    if (suite === undefined) throw new Error(`There is no suite ${name}: ${[...suites.keys()]}.`)
    const results = await suite(repetitions)
    show(results)
    if (!values['dry-run']) write(name, results)
  }
} finally {
  removeScratch()
}

function machine(): Machine {
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    sqlite: sqliteVersion(),
    repetitions,
  }
}

function show(results: readonly Result[]): void {
  console.log(
    Object.entries(machine())
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

function write(suite: string, results: readonly Result[]): void {
  mkdirSync(atRoot('bench/results'), { recursive: true })
  writeFileSync(
    atRoot(`bench/results/${suite}.json`),
    `${JSON.stringify({ machine: machine(), results }, null, 2)}\n`,
  )
}

function atRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
