import { CliError } from '../errors/cli-error.ts'
import { problemText } from '../import/problem-text.ts'
import { mostNamed } from '../import/refusal.ts'
import type { Problem } from '../import/staged-line.ts'
import { styleFor } from '../output/style.ts'

/** Tells each wrong row on stderr as it is left out: all of them as lines of JSON, or the first to people. */
export class LeftOut {
  readonly #asJson: boolean
  #told = 0

  constructor(asJson: boolean) {
    this.#asJson = asJson
  }

  tell(problem: Problem): void {
    const { code, field, order, row } = problem
    const message = problemText(problem)
    this.#told += 1
    if (this.#asJson) {
      const line = { error: { code, message, field }, order, row }
      process.stderr.write(`${JSON.stringify(line)}\n`)
    } else if (this.#told <= mostNamed) {
      process.stderr.write(`${styleFor(process.stderr).yellow('left out:')} ${message}\n`)
    } else if (this.#told === mostNamed + 1) {
      process.stderr.write('There are more; --json names all.\n')
    }
  }

  /** @throws CliError `ORDERS_LEFT_OUT` if there were some: what was asked for is not all done. */
  end(orders: number, isTrial: boolean): void {
    if (orders === 0) return
    const what = orders === 1 ? '1 order' : `${orders.toLocaleString('en-US')} orders`
    const were = orders === 1 ? 'was' : 'were'
    throw new CliError(
      'ORDERS_LEFT_OUT',
      isTrial
        ? `${what} would be left out. Correct what is named, or import the others.`
        : `${what} ${were} left out; the others are imported. Correct what is named and import the file again.`,
      'file',
    )
  }
}
