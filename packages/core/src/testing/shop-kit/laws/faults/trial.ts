import { type Outcome, outcomeOf } from '../../commands/outcome.ts'
import type { Beginning } from '../../world/beginning.ts'
import type { MethodCase } from '../../world/every-method.ts'
import type { PointsPassed } from '../../world/fault-points.ts'
import type { FaultyStorage } from '../../world/faulty-storage.ts'
import { everythingHeard } from '../../world/listening.ts'
import { callMethod } from '../../world/methods.ts'
import { type KitShopOptions, shopIn } from '../../world/open.ts'
import { copyRows, type Dump, dumpRows } from '../../world/rows.ts'

/** A call that is tried, of a shop with a few of everything. */
export interface Call {
  /** No other has it. */
  readonly name: string
  readonly method: string
  readonly each: MethodCase
}

/** What a call came to at which something failed. */
export interface Played {
  readonly outcome: Outcome
  readonly passed: PointsPassed
  /** Whether what failed was a commit. */
  readonly atCommit: boolean
  /** How many events listeners heard. */
  readonly heard: number
  readonly before: Dump
  readonly rows: Dump
  readonly isUntouched: boolean
  /** Makes the same call again, by the same shop, with nothing failing; answers what it came to. */
  repeat(): Promise<{ readonly outcome: Outcome; readonly rows: Dump }>
}

export interface Trial {
  /** Makes the call in the shop as it was at the beginning, with a fault at one of its points. */
  play(point: number, way: string): Promise<Played>
}

/** Ids are the same wherever shops are opened with these options and with one clock. */
export const alike: KitShopOptions = { randomBytes: (count) => new Uint8Array(count) }

export function trialOf(
  { storage, observer, failAt, heal }: FaultyStorage,
  { rows: before, ids, clock }: Beginning,
  { method, each, name }: Call,
): Trial {
  const untouched = JSON.stringify(before)
  let copies = 0
  let id = ''
  let isSpoilt = true

  return {
    async play(point, way) {
      if (isSpoilt) {
        copies += 1
        id = `${name} ${copies}`
        await copyRows(observer, before, id)
      }
      const { shop } = await shopIn(storage, { ...alike, id, clock })
      const heard = everythingHeard(shop)
      const call = (): Promise<Outcome> => outcomeOf(callMethod(shop, method, each.args(ids)))
      const rowsNow = (): Promise<Dump> => dumpRows(observer, shop.id)
      failAt(point, way)
      const outcome = await call()
      const passed = heal()
      const rows = await rowsNow()
      const isUntouched = JSON.stringify(rows) === untouched
      isSpoilt = !isUntouched
      return {
        outcome,
        passed,
        atCommit: passed.failed && passed.commits.includes(point),
        heard: heard.length,
        before,
        rows,
        isUntouched,
        async repeat() {
          isSpoilt = true
          return { outcome: await call(), rows: await rowsNow() }
        },
      }
    },
  }
}
