import type { Storage } from '@langganan/core/storage'
import { webhookHandler } from '@langganan/whatsapp'
import { interleaved, median, spread } from '../measure.ts'
import { emptyShop } from '../recorded-orders.ts'
import type { Result } from '../result.ts'
import { type RowsByMessage, rowsByMessage } from './by-hand.ts'
import { appSecret, type Delivery, madeUpDeliveries, requestOf } from './requests.ts'

const updates = 1_000
const people = 200
const perRequest = [1, 100] as const

/** A database without a shop that can be taken in to. */
export interface Database {
  /** Where it is said: `SQLite`, `Postgres`. */
  readonly name: string
  newStorage(): Storage
  /** A webhook by hand on a database of its own, in which the shop is set up, and what ends it. */
  byHand(rows: RowsByMessage): Promise<ByHand>
}

export interface ByHand {
  take(request: Request): Promise<void>
  end(): Promise<void> | void
}

/** Messages taken in, from the signed request to the commit, one to a request and many. */
export async function webhooksCompared(
  database: Database,
  repetitions: number,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const size of perRequest) {
    const deliveries = await madeUpDeliveries(updates, people, size)
    const rows = await rowsByMessage(deliveries, database.newStorage())
    const times = await interleaved(
      [
        { name: 'ours', prepare: () => byUs(database, deliveries) },
        { name: 'raw', prepare: async () => allBy(await database.byHand(rows), deliveries) },
      ],
      repetitions,
    )
    const perSecond = (who: string) => (times.get(who) ?? []).map((ms) => (updates / ms) * 1_000)
    const [ours, theirs] = [perSecond('ours'), perSecond('raw')]
    results.push({
      name: `webhooks into ${database.name}, ${size === 1 ? 'one update' : `${size} updates`} to a request`,
      goal: '',
      ratio: median(ours) / median(theirs),
      isMet: true,
      against:
        'by hand: verified, parsed, looked up, the same rows by the raw driver, a transaction per message',
      ours: { median: median(ours), spread: spread(ours), unit: 'updates/s' },
      theirs: { median: median(theirs), spread: spread(theirs), unit: 'updates/s' },
    })
  }
  return results
}

async function byUs(
  database: Database,
  deliveries: readonly Delivery[],
): Promise<() => Promise<void>> {
  const shop = await emptyShop(database.newStorage())
  const handle = webhookHandler({ secrets: appSecret, verifyToken: 'token', shop })
  const take = async (request: Request) => {
    const { status } = await handle(request)
    if (status !== 200) throw new Error(`A webhook was answered ${status}.`)
  }
  return allBy({ take, end: () => shop.close() }, deliveries)
}

/** One request after the other, as one sender would. */
function allBy({ take, end }: ByHand, deliveries: readonly Delivery[]): () => Promise<void> {
  const requests = deliveries.map(requestOf)
  return async () => {
    for (const request of requests) await take(request)
    await end()
  }
}
