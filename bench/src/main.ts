import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ingest } from './ingest.ts'
import { pointReads } from './point-reads.ts'
import { type Machine, shown } from './report.ts'
import { removeScratch } from './scratch.ts'
import { segmentCount } from './segment-count.ts'
import { sqliteVersion } from './versions.ts'

const { values } = parseArgs({
  options: {
    repetitions: { type: 'string', default: '7' },
    /** Show the results and write nothing. */
    'dry-run': { type: 'boolean', default: false },
  },
})
const repetitions = Number(values.repetitions)

try {
  const results = [
    await ingest(repetitions),
    ...(await pointReads(repetitions)),
    await segmentCount(repetitions),
  ]
  const machine: Machine = {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    sqlite: sqliteVersion(),
    repetitions,
  }
  console.log(
    Object.entries(machine)
      .map(([name, value]) => `${name} ${value}`)
      .join(' · '),
  )
  console.table(
    results.map(({ name, goal, ratio, isMet, ours, theirs }) => ({
      what: name,
      goal,
      ratio: ratio.toFixed(2),
      met: isMet ? 'yes' : 'no',
      ours: shown(ours),
      peer: shown(theirs),
    })),
  )
  if (!values['dry-run']) {
    mkdirSync(atRoot('bench/results'), { recursive: true })
    writeFileSync(
      atRoot('bench/results/sqlite.json'),
      `${JSON.stringify({ machine, results }, null, 2)}\n`,
    )
  }
} finally {
  removeScratch()
}

function atRoot(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
