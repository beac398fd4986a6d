/**
 * The page of benchmarks shows the latest results, as bench/results has them. After a run of the
 * benchmarks, `LANGGANAN_UPDATE_DOCS=1 vitest run --project=docs benchmarks` writes them into it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Figure, Result } from '../../bench/src/result.ts'
import { root } from './pages.ts'

const page = join(root, 'docs/explanation/benchmarks.md')

test.each(['sqlite', 'sql', 'kept', 'evaluator'])(
  'the page of benchmarks shows the latest results of %s',
  (suite) => {
    const between = new RegExp(
      `(?<=<!-- results: ${suite} -->\\n).*(?=<!-- /results: ${suite} -->)`,
      's',
    )
    const text = readFileSync(page, 'utf8')
    const latest = shown(
      JSON.parse(readFileSync(join(root, `bench/results/${suite}.json`), 'utf8')),
    )
    if (process.env.LANGGANAN_UPDATE_DOCS === '1')
      writeFileSync(page, text.replace(between, latest))
    else expect(between.exec(text)?.[0]).toBe(latest)
  },
)

interface Report {
  readonly machine: Readonly<Record<'date' | 'cpu' | 'node' | 'sqlite', string>> &
    Readonly<Record<'cores' | 'memoryGiB' | 'repetitions', number>>
  readonly results: readonly Result[]
}

function shown({ machine, results }: Report): string {
  const { date, cpu, cores, memoryGiB, node, sqlite, repetitions } = machine
  const rows = results.map(({ name, against, goal, ratio, isMet, ours, theirs }) =>
    [
      name,
      against ?? '',
      goal,
      ratio?.toFixed(2) ?? '',
      goal === '' ? '' : isMet ? 'yes' : 'no',
      figure(ours),
      theirs === null ? '' : figure(theirs),
    ].join(' | '),
  )
  return [
    `On ${date}: ${cores} cores of ${cpu}, ${memoryGiB} GiB, Node ${node.slice(1)}, SQLite ${sqlite}; ${repetitions} runs each.`,
    '',
    '| what | against | goal | ratio | met | ours | theirs |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n')
}

function figure({ median, spread, unit }: Figure): string {
  const value = median >= 1_000 ? Math.round(median).toLocaleString('en') : median.toPrecision(3)
  return `${value} ${unit} ± ${Math.round(spread * 50)} %`
}
