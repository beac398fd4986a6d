/**
 * The page of benchmarks shows the latest results, as bench/results has them. After a run of the
 * benchmarks, `LANGGANAN_UPDATE_DOCS=1 vitest run --project=docs benchmarks` writes them into it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, parse } from 'node:path'
import { expect, test } from 'vitest'
import { growthChart } from '../../bench/src/chart/growth-chart.ts'
import type { Figure, Result } from '../../bench/src/result.ts'
import { root } from './pages.ts'

const page = join(root, 'docs/explanation/benchmarks.md')

/** The suites that were measured. */
const suites = readdirSync(join(root, 'bench/results')).map((file) => parse(file).name)

test.each(suites)('the page of benchmarks shows the latest results of %s', (suite) => {
  const between = new RegExp(
    `(?<=<!-- results: ${suite} -->\\n).*(?=<!-- /results: ${suite} -->)`,
    's',
  )
  const text = readFileSync(page, 'utf8')
  const latest = shown(latestOf(suite))
  if (process.env.LANGGANAN_UPDATE_DOCS === '1') writeFileSync(page, text.replace(between, latest))
  else expect(between.exec(text)?.[0]).toBe(latest)
})

test('the chart shows the latest results', () => {
  const file = join(root, 'docs/explanation/growth-on-postgres.svg')
  const latest = growthChart(
    'How time grows with the customers, on Postgres',
    latestOf('postgres-kept').results,
  )
  if (process.env.LANGGANAN_UPDATE_DOCS === '1') writeFileSync(file, latest)
  else expect(readFileSync(file, 'utf8')).toBe(latest)
})

function latestOf(suite: string): Report {
  return JSON.parse(readFileSync(join(root, `bench/results/${suite}.json`), 'utf8'))
}

interface Report {
  readonly machine: Readonly<Record<'date' | 'cpu' | 'node' | 'sqlite', string>> &
    Readonly<Record<'cores' | 'memoryGiB' | 'repetitions', number>> & { readonly postgres?: string }
  readonly results: readonly Result[]
}

function shown({ machine, results }: Report): string {
  const { date, cpu, cores, memoryGiB, node, sqlite, postgres, repetitions } = machine
  const database = postgres === undefined ? `SQLite ${sqlite}` : `Postgres ${postgres}`
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
    `On ${date}: ${cores} cores of ${cpu}, ${memoryGiB} GiB, Node ${node.slice(1)}, ${database}; ${repetitions} runs each.`,
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
