import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { StagedCustomer, StagedLine } from './staged-line.ts'
import { mostLines, type StagedOrder, stagedOrder } from './staged-order.ts'

const schema = `
  pragma cache_size = -16000;
  create table lines (
    row integer primary key, "order" text, at integer, customer text, product text, category text,
    colour text, size text, quantity integer, price integer, total integer, currency text, rate text, paid any
  ) strict;
  create table customers (
    number text primary key, name text, phone text, email text, city text, country text
  ) strict, without rowid;
  create table contacts (kind text, value text, row integer, primary key (kind, value)) strict, without rowid;
  begin;
`

// One person's or nobody's goods, all sold or all given back, in one currency, paid alike.
const sumUp = `
  commit;
  create index lines_of_order on lines ("order");
  create table orders as
    select "order", min(at) as at, min(row) as row,
      case
        when min(quantity) < 0 and max(quantity) > 0 then 'it holds both sold and returned pieces'
        when min(customer) <> max(customer) then 'its rows name different customers'
        when count(distinct coalesce(currency, '')) > 1 or count(distinct rate) > 1
          then 'its rows name different currencies or rates'
        when count(distinct paid) > 1 then 'its rows differ in what was paid'
        when count(*) > ${mostLines} then 'it has more than ${mostLines} rows'
      end as problem
    from lines group by "order";
  create index orders_in_time on orders (at, "order");
`

/** An order that cannot be recorded, and why. */
export interface LeftOut {
  readonly order: string
  readonly row: number
  readonly problem: string
}

/** A phone or an e-mail address of the file, and the first row that has it. */
export interface StagedContact {
  readonly kind: 'phone' | 'email'
  readonly value: string
  readonly row: number
}

/**
 * Rows on disk until each order is complete, for its rows may lie anywhere in the file. The database
 * is SQLite's own temporary one: it has no name and is gone with the process, however that ends.
 */
export class Staging {
  readonly #db: DatabaseSync
  readonly #addLine: StatementSync
  readonly #addCustomer: StatementSync
  readonly #addContact: StatementSync
  #last: StagedCustomer | undefined

  constructor() {
    this.#db = new DatabaseSync('')
    this.#db.exec(schema)
    this.#addLine = this.#db.prepare(
      'insert into lines values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    this.#addCustomer = this.#db.prepare(
      `insert into customers values (?, ?, ?, ?, ?, ?) on conflict do update set
        name = coalesce(name, excluded.name), phone = coalesce(phone, excluded.phone),
        email = coalesce(email, excluded.email), city = coalesce(city, excluded.city),
        country = coalesce(country, excluded.country)`,
    )
    this.#addContact = this.#db.prepare(
      'insert into contacts values (?, ?, ?) on conflict do nothing',
    )
  }

  add(line: StagedLine, customer: StagedCustomer): void {
    this.#addLine.run(
      line.row,
      line.order,
      line.at,
      line.customer,
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
    )
    if (this.#last !== undefined && sameCustomer(this.#last, customer)) return
    this.#last = customer
    const { number, name, phone, email, city, country } = customer
    this.#addCustomer.run(number, name, phone, email, city, country)
    if (phone !== null) this.#addContact.run('phone', phone, line.row)
    if (email !== null) this.#addContact.run('email', email, line.row)
  }

  /** Ends the reading; answers how many orders can be recorded. */
  complete(): number {
    this.#db.exec(sumUp)
    const row = this.#db.prepare('select count(*) as n from orders where problem is null').get()
    return Number(row?.n ?? 0)
  }

  /** Orders in the order of time, then of their ids. */
  *orders(): Generator<StagedOrder> {
    const orders = this.#db.prepare(
      'select "order", at from orders where problem is null order by at, "order"',
    )
    const lines = this.#db.prepare('select * from lines where "order" = ? order by row')
    const customer = this.#db.prepare('select * from customers where number = ?')
    for (const { order, at } of orders.iterate()) {
      const rows = lines.all(order ?? '')
      yield stagedOrder(Number(at), rows, customer.get(rows[0]?.customer ?? ''))
    }
  }

  /** The first row of an order after an instant. */
  firstRowAfter(instant: number): number | undefined {
    const row = this.#db.prepare('select min(row) as row from lines where at > ?').get(instant)
    return typeof row?.row === 'number' ? row.row : undefined
  }

  leftOut(): LeftOut[] {
    const rows = this.#db
      .prepare('select "order", row, problem from orders where problem is not null order by row')
      .all()
    return rows.map(({ order, row, problem }) => ({
      order: String(order),
      row: Number(row),
      problem: String(problem),
    }))
  }

  *contacts(): Generator<StagedContact> {
    for (const { kind, value, row } of this.#db
      .prepare('select * from contacts order by row')
      .iterate()) {
      yield { kind: kind === 'phone' ? 'phone' : 'email', value: String(value), row: Number(row) }
    }
  }

  close(): void {
    this.#db.close()
  }
}

function sameCustomer(a: StagedCustomer, b: StagedCustomer): boolean {
  return (
    a.number === b.number &&
    a.name === b.name &&
    a.phone === b.phone &&
    a.email === b.email &&
    a.city === b.city &&
    a.country === b.country
  )
}
