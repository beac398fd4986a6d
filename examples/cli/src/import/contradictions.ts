import type { ColumnKey } from './columns.ts'
import { mostLines } from './staged-order.ts'

/** Beyond it sums are not exact, and the shop takes none; SQLite's `total` never overflows. */
const largest = Number.MAX_SAFE_INTEGER

/** One row for each order, with what shows whether its lines agree. */
export const sumUp = `
  create table orders as
    select "order", min(at) as at, min(row) as row, max(customer) as customer, max(phone) as phone,
      count(*) as lines, min(quantity) as least, max(quantity) as most,
      count(distinct customer) as numbers, count(customer) < count(*) as hasUnnumbered,
      count(distinct coalesce(phone, '')) as phones,
      count(distinct coalesce(currency, '')) as currencies, count(distinct rate) as rates,
      count(distinct paid) as answers, coalesce(max(paid), 'all') as paid,
      total(total) as amount, total(abs(quantity)) as pieces,
      max(case typeof(paid) when 'text' then null else paid end) as paidAmount,
      max(method) as method, count(distinct lower(method)) as methods,
      max(shipping) as shipping, count(distinct nullif(shipping, 0)) as shippings,
      max(tax) as tax, count(distinct nullif(tax, 0)) as taxes,
      max(discount) as discount, count(distinct nullif(discount, 0)) as discounts
    from lines group by "order";
`

/** A way in which the rows of an order contradict each other or the clock. */
export interface Contradiction {
  readonly key: Extract<
    ColumnKey,
    | 'quantity'
    | 'price'
    | 'customer'
    | 'currency'
    | 'paid'
    | 'status'
    | 'method'
    | 'shipping'
    | 'tax'
    | 'discount'
    | 'order'
    | 'date'
    | 'phone'
    | 'email'
  >
  /** SQL that gives `row` and `order` where it is so. */
  readonly found: string
  /** SQL for what was expected, over the columns that are found. */
  readonly expected: string
  readonly code: 'INVALID_INPUT' | 'TIME_IN_FUTURE'
}

/** An order is one person's goods, all sold or all given back, in one currency, paid alike, by now. */
export function contradictions(now: number): readonly Contradiction[] {
  return [
    amongRows(
      'quantity',
      'least < 0 and most > 0',
      'all rows of this order to be sold pieces, or all to be returned ones',
    ),
    amongRows(
      'customer',
      'numbers > 1 or (hasUnnumbered and phones > 1)',
      'all rows of this order to name the same customer',
    ),
    amongRows(
      'currency',
      'currencies > 1 or rates > 1',
      'all rows of this order to have one currency and one rate',
    ),
    amongRows('paid', 'answers > 1', 'all rows of this order to say the same about what was paid'),
    amongRows(
      'paid',
      'paidAmount > amount + shipping + tax - discount',
      'at most what the rows of this order come to',
    ),
    amongRows(
      'status',
      '"order" in (select "order" from cancelled)',
      'all rows of this order to say that it was cancelled, or none',
    ),
    amongRows('method', 'methods > 1', 'all rows of this order to say the same method of payment'),
    amongRows('shipping', 'shippings > 1', oncePerOrder('shipping')),
    amongRows('tax', 'taxes > 1', oncePerOrder('tax')),
    amongRows('discount', 'discounts > 1', oncePerOrder('discount')),
    amongRows('discount', 'discount > amount', 'at most what the rows of this order come to'),
    amongRows('shipping', 'least < 0 and shipping > 0', 'no shipping for goods that came back'),
    amongRows('tax', 'least < 0 and tax > 0', 'no tax beside goods that came back'),
    amongRows('quantity', `pieces > ${largest}`, 'the rows of this order to be fewer pieces'),
    amongRows('price', `amount > ${largest}`, 'the rows of this order to come to an exact amount'),
    amongRows('order', `lines > ${mostLines}`, `at most ${mostLines} rows for one order`),
    {
      key: 'date',
      found: `select min(row) as row, "order" from lines where at > ${now} group by "order"`,
      expected:
        "'Expected a time that has passed. Check the order of day and month (--date-format), or --at'",
      code: 'TIME_IN_FUTURE',
    },
    {
      key: 'price',
      found: `select row, "order" from (
        select min(row) as row, "order", coalesce(customer, phone) as buyer from lines group by buyer
          having total(total) > ${largest})`,
      expected: "'Expected all rows of this customer to come to an exact amount'",
      code: 'INVALID_INPUT',
    },
    sharedBetween('phone', 'select row, "order", customer, phone as value from lines'),
    sharedBetween(
      'email',
      `select lines.row, lines."order", lines.customer, lower(customers.email) as value
        from customers join lines on lines.customer = customers.number where customers.email is not null`,
    ),
  ]
}

function oncePerOrder(what: string): string {
  return `one amount of ${what} for this order: the same on each of its rows, or on one of them. Where each line has its own, write their sum on one`
}

function amongRows(key: Contradiction['key'], where: string, expected: string): Contradiction {
  const found = `select row, "order" from orders where ${where}`
  return { key, found, expected: `'Expected ${expected}'`, code: 'INVALID_INPUT' }
}

/** Customers with numbers of their own who share what only one of them can have. */
function sharedBetween(key: 'phone' | 'email', said: string): Contradiction {
  const found = `
    select min(row) as row, "order", customer, firstRow, firstCustomer from (
      select row, "order", customer, first_value(row) over sharing as firstRow,
        first_value(customer) over sharing as firstCustomer
      from (${said}) where customer is not null and value is not null
      window sharing as (partition by value order by row)
    ) where customer <> firstCustomer group by "order"`
  const what = key === 'phone' ? 'phone' : 'e-mail address'
  return {
    key,
    found,
    expected: `format('Row %d gives this ${what} to customer %s, and this row to customer %s. One person: give both rows one number. Two: correct the ${what}, or leave it empty', firstRow, firstCustomer, customer)`,
    code: 'INVALID_INPUT',
  }
}
