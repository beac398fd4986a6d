import { currencyScale, type Decimal, multiplyDecimals, parseDecimal } from '@langganan/core'
import type { TimeReader } from '../input/time-text.ts'
import type { Columns } from './columns.ts'
import type { FileForm } from './import-options.ts'
import { paidAt } from './paid.ts'
import { minorAt, neededAt, numberAt, type Place, textAt, wrong } from './place.ts'
import type { Rejection, StagedCustomer, StagedLine } from './staged-line.ts'

/** A row of the file: a line with its customer, or why it is left out. */
export type ReadLine =
  | { readonly line: StagedLine; readonly customer: StagedCustomer }
  | { readonly rejected: Rejection }

export interface LineReading {
  readonly columns: Columns
  /** The shop's. */
  readonly currency: string
  readonly form: FileForm
  readonly readTime: TimeReader
}

const zero: Decimal = { digits: 0n, scale: 0 }

/** Reads one row. @throws CliError `INVALID_INPUT` with row and column. */
export function readLine(reading: LineReading, cells: readonly string[], row: number): ReadLine {
  const place: Place = {
    columns: reading.columns,
    cells,
    row,
    decimalMark: reading.form.decimalMark,
  }
  const number = textAt(place, 'customer')
  if (number === null) return { rejected: 'noCustomer' }
  const quantity = quantityAt(place)
  if (quantity === 0) return { rejected: 'zeroQuantity' }
  const price = amountAt(place, 'price')
  const stated = amountAt(place, 'total')
  if ((price ?? zero).digits === 0n && (stated ?? zero).digits === 0n)
    return { rejected: 'noPrice' }

  const { currency, rate, scale } = currencyAt(place, reading.currency)
  const pieces = Math.abs(quantity)
  const exact = stated ?? multiplyDecimals({ digits: BigInt(pieces), scale: 0 }, price ?? zero)
  const total = minorAt(place, exact, scale, stated === undefined ? 'price' : 'total')
  return {
    line: {
      row,
      order: neededAt(place, 'order'),
      at: timeAt(place, reading),
      customer: number,
      product: neededAt(place, 'product'),
      category: textAt(place, 'category'),
      colour: textAt(place, 'colour', 100),
      size: textAt(place, 'size', 100),
      quantity,
      price:
        price === undefined ? Math.round(total / pieces) : minorAt(place, price, scale, 'price'),
      total,
      currency,
      rate,
      paid: paidAt(place, scale),
    },
    customer: customerAt(place, number),
  }
}

function customerAt(place: Place, number: string): StagedCustomer {
  return {
    number,
    name: textAt(place, 'name'),
    phone: textAt(place, 'phone', 64),
    email: textAt(place, 'email', 254),
    city: textAt(place, 'city'),
    country: textAt(place, 'country'),
  }
}

function quantityAt(place: Place): number {
  const value = numberAt(place, 'quantity')
  const quantity = value === undefined ? Number.NaN : Number(value.digits) / 10 ** value.scale
  if (Number.isSafeInteger(quantity)) return quantity
  throw wrong(
    place,
    'quantity',
    'Expected a whole number of pieces, below 0 for goods that came back',
  )
}

/** An amount that is not below zero; undefined where the cell is empty. */
function amountAt(place: Place, key: 'price' | 'total'): Decimal | undefined {
  const value = numberAt(place, key)
  if (value === undefined || value.digits >= 0n) return value
  // A total may carry the sign of goods that came back.
  if (key === 'total' && quantityAt(place) < 0) return { ...value, digits: -value.digits }
  throw wrong(place, key, 'Expected 0 or more; goods that came back have a quantity below 0')
}

function currencyAt(
  place: Place,
  book: string,
): Pick<StagedLine, 'currency' | 'rate'> & { scale: number } {
  const given = textAt(place, 'currency') ?? book
  const scale = currencyScale(given)
  if (scale === undefined) throw wrong(place, 'currency', 'Expected an ISO 4217 code such as IDR')
  if (given === book) return { currency: null, rate: null, scale }
  const rate = textAt(place, 'rate', 40)
  const value = rate === null ? undefined : parseDecimal(rate)
  if (value !== undefined && value.digits > 0n) return { currency: given, rate, scale }
  throw wrong(
    place,
    'rate',
    `Expected what one ${given} is in ${book}, such as 16250.50, in the column of --rate`,
  )
}

function timeAt(place: Place, { readTime, form }: LineReading): number {
  const at = readTime(neededAt(place, 'date'))
  if (at !== undefined) return at
  const example =
    form.dateFormat === undefined
      ? 'such as 2026-11-21 14:05; --date-format names other forms'
      : `written ${form.dateFormat}, with or without HH:MM`
  throw wrong(place, 'date', `Expected a date that exists, ${example}`)
}
