import { localTimeOf } from '../domain/interactions/local-time.ts'
import { openingOf } from '../domain/transactions/open-sale.ts'
import type { TransactionRow } from '../domain/transactions/rows.ts'
import { scanPages } from './scan-all.ts'
import type { ShopConfig, UnitOfWork } from './unit-of-work.ts'

/** Recomputes what rows hold beside what was said: what is open of sales, local times of interactions. */
export async function rebuildDerivedColumns(unit: UnitOfWork): Promise<number> {
  return (await rebuildOpenings(unit)) + (await rebuildLocalTimes(unit))
}

async function rebuildOpenings(unit: UnitOfWork): Promise<number> {
  let corrected = 0
  for await (const rows of scanPages(unit.tx, 'transactions', ({ id }) => [id])) {
    const into = unit.draft()
    for (const row of rows) {
      const { openBook, overdueAt } = reopened(row, unit.shop)
      if (row.openBook === openBook && row.overdueAt === overdueAt) continue
      into.put('transactions', { ...row, openBook, overdueAt })
      corrected += 1
    }
    await unit.tx.apply(into.change())
  }
  return corrected
}

/** A transaction with what is open of it as the rest of the row says. */
export function reopened(row: TransactionRow, { timeZone }: ShopConfig): TransactionRow {
  const { openBook, overdueAt } = openingOf(row, timeZone)
  return { ...row, openBook, overdueAt }
}

async function rebuildLocalTimes(unit: UnitOfWork): Promise<number> {
  let corrected = 0
  for await (const rows of scanPages(unit.tx, 'interactions', ({ id }) => [id])) {
    const into = unit.draft()
    for (const row of rows) {
      const { weekday, hour } = localTimeOf(row.at, unit.shop.timeZone)
      if (row.weekday === weekday && row.hour === hour) continue
      into.put('interactions', { ...row, weekday, hour })
      corrected += 1
    }
    await unit.tx.apply(into.change())
  }
  return corrected
}
