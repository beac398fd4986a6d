import type { Storage } from '../../../ports/storage/storage.ts'
import { expectSameRows } from '../laws/same-rows.ts'
import { type KitShop, shopIn } from './open.ts'
import type { Ids } from './population.ts'
import { type Dump, dumpRows } from './rows.ts'

/** A shop with something in it that a test leaves as it is. */
export interface UnchangedShop {
  readonly kit: KitShop
  readonly ids: Ids
  /** Fails if a row is another than before. */
  expectUnchanged(): Promise<void>
}

/**
 * Gives tests of refusals a shop. Filling one takes longer than most of them, so the next test takes
 * the same again, once it was found unchanged; otherwise another one is filled.
 */
export function unchangedShops(
  storage: () => Storage,
  name: string,
  fill: (kit: KitShop) => Promise<Ids>,
): () => Promise<UnchangedShop> {
  let free: { readonly kit: KitShop; readonly ids: Ids; readonly before: Dump } | undefined
  let filled = 0

  async function filledShop() {
    filled += 1
    const kit = await shopIn(storage(), { id: `${name} ${filled}` })
    const ids = await fill(kit)
    return { kit, ids, before: await dumpRows(kit.storage, kit.shop.id) }
  }

  return async () => {
    const taken = free ?? (await filledShop())
    free = undefined
    const { kit, ids, before } = taken
    return {
      kit,
      ids,
      async expectUnchanged() {
        expectSameRows(await dumpRows(kit.storage, kit.shop.id), before)
        free = taken
      },
    }
  }
}
