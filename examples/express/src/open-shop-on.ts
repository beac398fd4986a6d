import { type Clock, openShop, type Shop } from '@langganan/core'
import type { Storage } from '@langganan/core/storage'
import type { Config } from './config.ts'
import { openPlay, type Play } from './play/play.ts'
import { populate } from './play/populate.ts'

interface OpenOptions {
  readonly clock: Clock
  readonly onPopulate?: ((customers: number) => void) | undefined
}

/** Opens the shop in its storage. In a play it lives in the play's time, which does not begin before what has happened in it. */
export async function openShopOn(
  storage: Storage,
  { shop: config, whatsapp }: Config,
  { clock: realClock, onPopulate }: OpenOptions,
): Promise<{ readonly shop: Shop; readonly play: Play | undefined }> {
  if (whatsapp.kind !== 'play') {
    return { shop: await openShop({ ...config, storage, clock: realClock }), play: undefined }
  }
  const isNew = !(await storage.shopIds()).includes(config.id)
  const start = isNew ? new Date(realClock()) : await lastTime(storage, config.id, realClock)
  const play = openPlay({ start, realClock })
  const { customers } = whatsapp
  if (isNew && customers > 0) {
    onPopulate?.(customers)
    await populate(storage, config, { customers, phoneNumberId: play.phoneNumberId, until: start })
  }
  return { shop: await openShop({ ...config, storage, clock: play.clock }), play }
}

/** Now, or when something happened last where an earlier play had moved its time on. */
async function lastTime(storage: Storage, id: string, realClock: Clock): Promise<Date> {
  const { customers } = await openShop({ id, storage, clock: realClock })
  const { rows } = await customers.list({ sort: 'lastActivity', limit: 1 })
  return new Date(Math.max(realClock(), rows[0]?.lastActivityAt?.getTime() ?? 0))
}
