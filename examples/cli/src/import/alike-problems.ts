import { oneLine } from '../output/one-line.ts'
import { problemText } from './problem-text.ts'
import type { Problem } from './staged-line.ts'

/** Rows that are wrong in the same way, in the same column. */
export interface AlikeProblems {
  /** What is wrong with the first of them. */
  readonly first: Problem
  readonly count: number
  /** What to say of all of them. */
  readonly message: string
}

interface Group {
  readonly first: Problem
  readonly spans: { from: number; to: number }[]
  count: number
}

/** Ways that are told apart; more would be as many as the rows. */
const mostWays = 1_000
const mostSpans = 10

/** Wrong rows by what is wrong with them, each way where it comes first in the file. */
export function alikeProblems(problems: Iterable<Problem>): readonly AlikeProblems[] {
  const groups = new Map<string, Group>()
  for (const problem of problems) {
    // Numbers are of the row: where it is, and what two readings of it would be.
    const key = `${problem.code} ${saidOf(problem).replace(/\d+/g, '0')}`
    const group = groups.get(key)
    if (group !== undefined) extend(group, problem.row)
    else if (groups.size < mostWays) {
      const spans = [{ from: problem.row, to: problem.row }]
      groups.set(key, { first: problem, spans, count: 1 })
    }
  }
  return [...groups.values()].map((group) => ({
    first: group.first,
    count: group.count,
    message: messageOf(group),
  }))
}

function extend(group: Group, row: number): void {
  group.count += 1
  const last = group.spans.at(-1)
  if (last?.to === row - 1) last.to = row
  else if (group.spans.length < mostSpans) group.spans.push({ from: row, to: row })
}

function messageOf({ first, spans, count }: Group): string {
  if (count === 1) return problemText(first)
  const named = spans.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`))
  const more = count - spans.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const others = more === 0 ? '' : ` and ${more.toLocaleString('en-US')} more`
  const found = first.cell === null ? '' : ` The first has "${oneLine(first.cell)}".`
  return `Rows ${named.join(', ')}${others}${saidOf(first)}${found}`
}

/** The message behind its row: `, column Harga: Expected …`. */
function saidOf({ message, row }: Problem): string {
  const place = `Row ${row}`
  return message.startsWith(place) ? message.slice(place.length) : message
}
