import type { Figure, Result } from './result.ts'

export interface Machine {
  readonly date: string
  readonly cpu: string
  readonly cores: number
  readonly memoryGiB: number
  readonly node: string
  readonly sqlite: string
  readonly repetitions: number
}

/** The page of the documentation that shows the latest results. */
export function pageOf(machine: Machine, results: readonly Result[]): string {
  return `# Benchmarks

Ratios against peers in the same run: the two take turns, and medians are compared, so a machine that is slow or busy is so for both. Absolute figures are this machine's.

\`npx -y pnpm@12.21.0 bench\` measures again and writes this page and \`bench/results/sqlite.json\`. Timings decide no test.

| what | against | goal | ratio | met | ours | peer |
|---|---|---|---|---|---|---|
${results.map(rowOf).join('\n')}

${machine.date} · ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB · Node ${machine.node} · SQLite ${machine.sqlite} · ${machine.repetitions} repetitions. ± is half the distance of the fastest from the slowest, of the median.

- **Ingest**: 3,000 orders of 20 lines each for 800 new customers, by \`transactions.recordMany\` in batches of 500. The peer runs one prepared statement per table over the very same rows, in the same transactions: ledger, facts, keys and log too.
- **Point reads**: a facts row by key through the storage port, and a whole customer by \`customers.get\`, one transaction each. The peer runs the same selects, prepared once.
- **Segment count**: who has a lifetime value of Rp 1.000.000 or more, among 50,000 customers with 500,000 transactions. The peer adds up the payments in SQL. Both give the same number, which is checked first.
`
}

function rowOf({ name, against, goal, ratio, isMet, ours, theirs }: Result): string {
  const met = isMet ? 'yes' : '**no**'
  return `| ${name} | ${against} | ${goal} | ${ratio.toFixed(2)} | ${met} | ${shown(ours)} | ${shown(theirs)} |`
}

/** A median with its unit and spread. */
export function shown({ median, spread, unit }: Figure): string {
  const value = median >= 1_000 ? Math.round(median).toLocaleString('en') : median.toPrecision(3)
  return `${value} ${unit} ±${Math.round(spread * 50)} %`
}
