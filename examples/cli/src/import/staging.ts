import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { completeBuyers } from './complete-buyers.ts'
import { type Contradiction, contradictions, sumUp } from './contradictions.ts'
import type { NamedBuyer } from './line-reader.ts'
import type { OrderMoney } from './order-money.ts'
import type { Problem, Rejection, StagedCustomer, StagedLine } from './staged-line.ts'
import { type StagedOrder, stagedOrder } from './staged-order.ts'

// What does not fit a small cache goes to the disk, so that a long file takes no more memory.
const schema = `
  pragma cache_size = -2000;
  pragma journal_mode = off;
  pragma synchronous = off;
  create table lines (
    row integer primary key, "order" text, at integer, customer text, phone text, product text, category text,
    colour text, size text, quantity integer, price integer, total integer, currency text, rate text, paid any,
    method text, shipping integer, tax integer, discount integer, isUnsaid integer
  ) strict;
  create table customers (
    key text primary key, number text, phone text, phoneValue text, name text, email text, city text, country text
  ) strict, without rowid;
  create table problems (
    row integer, "order" text, code text, message text, field text, cell text, unnamed integer
  ) strict;
  create table rejected (row integer, "order" text, reason text, unnamed integer) strict;
  create table buyers ("order" text, customer text, phone text) strict;
  create table cancelled (row integer, "order" text) strict;
  create table beside ("order" text, shipping integer, tax integer, discount integer) strict;
  begin;
`

/** Rows that do not say whether their order stands go with one that says that it was cancelled. */
const leaveCancelledOut = `
  delete from lines where isUnsaid and "order" in (select "order" from cancelled);
`

/** Amounts of an order that stand only on rows which are no lines. */
const addBeside = ['shipping', 'tax', 'discount']
  .map(
    (key) => `
  update orders set ${key} = said.amount
    from (select "order", max(${key}) as amount from beside group by "order") as said
    where said."order" = orders."order" and orders.${key} = 0;`,
  )
  .join('')

/** Orders with a wrong row are left out whole. */
const leaveOut = `
  delete from orders where "order" in (select "order" from problems);
  create index orders_in_time on orders (at, "order");
`

/**
 * Rows on disk until each order is complete, for its rows may lie anywhere in the file. The database
 * is SQLite's own temporary one: it has no name and is gone with the process, however that ends.
 */
export class Staging {
  readonly #db: DatabaseSync
  readonly #addLine: StatementSync
  readonly #addCustomer: StatementSync
  readonly #addProblem: StatementSync
  readonly #addRejected: StatementSync
  readonly #addBuyer: StatementSync
  readonly #addCancelled: StatementSync
  readonly #addBeside: StatementSync
  readonly #defaultMethod: string | undefined
  #last: StagedCustomer | undefined

  /** @param defaultMethod how orders were paid that do not say it */
  constructor(defaultMethod?: string) {
    this.#defaultMethod = defaultMethod
    this.#db = new DatabaseSync('')
    this.#db.exec(schema)
    this.#addLine = this.#db.prepare(
      `insert into lines values (${Array.from({ length: 20 }, () => '?').join(', ')})`,
    )
    this.#addCustomer = this.#db.prepare(
      `insert into customers values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do update set
        phone = coalesce(phone, excluded.phone), phoneValue = coalesce(phoneValue, excluded.phoneValue),
        name = coalesce(name, excluded.name), email = coalesce(email, excluded.email),
        city = coalesce(city, excluded.city), country = coalesce(country, excluded.country)`,
    )
    this.#addProblem = this.#db.prepare('insert into problems values (?, ?, ?, ?, ?, ?, ?)')
    this.#addRejected = this.#db.prepare('insert into rejected values (?, ?, ?, ?)')
    this.#addBuyer = this.#db.prepare('insert into buyers values (?, ?, ?)')
    this.#addCancelled = this.#db.prepare('insert into cancelled values (?, ?)')
    this.#addBeside = this.#db.prepare('insert into beside values (?, ?, ?, ?)')
  }

  /** @param customer undefined where the other rows of the order must say who it is */
  add(line: StagedLine, customer: StagedCustomer | undefined): void {
    this.#addLine.run(
      line.row,
      line.order,
      line.at,
      line.customer,
      line.phone,
      line.product,
      line.category,
      line.colour,
      line.size,
      line.quantity,
      line.price,
      line.total,
      line.currency,
      line.rate,
      line.paid,
      line.method,
      line.shipping,
      line.tax,
      line.discount,
      Number(line.isUnsaid),
    )
    if (customer === undefined) return
    if (this.#last !== undefined && sameCustomer(this.#last, customer)) return
    this.#last = customer
    const { number, phone, phoneValue, name, email, city, country } = customer
    const key = keyOf(number, phoneValue)
    this.#addCustomer.run(key, number, phone, phoneValue, name, email, city, country)
  }

  /** @param unnamed whether the row leaves the customer to the other rows of its order */
  addProblem({ row, order, code, message, field, cell }: Problem, unnamed: boolean): void {
    this.#addProblem.run(row, order, code, message, field, cell, Number(unnamed))
  }

  /** What a row that is no line itself says of the money of its order. */
  addOrderMoney(order: string | null, { shipping, tax, discount }: OrderMoney): void {
    if (shipping + tax + discount > 0) this.#addBeside.run(order, shipping, tax, discount)
  }

  /** A row that says that its order was cancelled. */
  addCancelled(row: number, order: string): void {
    this.#addCancelled.run(row, order)
  }

  addRejected(row: number, order: string | null, reason: Rejection, unnamed: boolean): void {
    this.#addRejected.run(row, order, reason, Number(unnamed))
  }

  /** Whom a row names that is no line itself. */
  addBuyer(order: string | null, { customer, phone }: NamedBuyer): void {
    this.#addBuyer.run(order, customer, phone)
  }

  /**
   * Ends the reading and looks for orders whose rows contradict each other.
   *
   * @param now the instant after which nothing has happened yet
   * @param columnOf the column of the file that holds this
   */
  complete(now: number, columnOf: (key: Contradiction['key']) => string): void {
    this.#db.exec(completeBuyers)
    this.#db.exec(leaveCancelledOut)
    this.#db.exec(sumUp)
    this.#db.exec(addBeside)
    for (const { key, found, expected, code } of contradictions(now)) {
      const column = columnOf(key)
      this.#db
        .prepare(
          `insert into problems
            select row, "order", ?, format('Row %d, column %s: %s.', row, ?, ${expected}), ?, null, 0
            from (${found})`,
        )
        .run(code, column, column)
    }
    this.#db.exec(leaveOut)
  }

  /** How many orders can be recorded. */
  get orderCount(): number {
    return this.#count('select count(*) as n from orders')
  }

  get problemCount(): number {
    return this.#count('select count(*) as n from problems')
  }

  /** How many rows are left out for a reason, and the first of them. */
  rejectedRows(
    reason: Rejection,
    most: number,
  ): { readonly count: number; readonly rows: readonly number[] } {
    const rows = this.#db
      .prepare('select row from rejected where reason = ? order by row limit ?')
      .all(reason, most)
      .map(({ row }) => Number(row))
    const all = this.#db.prepare('select count(*) as n from rejected where reason = ?').get(reason)
    return { count: Number(all?.n ?? 0), rows }
  }

  /** How many orders are left out for they were cancelled. */
  get cancelledCount(): number {
    return this.#count('select count(distinct "order") as n from cancelled')
  }

  /** Their numbers, as they come in the file. */
  *cancelled(): Generator<string> {
    const orders = this.#db.prepare(
      'select "order", min(row) as row from cancelled group by "order" order by row',
    )
    for (const { order } of orders.iterate()) yield String(order)
  }

  /** The name that the file has for the customer of this number or phone, where it has one. */
  nameOf(number: string | null, phone: string | null): string | undefined {
    const said = this.#db
      .prepare('select name from customers where key = ?')
      .get(keyOf(number, phone))
    return typeof said?.name === 'string' ? said.name : undefined
  }

  /** Orders that are left out for a wrong row, and wrong rows that name no order. */
  get leftOutCount(): number {
    return this.#count('select count(distinct "order") + sum("order" is null) as n from problems')
  }

  /** Wrong rows as they come in the file. */
  *problems(most = -1): Generator<Problem> {
    const rows = this.#db.prepare('select * from problems order by row limit ?')
    for (const { row, order, code, message, field, cell } of rows.iterate(most)) {
      yield {
        row: Number(row),
        order: typeof order === 'string' ? order : null,
        code: String(code),
        message: String(message),
        field: String(field),
        cell: typeof cell === 'string' ? cell : null,
      }
    }
  }

  /** Orders in the order of time, then of their ids. */
  *orders(): Generator<StagedOrder> {
    const orders = this.#db.prepare('select * from orders order by at, "order"')
    const lines = this.#db.prepare('select * from lines where "order" = ? order by row')
    const customers = this.#db.prepare('select * from customers where key = ?')
    for (const order of orders.iterate()) {
      const said = customers.get(keyOf(order.customer, order.phone))
      yield stagedOrder(order, lines.all(order.order ?? ''), said ?? {}, this.#defaultMethod)
    }
  }

  close(): void {
    this.#db.close()
  }

  #count(sql: string): number {
    return Number(this.#db.prepare(sql).get()?.n ?? 0)
  }
}

/** A number and a phone that look alike are not the same. */
function keyOf(number: unknown, phone: unknown): string {
  return typeof number === 'string' ? `number ${number}` : `phone ${String(phone)}`
}

function sameCustomer(a: StagedCustomer, b: StagedCustomer): boolean {
  return (
    a.number === b.number &&
    a.phone === b.phone &&
    a.name === b.name &&
    a.email === b.email &&
    a.city === b.city &&
    a.country === b.country
  )
}
