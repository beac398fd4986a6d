import { fingerprint } from '../../domain/change/fingerprint.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { multiplyAmount } from '../../domain/money/amount.ts'
import { currencyScale } from '../../domain/money/currency.ts'
import { parseDecimal } from '../../domain/money/decimal.ts'
import { overflowAt } from '../../domain/money/overflow.ts'
import { localDate } from '../../domain/time/zone.ts'
import type { TransactionAmounts } from '../../domain/transactions/amounts.ts'
import type {
  Exchange,
  NewLine,
  NewTransaction,
} from '../../domain/transactions/new-transaction.ts'
import { endOfDueDate } from '../../domain/transactions/open-sale.ts'
import type { LineInput, TransactionInput } from '../input/transaction.ts'
import { notInFuture } from '../not-in-future.ts'
import type { ShopConfig, UnitOfWork } from '../unit-of-work.ts'

/** An input made complete: book currency, time, line totals. Field names in errors are the input's. */
export function normaliseTransaction(unit: UnitOfWork, input: TransactionInput): NewTransaction {
  const at = input.at?.getTime() ?? unit.stamp.now
  notInFuture(at, unit, 'at')
  const { exchange, currency } = exchangeOf(unit.shop, input)
  const sale = input.kind === 'creditNote' ? undefined : input
  const settled = input.kind === 'creditNote' ? input.refunded : input.paid
  const dueDate = sale?.dueDate ?? null
  const { timeZone } = unit.shop
  return {
    kind: input.kind ?? 'sale',
    orderId: input.orderId,
    at,
    localDate: localDate(at, timeZone),
    dueDate,
    overdueAt: endOfDueDate(dueDate, timeZone),
    currency,
    exchange,
    lines: input.lines.map(normaliseLine),
    charges: sale?.charges ?? [],
    discount: input.discount ?? 0,
    settled: settled === true ? 'all' : (settled ?? 0),
    method: input.method ?? 'cash',
    note: input.note ?? null,
  }
}

/**
 * What makes two recordings of one order the same, but for the customer. A time that was left to the
 * clock is none of it; "all of it" was paid and the amount that this comes to are one.
 */
export function transactionFingerprint(
  transaction: NewTransaction,
  { total }: TransactionAmounts,
  input: TransactionInput,
): string {
  const { lines, charges, settled } = transaction
  const said: (string | number | null)[] = [
    transaction.kind,
    input.at?.getTime() ?? null,
    transaction.dueDate,
    transaction.currency,
    transaction.exchange?.rate ?? null,
    transaction.discount,
    settled === 'all' ? total.amount : settled,
    transaction.method,
    transaction.note,
    charges.length,
  ]
  for (const { kind, amount } of charges) said.push(kind, amount)
  for (const line of lines) {
    said.push(line.product, line.category, line.colour, line.size)
    said.push(line.quantity, line.unitPrice, line.discount, line.total)
  }
  return fingerprint(said)
}

function normaliseLine(line: LineInput, position: number): NewLine {
  const quantity = Math.abs(line.quantity)
  const discount = line.discount ?? 0
  const total =
    line.total === undefined
      ? overflowAt(`lines[${position}].price`, () => multiplyAmount(quantity, line.price)) -
        discount
      : Math.abs(line.total)
  if (total < 0) {
    throw new LanggananError('INVALID_INPUT', 'The discount is larger than the line. Lower it.', {
      field: `lines[${position}].discount`,
    })
  }
  return {
    product: line.product,
    category: line.category ?? null,
    colour: line.colour ?? null,
    size: line.size ?? null,
    quantity,
    unitPrice: line.price,
    discount,
    total,
  }
}

function exchangeOf(
  shop: ShopConfig,
  { currency = shop.currency, rate }: Pick<TransactionInput, 'currency' | 'rate'>,
): { currency: string; exchange: Exchange | null } {
  const fromScale = currencyScale(currency)
  if (fromScale === undefined) {
    throw new LanggananError(
      'CURRENCY_UNKNOWN',
      'This is no active ISO 4217 currency code. Expected one such as IDR.',
      { field: 'currency' },
    )
  }
  if (currency !== shop.currency) return { currency, exchange: exchangeAt(shop, fromScale, rate) }
  if (rate === undefined) return { currency, exchange: null }
  throw new LanggananError(
    'INVALID_INPUT',
    "An amount in the shop's own currency takes no rate. Leave it out.",
    { field: 'rate' },
  )
}

/** The rate of another currency. @throws LanggananError `INVALID_INPUT` where it is missing or not above zero */
export function exchangeAt(
  { scale: toScale }: ShopConfig,
  fromScale: number,
  rate: string | undefined,
): Exchange {
  const value = rate === undefined ? undefined : parseDecimal(rate)
  if (rate !== undefined && value !== undefined && value.digits > 0n)
    return { rate, value, fromScale, toScale }
  throw new LanggananError(
    'INVALID_INPUT',
    'Another currency needs its rate: book units for one unit, as decimal text such as "16250.50".',
    { field: 'rate' },
  )
}
