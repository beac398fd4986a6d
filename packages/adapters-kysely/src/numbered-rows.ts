import { type RowChanges, type TableName, tableNames, tables } from '@langganan/core/storage'
import { type Target, writeRows } from './apply.ts'
import { lastNumber } from './statements/write.ts'

/** So many rows are kept back; with more of them a transaction numbers them as it goes on. */
const mostWaiting = 10_000

const numbered = tableNames.filter((table) => tables[table].sequence !== undefined)

/**
 * New rows of numbered tables, kept back until their transaction is about to commit: whoever numbers
 * rows keeps others from it until the commit, which should come soon then.
 */
export class NumberedRows {
  readonly #target: Target
  readonly #hold: () => Promise<void>
  #waiting: RowChanges['insert'][] = []
  #count = 0
  #isHeld: Promise<void> | undefined
  readonly #given = new Map<TableName, Promise<{ last: number }>>()

  /** @param hold waits for others who number rows of the shop, and keeps them from it */
  constructor(target: Target, hold: () => Promise<void>) {
    this.#target = target
    this.#hold = hold
  }

  /** Takes the rows of numbered tables; writes all that wait where those are many. */
  async add(insert: RowChanges['insert']): Promise<void> {
    const rows = numbered.reduce((sum, table) => sum + (insert[table]?.length ?? 0), 0)
    if (rows === 0) return
    this.#waiting.push(insert)
    this.#count += rows
    if (this.#count > mostWaiting) await this.write()
  }

  /** Numbers the rows that wait, and writes them. */
  async write(): Promise<void> {
    if (this.#count === 0) return
    const waiting = this.#waiting
    this.#waiting = []
    this.#count = 0
    this.#isHeld ??= this.#hold()
    await this.#isHeld
    for (const table of numbered) await this.#writeTable(table, waiting)
  }

  async #writeTable<T extends TableName>(
    table: T,
    waiting: readonly RowChanges['insert'][],
  ): Promise<void> {
    const rows = waiting.flatMap((insert) => insert[table] ?? [])
    const { sequence } = tables[table]
    if (sequence === undefined || rows.length === 0) return
    const given = await this.#numbersGiven(table, sequence)
    const first = given.last + 1
    given.last += rows.length
    const withNumbers = rows.map((row, i) => ({ ...row, [sequence]: first + i }))
    await writeRows(this.#target, table, 'insert', withNumbers)
  }

  #numbersGiven(table: TableName, sequence: string): Promise<{ last: number }> {
    const known = this.#given.get(table) ?? this.#readNumbersGiven(table, sequence)
    this.#given.set(table, known)
    return known
  }

  async #readNumbersGiven(table: TableName, sequence: string): Promise<{ last: number }> {
    const { session, statements, shopId } = this.#target
    const statement = lastNumber(statements, table, sequence)
    const doing = `numbering ${table}`
    const [found] = await session.rows<{ readonly last: number | null }>(statement, [shopId], doing)
    return { last: found?.last ?? 0 }
  }
}
