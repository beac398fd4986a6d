import { type Predicate, resolve } from '@langganan/core/segments'
import { shopId } from './grown-shop.ts'
import type { KeptShop } from './kept-shop.ts'

/** Milliseconds of `shop.rebuild()`: facts and logs once more from the rows, then everybody judged by all segments. */
export async function timedRebuild({ shop }: KeptShop): Promise<number> {
  const begin = performance.now()
  await shop.rebuild()
  return performance.now() - begin
}

/**
 * Milliseconds of what one would do without keeping anything up by change: asks who belongs to each
 * segment now, one SQL query each, and compares with who is stored as a member.
 */
export async function timedQueries({ shop, storage, clock, customers }: KeptShop): Promise<number> {
  const { segments, timeZone } = { ...(await shop.segments.catalogue()) }
  const begin = performance.now()
  await storage.transaction(shopId, 'read', async (tx) => {
    for (const { id, where } of segments) {
      const condition = resolve(where satisfies Predicate, { now: clock.now, timeZone, segments })
      const belong = await tx.members({ where: condition, limit: customers })
      const stored = await tx.find('segmentMembers', 'key', [[id]])
      const left = new Set(stored.map(({ customerId }) => customerId))
      for (const member of belong) left.delete(member.id)
    }
  })
  return performance.now() - begin
}
