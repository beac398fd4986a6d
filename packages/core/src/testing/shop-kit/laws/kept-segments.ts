import { describe, expect } from 'vitest'
import type { Cell } from '../../../domain/change/rows.ts'
import { memoryStorage } from '../../../memory/memory-storage.ts'
import { type Command, hour } from '../commands/command.ts'
import { keptLives, keptOpening } from '../commands/kept-commands.ts'
import { scriptOn } from '../commands/script.ts'
import { testLaw } from '../world/holds.ts'
import { type KitShop, type OpenStorage, openStorage, shopIn } from '../world/open.ts'
import { dumpRows, rowsOf } from '../world/rows.ts'
import { expectFollowed, expectKept } from './kept.ts'

/** How often the reference is compared with what it must be, in hours; and always when something changed. */
const checkEvery = 29

/** What is kept up by ticks now and then is what a reference has that ticks at every instant. */
export function keptSegmentLaws(open: OpenStorage): void {
  describe('law 4, kept segments', () => {
    testLaw(
      'law 4: members, events and history are those of ticks at every instant, however few there were',
      keptLives,
      { ordinary: 40, long: 5_000 },
      async () => {
        const storage = await openStorage(open)
        const oracle = await openStorage(memoryStorage)
        return async ({ commands, ...settings }, number) => {
          const options = { id: `kept-${number}`, ...settings }
          const [kit, twin] = [await shopIn(storage, options), await shopIn(oracle, options)]
          await live(kit, twin, [...keptOpening, ...commands])
        }
      },
    )
  })
}

async function live(kit: KitShop, twin: KitShop, commands: readonly Command[]): Promise<void> {
  const [script, reference] = [scriptOn(kit), scriptOn(twin)]
  for (const command of commands) {
    if (command.call === 'clock.step') await everyInstant(twin, Number(command.args[0]))
    else await reference.perform(command)
    await script.perform(command)
    if (command.call === 'tick' || command.call === 'rebuild') await expectKept(kit)
  }
  for (const { shop } of [kit, twin]) await shop.tick()
  await expectKept(kit)
  await expectFollowed(kit)
  await expectFollowed(twin)
  expect(await recorded(kit)).toEqual(await recorded(twin))
}

/** Goes on from hour to hour, and to every instant in between that a row names. */
async function everyInstant(kit: KitShop, milliseconds: number): Promise<void> {
  const from = kit.clock.now()
  const to = from + milliseconds
  const instants = new Set([to])
  for (let at = from + hour; at < to; at += hour) instants.add(at)
  const dump = await dumpRows(kit.storage, kit.shop.id)
  for (const row of Object.values(dump).flat()) {
    const cells: readonly Cell[] = Object.values(row)
    for (const cell of cells)
      if (typeof cell === 'number' && cell > from && cell < to) instants.add(cell)
  }
  let passed = 0
  for (const at of [...instants].sort((a, b) => a - b)) {
    kit.clock.step(at - kit.clock.now())
    const { crossings } = await kit.shop.tick()
    passed += 1
    if (crossings > 0 || passed % checkEvery === 0) await expectKept(kit)
  }
}

interface CrossingData {
  readonly segment?: string
  readonly tag?: string
  readonly cause?: string
}

/** What was recorded of memberships, by the order in which customers, segments and tags were made. */
async function recorded({ storage, shop }: KitShop): Promise<object> {
  const events = await rowsOf(storage, shop.id, 'events')
  const names = new Map<string, string>()
  for (const { type, customerId, data } of events) {
    const { segment, tag }: CrossingData = JSON.parse(data)
    const made =
      type === 'customer.added'
        ? customerId
        : type === 'segment.created'
          ? segment
          : type === 'tag.created'
            ? tag
            : undefined
    if (typeof made === 'string') names.set(made, `${type} ${names.size}`)
  }
  const nameOf = (id: string | null | undefined): string | undefined => names.get(id ?? '')
  const crossings = events.flatMap((event) => {
    const data: CrossingData = JSON.parse(event.data)
    if (data.cause === undefined) return []
    const { type, occurredAt } = event
    const what = nameOf(data.segment ?? data.tag)
    return [{ who: nameOf(event.customerId), type, what, occurredAt, cause: data.cause }]
  })
  const members = [
    ...(await rowsOf(storage, shop.id, 'segmentMembers')).map((row) => ({
      ...row,
      of: row.segmentId,
    })),
    ...(await rowsOf(storage, shop.id, 'tagMembers')).map((row) => ({
      ...row,
      of: row.tagId,
      since: row.ruleSince,
    })),
  ].map((row) => `${nameOf(row.of)} ${nameOf(row.customerId)} since ${row.since}`)
  const history = (await rowsOf(storage, shop.id, 'segmentChanges')).map(
    (row) =>
      `${nameOf(row.segmentId)} ${nameOf(row.customerId)} ${row.entered} ${row.occurredAt} ${row.cause}`,
  )
  return { crossings: byCustomer(crossings), members: members.sort(), history: history.sort() }
}

/** The order of each customer's is kept. */
function byCustomer<C extends { readonly who: string | undefined }>(
  crossings: readonly C[],
): object {
  return Object.fromEntries(
    [...new Set(crossings.map(({ who }) => String(who)))]
      .sort()
      .map((who) => [who, crossings.filter((crossing) => String(crossing.who) === who)]),
  )
}
