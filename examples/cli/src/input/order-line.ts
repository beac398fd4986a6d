import { CliError } from '../errors/cli-error.ts'
import type { Session } from '../session/session.ts'

/** A line of an order as it was typed, amounts in minor units. */
export interface TypedLine {
  readonly product: string
  readonly quantity: number
  readonly price: number
}

const form = /^(.+?)(?::([^:@]*))?@([^@]+)$/

/** Reads `KOPI-250:2@55000`: product, pieces, price of one; one piece where none are named. */
export function parseLine(text: string, { amount }: Session): TypedLine {
  const [, product, pieces = '1', price] = form.exec(text) ?? []
  if (product === undefined || price === undefined) {
    throw refused('Expected PRODUCT:PIECES@PRICE such as KOPI-250:2@55000')
  }
  // Whatever stands behind the last colon is meant as pieces, never as a part of the name.
  const quantity = /^\d+$/.test(pieces) ? Number(pieces) : 0
  if (!Number.isSafeInteger(quantity) || quantity < 1) {
    throw refused(
      'Expected a whole number of 1 or more pieces behind the last colon, as in KOPI-250:2@55000',
    )
  }
  return { product: product.trim(), quantity, price: amount(price, 'line') }
}

function refused(problem: string): CliError {
  return new CliError('INVALID_INPUT', `--line: ${problem}.`, 'line')
}
