import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, Rows, TableName } from '../../../domain/change/rows.ts'
import { isLanggananError } from '../../../domain/error/langganan-error.ts'
import type { Storage, StorageTransaction } from '../../../ports/storage/storage.ts'
import { tableNames, tables } from '../../../ports/storage/tables.ts'
import { holds } from '../../shop-kit/world/holds.ts'
import { type OpenStorage, openStorage } from '../../shop-kit/world/open.ts'
import { arbitraryKey, arbitraryRow } from '../rows/arbitrary-row.ts'
import { changesOf, type TableChange } from '../rows/changes-of.ts'
import { hostileShopIds } from '../rows/hostile-texts.ts'
import { cellAt, keyOf } from '../rows/row-of.ts'
import { TableModel } from '../rows/table-model.ts'

const runs = { ordinary: 15, long: 500 }
const shops = 3

/**
 * Every table keeps exactly what was written, in each of several shops whose ids look alike (law 12
 * for rows): the same keys in two shops never meet, and a change that fails leaves nothing behind.
 */
export function keepsRows(open: OpenStorage): void {
  describe('keeps rows', () => {
    test.each(tableNames)('of %s', async (table) => {
      const storage = await openStorage(open)
      let run = 0
      const steps = fc.array(arbitraryStep(table), { minLength: 1, maxLength: 12 })
      const law = (drawn: readonly Step<TableName>[]): Promise<void> => {
        run += 1
        return keeps(storage, table, drawn, String(run))
      }
      await holds(steps, law, runs)
    })
  })
}

interface Step<T extends TableName> {
  /** Which of the shops. */
  readonly shop: number
  readonly change: TableChange<T>
}

function arbitraryStep<T extends TableName>(table: T): fc.Arbitrary<Step<T>> {
  const rows = fc.array(arbitraryRow(table), { maxLength: 4 })
  return fc.record({
    shop: fc.nat({ max: shops - 1 }),
    change: fc.record({
      remove: fc.array(arbitraryKey(table), { maxLength: 2 }),
      put: rows,
      // A numbered row has no key of its own before it is stored.
      insert: tables[table].sequence === undefined ? rows : fc.constant([]),
    }),
  })
}

async function keeps<T extends TableName>(
  storage: Storage,
  table: T,
  steps: readonly Step<T>[],
  run: string,
): Promise<void> {
  const models = Array.from({ length: shops }, () => new TableModel(table))
  const ids = hostileShopIds.slice(0, shops).map((id) => id + run)
  for (const { shop, change } of steps) {
    const fits = models[shop]?.apply(change)
    expect(await applies(storage, ids[shop] ?? '', changesOf(table, change))).toBe(fits)
  }
  for (const [i, model] of models.entries()) {
    await storage.transaction(ids[i] ?? '', 'read', async (tx) => {
      expect(await scanned(tx, table)).toEqual(model.sorted())
      await getsEach(tx, table, model)
      await findsEach(tx, table, model)
    })
  }
}

/** Whether the change was made; false if a row stood in its way. */
async function applies(
  storage: Storage,
  shopId: string,
  changes: Parameters<StorageTransaction['apply']>[0],
): Promise<boolean> {
  try {
    await storage.transaction(shopId, 'write', (tx) => tx.apply(changes))
    return true
  } catch (error) {
    if (isLanggananError(error, 'STORAGE_CONFLICT')) return false
    throw error
  }
}

/** Everything, three rows at a time. */
async function scanned<T extends TableName>(tx: StorageTransaction, table: T): Promise<Rows[T][]> {
  const rows: Rows[T][] = []
  for (;;) {
    const last = rows.at(-1)
    const page = await tx.scan(table, last === undefined ? null : keyOf(table, last), 3)
    rows.push(...page)
    if (page.length < 3) return rows
  }
}

async function getsEach<T extends TableName>(
  tx: StorageTransaction,
  table: T,
  model: TableModel<T>,
): Promise<void> {
  const rows = model.sorted()
  for (const row of rows) expect(await tx.get(table, [keyOf(table, row)])).toEqual([row])
  const keys = rows.map((row) => keyOf(table, row))
  const found = await tx.get(table, [...keys, ...keys.slice(0, 1)])
  expect(found.map(named)).toEqual(expect.arrayContaining(rows.map(named)))
  expect(found).toHaveLength(rows.length)
}

interface NamedIndex {
  readonly name: string
  readonly columns: readonly string[]
  /** The column without which a row is not in it. */
  readonly present?: string
}

/** Rows by every beginning of every index, the empty one too, alone and together. */
async function findsEach<T extends TableName>(
  tx: StorageTransaction,
  table: T,
  model: TableModel<T>,
): Promise<void> {
  const key: NamedIndex = { name: 'key', columns: tables[table].key }
  const indexes = Object.entries(tables[table].indexes).map(
    ([name, index]): NamedIndex => ({ name, ...index }),
  )
  for (const { name, columns, present } of [key, ...indexes]) {
    const sorted = model
      .sortedBy(columns)
      .filter((row) => present === undefined || cellAt(row, present) !== null)
    for (let length = 0; length <= columns.length; length += 1) {
      const prefixOf = (row: Rows[T]): Cell[] =>
        columns.slice(0, length).map((column) => cellAt(row, column))
      const prefixes = [
        ...new Map(sorted.map((row) => [named(prefixOf(row)), prefixOf(row)])).values(),
      ]
      for (const prefix of prefixes) {
        const expected = sorted.filter((row) => named(prefixOf(row)) === named(prefix))
        expect(await tx.find(table, name, [prefix])).toEqual(expected)
      }
      const all = await tx.find(table, name, prefixes)
      for (const prefix of prefixes) {
        const ofPrefix = (row: Rows[T]): boolean => named(prefixOf(row)) === named(prefix)
        expect(all.filter(ofPrefix)).toEqual(sorted.filter(ofPrefix))
      }
      expect(all).toHaveLength(sorted.length)
    }
  }
}

function named(value: unknown): string {
  return JSON.stringify(value)
}
