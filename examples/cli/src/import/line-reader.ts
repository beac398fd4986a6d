import { currencyScale, type Decimal, multiplyDecimals } from '@langganan/core'
import { isShortYear, type TimeReader } from '../input/time-text.ts'
import { unescaped, withoutApostrophe } from './cell-text.ts'
import type { Columns } from './columns.ts'
import type { ContactReader } from './contact-reader.ts'
import type { FileForm } from './import-options.ts'
import type { DateLook } from './look-at-dates.ts'
import type { NumberStyle } from './number-style.ts'
import { readNumber, twofoldProblem } from './number-text.ts'
import { type OrderMoney, orderMoneyAt } from './order-money.ts'
import { paidAt, partPaidAt } from './paid.ts'
import {
  type Money,
  minorAt,
  moneyAt,
  neededAt,
  numberAt,
  type Place,
  textAt,
  wrong,
} from './place.ts'
import type { Rejection, StagedCustomer, StagedLine } from './staged-line.ts'
import { type StateReader, statusAt } from './status.ts'

/** A row of the file: a line with its customer, or why it is left out. */
export type ReadLine =
  | { readonly line: StagedLine; readonly customer: StagedCustomer }
  | { readonly rejected: Exclude<Rejection, 'noCustomer'>; readonly money: OrderMoney }
  | { readonly cancelled: string }

/** Whom a row names; both null where other rows of its order must say it. */
export type NamedBuyer = Pick<StagedLine, 'customer' | 'phone'>

export interface LineReading {
  readonly columns: Columns
  /** The shop's. */
  readonly currency: string
  readonly dates: Pick<FileForm, 'dateFormat'>
  readonly style: NumberStyle
  readonly readTime: TimeReader
  readonly datesSeen?: DateLook
  readonly readContact: ContactReader
  readonly readState: StateReader
}

const zero: Decimal = { digits: 0n, scale: 0 }

/** Whom a row names, as far as that can be read. */
export function buyerNamed(
  { columns, readContact }: LineReading,
  cells: readonly string[],
): NamedBuyer {
  const customer = unescaped(columns.text(cells, 'customer'))
  const given = unescaped(columns.text(cells, 'phone'))
  if (customer === '' && given === '') return { customer: null, phone: null }
  const phone = given === '' || given.length > 64 ? { problem: '' } : readContact('phone', given)
  return { customer: customer || null, phone: 'value' in phone ? phone.value : null }
}

/** Whether a row leaves the customer to the other rows of its order. */
export function isUnnamed({ columns }: LineReading, cells: readonly string[]): boolean {
  return columns.text(cells, 'customer') === '' && columns.text(cells, 'phone') === ''
}

/** Reads one row. @throws CliError `INVALID_INPUT` with row and column. */
export function readLine(reading: LineReading, cells: readonly string[], row: number): ReadLine {
  const place: Place = { columns: reading.columns, cells, row, form: reading.style }
  const status = statusAt(place, reading.readState)
  // What else such a row says nobody will hold against it: often it says nothing.
  if (status === 'cancelled') return { cancelled: neededAt(place, 'order') }
  const number = textAt(place, 'customer')
  const quantity = quantityAt(place)
  const money = moneyOfRow(place, reading.currency)
  const ofOrder = orderMoneyAt(place, money)
  if (quantity === 0) return { rejected: 'zeroQuantity', money: ofOrder }
  const price = amountAt(place, 'price', money)
  const stated = amountAt(place, 'total', money)
  if ((price ?? zero).digits === 0n && (stated ?? zero).digits === 0n)
    return { rejected: 'noPrice', money: ofOrder }

  const { currency, scale } = money
  const pieces = Math.abs(quantity)
  const exact = stated ?? multiplyDecimals({ digits: BigInt(pieces), scale: 0 }, price ?? zero)
  const total = minorAt(place, exact, scale, stated === undefined ? 'price' : 'total')
  const phone = contactAt(place, 'phone', reading)
  return {
    line: {
      row,
      order: neededAt(place, 'order'),
      at: timeAt(place, reading),
      customer: number,
      phone: phone?.value ?? null,
      product: neededAt(place, 'product'),
      category: textAt(place, 'category'),
      colour: textAt(place, 'colour', 100),
      size: textAt(place, 'size', 100),
      quantity,
      price:
        price === undefined ? Math.round(total / pieces) : minorAt(place, price, scale, 'price'),
      total,
      ...exchangeAt(place, currency, reading.currency),
      ...ofOrder,
      ...paymentAt(place, status, money),
    },
    customer: {
      number,
      phone: phone?.given ?? null,
      phoneValue: phone?.value ?? null,
      name: textAt(place, 'name'),
      email: contactAt(place, 'email', reading)?.given ?? null,
      city: textAt(place, 'city'),
      country: textAt(place, 'country'),
    },
  }
}

/** What was paid, as the row says it first: an amount or a word, a down payment, a status. */
function paymentAt(
  place: Place,
  status: 'paid' | 'unpaid' | null,
  { currency, scale }: Money,
): Pick<StagedLine, 'paid' | 'isUnsaid'> {
  const byStatus = { paid: 'all', unpaid: 0 } as const
  return {
    paid:
      paidAt(place, currency, scale) ??
      partPaidAt(place, currency, scale) ??
      (status === null ? null : byStatus[status]),
    isUnsaid: status === null && textAt(place, 'status') === null,
  }
}

function quantityAt(place: Place): number {
  const text = withoutApostrophe(place.columns.text(place.cells, 'quantity'))
  const value = readNumber(text, place.form.numbers)
  // Which of two readings is meant, nobody can guess from what a quantity is.
  if ('problem' in value && value.problem.startsWith(twofoldProblem)) {
    throw wrong(place, 'quantity', value.problem)
  }
  const quantity = 'problem' in value ? Number.NaN : Number(value.digits) / 10 ** value.scale
  if (Number.isSafeInteger(quantity)) return quantity
  throw wrong(
    place,
    'quantity',
    'Expected a whole number of pieces, such as 2, below 0 for goods that came back',
  )
}

/** An amount that is not below zero; undefined where the cell is empty. */
function amountAt(place: Place, key: 'price' | 'total', money: Money): Decimal | undefined {
  const value = moneyAt(place, key, money.currency, money.scale)
  if (value === undefined || value.digits >= 0n) return value
  // A total may carry the sign of goods that came back.
  if (key === 'total' && quantityAt(place) < 0) return { ...value, digits: -value.digits }
  throw wrong(place, key, 'Expected 0 or more; goods that came back have a quantity below 0')
}

function moneyOfRow(place: Place, book: string): Money {
  const currency = textAt(place, 'currency') ?? book
  const scale = currencyScale(currency)
  if (scale === undefined) throw wrong(place, 'currency', 'Expected an ISO 4217 code such as IDR')
  return { currency, scale }
}

/** A currency that is not the shop's, with its rate as plain decimal text. */
function exchangeAt(
  place: Place,
  currency: string,
  book: string,
): Pick<StagedLine, 'currency' | 'rate'> {
  if (currency === book) return { currency: null, rate: null }
  const value = numberAt(place, 'rate')
  if (value !== undefined && value.digits > 0n) return { currency, rate: plainText(value) }
  throw wrong(
    place,
    'rate',
    `Expected what one ${currency} is in ${book}, such as 16250.50, in the column of --rate`,
  )
}

function plainText({ digits, scale }: Decimal): string {
  const text = String(digits).padStart(scale + 1, '0')
  return scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`
}

function contactAt(
  place: Place,
  kind: 'phone' | 'email',
  { readContact }: LineReading,
): { readonly given: string; readonly value: string } | undefined {
  const given = textAt(place, kind, kind === 'phone' ? 64 : 254)
  if (given === null) return undefined
  const contact = readContact(kind, given)
  if ('problem' in contact) throw wrong(place, kind, contact.problem)
  return { given, value: contact.value }
}

function timeAt(place: Place, { readTime, dates, datesSeen: seen }: LineReading): number {
  const text = withoutApostrophe(neededAt(place, 'date'))
  const at = readTime(text)
  if (at !== undefined) {
    seen?.fitted()
    return at
  }
  const example =
    dates.dateFormat === undefined
      ? 'such as 2026-11-21 14:05; --date-format names other forms'
      : `written ${dates.dateFormat}, with or without HH:MM`
  seen?.missed(text)
  const expected = isShortYear(text) ? 'a date with a four-digit year' : 'a date that exists'
  throw wrong(place, 'date', `Expected ${expected}, ${example}`)
}
