import { join } from 'node:path'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop, type Shop } from '@langganan/core'

/** Does something in the shop of a folder that no command does, such as what WhatsApp tells it. */
export async function changeShop<T>(
  { cwd, at }: { readonly cwd: string; readonly at: Date },
  work: (shop: Shop) => Promise<T>,
): Promise<T> {
  const storage = sqliteStorage({ filename: join(cwd, 'shop.db') })
  const shop = await openShop({ id: 'kopi-senja', storage, clock: () => at.getTime() })
  try {
    return await work(shop)
  } finally {
    await shop.close()
  }
}
