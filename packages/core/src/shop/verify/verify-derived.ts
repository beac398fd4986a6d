import type { RowChanges } from '../../domain/change/change.ts'
import type { Cell, TableName } from '../../domain/change/rows.ts'
import { cellAt } from '../../ports/storage/key-of.ts'
import { tables } from '../../ports/storage/tables.ts'
import { beginUnitOfWork } from '../begin-unit-of-work.ts'
import { recomputations } from '../rebuild.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import type { Findings } from './findings.ts'
import { withoutWriting } from './without-writing.ts'

/** What a rebuild would put right, found by the rebuild itself. */
export async function verifyDerived(unit: UnitOfWork, found: Findings): Promise<void> {
  for (const { derives, recompute } of recomputations) {
    const tx = withoutWriting(unit.tx, (changes) => {
      for (const table of derives) {
        for (const key of keysIn(changes, table)) found.add(table, 'notAsRecomputed', key)
      }
    })
    await recompute(beginUnitOfWork({ ...unit, tx }, () => undefined))
  }
}

function keysIn(changes: RowChanges, table: TableName): readonly (readonly Cell[])[] {
  const rows: readonly object[] = [...(changes.insert[table] ?? []), ...(changes.put[table] ?? [])]
  // A delta that would put a count right has an id of its own, which nobody knows.
  const key = table === 'countDeltas' ? (['kind', 'setId'] as const) : tables[table].key
  return [
    ...rows.map((row) => key.map((column) => cellAt(row, column))),
    ...(changes.remove[table] ?? []),
  ]
}
