import { describe, expect, test } from 'vitest'
import type { Outcome } from '../commands/outcome.ts'
import { scriptOn } from '../commands/script.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'
import { dumpRows, rowsOf } from '../world/rows.ts'
import { type KeyedCall, keyedCalls } from './keyed-calls.ts'
import { expectSameRows } from './same-rows.ts'

export function onceLaws(open: OpenStorage): void {
  describe.each(keyedCalls)('law 8, once: $what', (keyed) => {
    test('law 8: the same key twice writes once and answers alike', async () => {
      const { kit, say } = await prepared(open, keyed)
      const first = await say({})
      expect(first).toMatchObject({ done: true })
      const before = await dumpRows(kit.storage, kit.shop.id)
      kit.clock.step(timeLeftOpen(keyed) ? 60_000 : 0)
      for (const [how, fields] of Object.entries(keyed.same)) {
        expect(await say(fields), how).toEqual(first)
      }
      expectSameRows(await dumpRows(kit.storage, kit.shop.id), before)
    })

    test('law 8: the same key with other content writes nothing and says so', async () => {
      const { kit, say } = await prepared(open, keyed)
      await say({})
      const before = await dumpRows(kit.storage, kit.shop.id)
      const conflict = { done: false, code: 'IDEMPOTENCY_CONFLICT' }
      for (const [what, fields] of Object.entries(keyed.other)) {
        expect(await say(fields), what).toMatchObject(conflict)
        expectSameRows(await dumpRows(kit.storage, kit.shop.id), before)
      }
    })

    test('law 8: 50 calls at once make one row and 50 equal answers', async () => {
      const { kit, say } = await prepared(open, keyed)
      const before = await rowsOf(kit.storage, kit.shop.id, keyed.table)
      const answers = await Promise.all(Array.from({ length: 50 }, () => say({})))
      const last = keyed.underWay === undefined ? answers[0] : await say({})
      expect(last).toMatchObject({ done: true })
      const others = answers.filter((answer) => !isEqual(answer, last))
      for (const answer of others) expect(answer).toMatchObject({ answer: keyed.underWay ?? last })
      expect(others.length).toBeLessThan(answers.length)
      const after = await rowsOf(kit.storage, kit.shop.id, keyed.table)
      expect(after).toHaveLength(before.length + 1)
    })
  })
}

interface Prepared {
  readonly kit: KitShop
  /** Makes the call with what it says first, and these fields otherwise. */
  say(fields: object): Promise<Outcome>
}

async function prepared(open: OpenStorage, keyed: KeyedCall): Promise<Prepared> {
  const kit = await newShop(open)
  const script = scriptOn(kit)
  for (const command of keyed.prepare) {
    expect(await script.perform(command)).toMatchObject({ done: true })
  }
  const say = (fields: object): Promise<Outcome> =>
    script.perform({ call: keyed.call, args: [{ ...keyed.first, ...fields }] })
  return { kit, say }
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Where the call names no time, the clock may have gone on before it is repeated. */
function timeLeftOpen({ first }: KeyedCall): boolean {
  return Reflect.get(first, 'at') === undefined
}
