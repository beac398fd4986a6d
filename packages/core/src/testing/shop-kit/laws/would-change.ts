import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action } from '../../../domain/segments/changes/action.ts'
import { actionKinds } from '../../../domain/segments/changes/effort.ts'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { type Tally, tally } from '../../laws/tally.ts'
import { begin, beginnings, type Deed, eventfulBeginning } from '../changes/beginnings.ts'
import { perform } from '../changes/perform.ts'
import { questions, simpleQuestions } from '../changes/questions.ts'
import { slightlyLess } from '../changes/slightly-less.ts'
import { environment } from '../world/environment.ts'
import { numRunsOf } from '../world/holds.ts'
import { type KitShop, type OpenStorage, openStorage, shopIn } from '../world/open.ts'

export function wouldChangeLaws(open: OpenStorage): void {
  describe('law 5, explained', () => {
    test('law 5: what is named as a change, done in the shop, flips who belongs', async () => {
      const { seed: given } = environment()
      const [drawn = 0] = fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)
      const seed = given ?? drawn
      const storage = await openStorage(open)
      const trial = { storage, tried: tally(actionKinds), shops: 0 }
      const cases = fc.sample(beginnings, {
        numRuns: numRunsOf({ ordinary: 24, long: 2_000 }),
        seed,
      })
      await tryEveryKind(trial)
      for (const [i, deeds] of cases.entries()) {
        try {
          await tryAll(trial, deeds, seed + i)
        } catch (error) {
          throw new Error(`seed ${seed}, beginning ${i}: ${String(error)}`, { cause: error })
        }
      }
      // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
      console.info(`changes done, ${storage.name}: ${trial.tried.lines().join(', ')}, seed ${seed}`)
      expect(trial.tried.below(1)).toEqual([])
    }, 3_600_000)
  })
}

interface Trial {
  readonly storage: Storage
  readonly tried: Tally
  shops: number
}

/** Asks everything of one beginning, and does each kind of action a few times. */
async function tryEveryKind(trial: Trial): Promise<void> {
  const { kit, customer } = await begun(trial, eventfulBeginning)
  const catalogue = await kit.shop.segments.catalogue()
  for (const predicate of simpleQuestions(catalogue)) {
    const { holds, changes } = await kit.shop.segments.whatWouldChange(predicate, customer)
    for (const { action } of changes) {
      if (trial.tried.below(fewOfEachKind).includes(action.kind))
        await expectFlip(trial, eventfulBeginning, { predicate, holds, action })
    }
  }
}

const fewOfEachKind = 3

/** Asks about one beginning, and does each action that is named in a shop that began the same. */
async function tryAll(trial: Trial, deeds: readonly Deed[], seed: number): Promise<void> {
  const asked = await begun(trial, deeds)
  const catalogue = await asked.kit.shop.segments.catalogue()
  const now = asked.kit.clock.now()
  const simple = simpleQuestions(catalogue)
  const few = Array.from({ length: 4 }, (_, i) => simple[(seed * 4 + i) % simple.length])
  const nested = fc.sample(questions(catalogue, now), { numRuns: 4, seed })
  for (const predicate of [...few, ...nested]) {
    if (predicate === undefined) continue
    const { holds, changes } = await asked.kit.shop.segments.whatWouldChange(
      predicate,
      asked.customer,
    )
    expect(await belongs(asked.kit, predicate)).toBe(holds)
    for (const { action } of chosen(changes, seed))
      await expectFlip(trial, deeds, { predicate, holds, action })
  }
}

/** At most five, another choice each time. */
function chosen<T>(changes: readonly T[], seed: number): readonly T[] {
  const first = seed % Math.max(changes.length, 1)
  return [...changes.slice(first), ...changes.slice(0, first)].slice(0, 5)
}

interface Named {
  readonly predicate: Predicate
  readonly holds: boolean
  readonly action: Action
}

async function expectFlip(
  trial: Trial,
  deeds: readonly Deed[],
  { predicate, holds, action }: Named,
): Promise<void> {
  const answerAfter = async (done: Action, paid: 'yes' | 'no'): Promise<boolean> => {
    const { kit, customer } = await begun(trial, deeds)
    await perform(kit, customer, done, paid)
    return belongs(kit, predicate)
  }
  const said = `${JSON.stringify(action)} for ${JSON.stringify(predicate)}`
  const ways = action.kind === 'buy' && action.paid === 'either' ? ['yes', 'no'] : ['no']
  for (const paid of ways) {
    const way = paid === 'yes' ? 'yes' : 'no'
    expect(await answerAfter(action, way), `does not flip: ${said}`).toBe(!holds)
    const less = slightlyLess(action)
    if (less !== undefined)
      expect(await answerAfter(less, way), `less flips too: ${said}`).toBe(holds)
  }
  trial.tried.add([action.kind])
}

/** A shop of its own in which those things were done. */
async function begun(
  trial: Trial,
  deeds: readonly Deed[],
): Promise<{ readonly kit: KitShop; readonly customer: string }> {
  trial.shops += 1
  const kit = await shopIn(trial.storage, { id: `would-${trial.shops}` })
  const customer = await begin(kit)
  for (const [i, deed] of deeds.entries()) await deed(kit, customer, i)
  kit.clock.step(1_000)
  return { kit, customer }
}

async function belongs({ shop }: KitShop, predicate: Predicate): Promise<boolean> {
  return (await shop.segments.count(predicate)) === 1
}
