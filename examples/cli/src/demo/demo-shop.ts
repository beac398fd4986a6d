import { createCipheriv } from 'node:crypto'
import { sqliteStorage } from '@langganan/adapters-sqlite'
import { openShop, type RandomBytes, type Shop } from '@langganan/core'
import { type PopulateProgress, populateShop } from '@langganan/core/simulator'

/** Friday noon in Bandung. The demo stands still here, so that it says the same every time. */
export const now: Date = new Date('2026-11-20T12:00:00+07:00')
export const today = '2026-11-20'
export const timeZone = 'Asia/Jakarta'

const firstDay = new Date('2025-05-21T00:00:00+07:00')
const seed = 'kopi-senja'

export interface DemoShop {
  readonly shop: Shop
  /** What was simulated. */
  readonly simulated: PopulateProgress
}

/** Lets a year and a half of a coffee shop happen in a new database. `onProgress` hears shares of 1. */
export async function makeDemoShop(
  filename: string,
  customers: number,
  onProgress: (share: number) => void,
): Promise<DemoShop> {
  let clock = firstDay.getTime()
  const shop = await openShop({
    id: 'kopi-senja',
    currency: 'IDR',
    timeZone,
    storage: sqliteStorage({ filename }),
    clock: () => clock,
    randomBytes: knownBytes(),
    actor: 'demo',
  })
  const simulated = await populateShop(shop, {
    seed,
    customers,
    from: firstDay,
    until: now,
    labels: 'whatsapp',
    setClock: (at) => {
      clock = at.getTime()
    },
    onProgress: ({ at }) => onProgress(shareOf(at)),
  })
  await shop.value.refreshRhythm()
  return { shop, simulated }
}

function shareOf(at: Date): number {
  return (at.getTime() - firstDay.getTime()) / (now.getTime() - firstDay.getTime())
}

/** The same bytes every time: ids come out alike, which nobody but a demo should want. */
function knownBytes(): RandomBytes {
  const stream = createCipheriv('aes-128-ctr', new Uint8Array(16), new Uint8Array(16))
  return (count) => stream.update(new Uint8Array(count))
}
