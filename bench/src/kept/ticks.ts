import { interleaved } from '../measure.ts'
import { forget } from './counting-storage.ts'
import type { Growth } from './exponent.ts'
import { shopId } from './grown-shop.ts'
import type { KeptShop } from './kept-shop.ts'

export const due = 100

export interface Ticked {
  readonly growth: readonly Growth[]
  /** How many rows the last tick of each shop read. */
  readonly asked: string
}

/**
 * Ticks of shops in turns, each when a hundred customers are due: milliseconds.
 *
 * @throws Error if a tick reads a row of somebody who was not due
 */
export async function timedTicks(shops: readonly KeptShop[], repetitions: number): Promise<Ticked> {
  for (const { shop } of shops) await shop.tick()
  const rows = new Map<number, number>()
  const times = await interleaved(
    shops.map((kept) => ({
      name: String(kept.customers),
      prepare: async () => {
        const candidates = await goOnUntilDue(kept)
        forget(kept.asked)
        return async () => {
          const { customers } = await kept.shop.tick()
          if (customers !== candidates.size) throw new Error('Not all who were due were judged.')
          for (const id of kept.asked.customers)
            if (!candidates.has(id)) throw new Error('Somebody was touched who was not due.')
          rows.set(kept.customers, kept.asked.rows)
        }
      },
    })),
    repetitions,
  )
  return {
    growth: shops.map(({ customers }) => ({
      customers,
      times: times.get(String(customers)) ?? [],
    })),
    asked: `${shops.map(({ customers }) => rows.get(customers)).join(' and ')} rows read`,
  }
}

/** Sets the clock to where a hundred are due; an instant at which many are, as at a midnight, is passed over. */
async function goOnUntilDue({ shop, storage, clock }: KeptShop): Promise<ReadonlySet<string>> {
  const ahead = (until: number, limit: number) =>
    storage.transaction(shopId, 'read', (tx) => tx.report('dueTurns', { until, limit }))
  for (;;) {
    clock.now = (await ahead(Number.MAX_SAFE_INTEGER, due)).at(-1)?.turnsAt ?? clock.now
    const candidates = await ahead(clock.now, 2 * due)
    if (candidates.length < 1.2 * due) return new Set(candidates.map((turn) => turn.customerId))
    await shop.tick()
  }
}
