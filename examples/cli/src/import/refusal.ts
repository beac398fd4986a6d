import { CliError } from '../errors/cli-error.ts'
import type { Staging } from './staging.ts'

/** Wrong rows that one message names. */
export const mostNamed = 20

/**
 * The error of a file with wrong rows: the first of them, and how many there are.
 *
 * @param hint what may put many of them right at once
 */
export function refusal(staging: Staging, hint?: string): CliError {
  const { problemCount } = staging
  const named = [...staging.problems(mostNamed)]
  const [first] = named
  const messages = named.map(({ message }) => message)
  const before = hint === undefined ? '' : `${hint} `
  const text =
    problemCount === 1
      ? `${before}${messages.join('')} Nothing was imported.`
      : `${before}${problemCount.toLocaleString('en-US')} rows are wrong, and nothing was imported. Correct them, or leave their orders out with --skip-invalid.\n${listed(messages, problemCount)}`
  return new CliError(
    first?.code === 'TIME_IN_FUTURE' ? 'TIME_IN_FUTURE' : 'INVALID_INPUT',
    text,
    first?.field,
  )
}

function listed(messages: readonly string[], count: number): string {
  const more = count - messages.length
  return [...messages, ...(more > 0 ? [`And ${more.toLocaleString('en-US')} more.`] : [])]
    .map((line) => `  ${line}`)
    .join('\n')
}
