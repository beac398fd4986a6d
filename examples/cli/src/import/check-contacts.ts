import { isLanggananError, type Shop } from '@langganan/core'
import { rowError } from '../csv/row-error.ts'
import type { ColumnNames } from './import-options.ts'
import type { Staging } from './staging.ts'

/** Refuses phones and e-mail addresses that are none before anything is recorded. */
export async function checkContacts(
  { customers }: Shop,
  staging: Staging,
  names: ColumnNames,
): Promise<void> {
  for (const { kind, value, row } of staging.contacts()) {
    try {
      await customers.find(kind, value)
    } catch (error) {
      if (!isLanggananError(error, 'INVALID_INPUT')) throw error
      throw rowError(row, error.message.replace(/\.$/, ''), names[kind])
    }
  }
}
