import { formatAmount, openShop } from '@langganan/core'
import { memoryStorage } from '@langganan/core/memory'
import { parseAmount } from '../../src/input/amount.ts'
import { localTimeFormat } from '../../src/output/local-time.ts'
import type { Session } from '../../src/session/session.ts'

const now = Date.parse('2026-11-21T00:00:00Z')

/** A session on a new shop in memory, its clock at 21 November 2026. */
export async function memorySession(currency = 'GBP', timeZone = 'UTC'): Promise<Session> {
  const storage = memoryStorage()
  const shop = await openShop({ id: 'test', currency, timeZone, storage, clock: () => now })
  return {
    shop,
    now: () => now,
    amount: (text, field, sign) => parseAmount(text, currency, field, sign),
    money: (minor, shown = currency) => formatAmount(minor, shown),
    time: localTimeFormat(timeZone),
  }
}
