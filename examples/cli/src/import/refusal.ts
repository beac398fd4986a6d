import { CliError } from '../errors/cli-error.ts'
import { type AlikeProblems, alikeProblems } from './alike-problems.ts'
import type { Staging } from './staging.ts'

/** Wrong rows, or kinds of them, that one message names. */
export const mostNamed = 20

/**
 * The error of a file with wrong rows: the first of them, those alike as one, and how many there are.
 *
 * @param hint what may put many of them right at once
 */
export function refusal(staging: Staging, hint?: string): CliError {
  const { problemCount } = staging
  const named = alikeProblems(staging.problems()).slice(0, mostNamed)
  const first = named[0]?.first
  const before = hint === undefined ? '' : `${hint} `
  const text =
    problemCount === 1
      ? `${before}${named[0]?.message} Nothing was imported.`
      : `${before}${problemCount.toLocaleString('en-US')} rows are wrong, and nothing was imported. Correct them, or leave their orders out with --skip-invalid.\n${listed(named, problemCount)}`
  return new CliError(
    first?.code === 'TIME_IN_FUTURE' ? 'TIME_IN_FUTURE' : 'INVALID_INPUT',
    text,
    first?.field,
  )
}

function listed(named: readonly AlikeProblems[], count: number): string {
  const more = count - named.reduce((sum, each) => sum + each.count, 0)
  const messages = named.map(({ message }) => message)
  return [...messages, ...(more > 0 ? [`And ${more.toLocaleString('en-US')} more.`] : [])]
    .map((line) => `  ${line}`)
    .join('\n')
}
