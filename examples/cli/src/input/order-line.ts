import { CliError } from '../errors/cli-error.ts'
import type { Session } from '../session/session.ts'

/** A line of an order as it was typed, amounts in minor units. */
export interface TypedLine {
  readonly product: string
  readonly quantity: number
  readonly price: number
}

const form = /^(.+?)(?::(\d+))?@([^@]+)$/

/** Reads `KOPI-250:2@55000`: product, pieces, price of one; one piece where none are named. */
export function parseLine(text: string, { amount }: Session): TypedLine {
  const [, product, pieces = '1', price] = form.exec(text) ?? []
  if (product === undefined || price === undefined) {
    throw refused('Expected PRODUCT:PIECES@PRICE such as KOPI-250:2@55000')
  }
  const quantity = Number(pieces)
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw refused('Expected 1 or more pieces')
  return { product: product.trim(), quantity, price: amount(price, 'line') }
}

function refused(problem: string): CliError {
  return new CliError('INVALID_INPUT', `line: ${problem}.`, 'line')
}
