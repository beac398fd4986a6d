import { expect } from 'vitest'
import type { EventRow } from '../../../domain/history/rows.ts'
import { eventOf } from '../../../shop/history/history.ts'
import type { Command } from '../commands/command.ts'
import { scriptOn } from '../commands/script.ts'
import { everythingHeard } from '../world/listening.ts'
import type { KitShop } from '../world/open.ts'
import { type Dump, dumpRows, rowsOf } from '../world/rows.ts'
import { expectBooks } from './books-balance.ts'
import { expectDerivedRows } from './derived-rows.ts'
import { expectFollowed } from './kept.ts'
import { expectSameRows } from './same-rows.ts'

/** Plays the same commands on a shop and on its twin in memory, and compares all that can be seen. */
export async function expectSameLife(
  kit: KitShop,
  twin: KitShop,
  commands: readonly Command[],
): Promise<void> {
  const [script, reference] = [scriptOn(kit), scriptOn(twin)]
  const heard = everythingHeard(kit.shop)
  for (const command of commands) {
    const before = await dumpRows(kit.storage, kit.shop.id)
    const outcome = await script.perform(command)
    expect(outcome, `the outcome of ${command.call}`).toEqual(await reference.perform(command))
    if (outcome.done) continue
    // Nobody else writes, so a storage has nothing to refuse.
    expect(outcome.code).not.toMatch(/^STORAGE/)
    expectSameRows(await dumpRows(kit.storage, kit.shop.id), before)
  }
  expect(await kit.shop.verify()).toEqual({ sound: true, findings: [] })
  for (const { shop } of [kit, twin]) await shop.tick()
  const rows = await dumpRows(kit.storage, kit.shop.id)
  expectSameRows(rows, await dumpRows(twin.storage, twin.shop.id))
  await expectHeard(kit, heard)
  await expectDerivedRows(kit)
  await expectFollowed(kit)
  await expectBooks(kit)
  expect(await kit.shop.rebuild(), 'rows that a rebuild had to put right').toBe(0)
  expectSameRows(await withoutRebuilding(kit), rows)
}

/** Listeners heard what the log holds, in its order, but for the creation of the shop. */
async function expectHeard({ storage, shop }: KitShop, heard: readonly object[]): Promise<void> {
  const [, ...events] = (await rowsOf(storage, shop.id, 'events')).map(eventOf)
  expect(heard).toEqual(events)
}

/** All rows but the note that the shop was rebuilt, which must be the last of the log. */
async function withoutRebuilding({ storage, shop }: KitShop): Promise<Dump> {
  const events: EventRow[] = [...(await rowsOf(storage, shop.id, 'events'))]
  expect(events.pop()?.type).toBe('shop.rebuilt')
  return { ...(await dumpRows(storage, shop.id)), events }
}
