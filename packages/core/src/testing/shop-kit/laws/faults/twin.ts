import { expect } from 'vitest'
import { memoryStorage } from '../../../../memory/memory-storage.ts'
import type { Storage } from '../../../../ports/storage/storage.ts'
import { type Outcome, outcomeOf } from '../../commands/outcome.ts'
import { type Beginning, beginning } from '../../world/beginning.ts'
import type { MethodCase } from '../../world/every-method.ts'
import { callMethod } from '../../world/methods.ts'
import { shopIn } from '../../world/open.ts'
import { copyRows, type Dump, dumpRows } from '../../world/rows.ts'
import { alike } from './trial.ts'

/** What a call comes to in memory, where nothing fails: made once, and made once more. */
export interface Twin {
  readonly once: State
  readonly twice: State
  /** The rows after each of the transactions of the first call. */
  readonly steps: readonly Dump[]
}

export interface State {
  readonly outcome: Outcome
  readonly rows: Dump
}

let begun: Promise<Beginning> | undefined

export async function twinOf(method: string, each: MethodCase): Promise<Twin> {
  begun ??= beginning(memoryStorage(), alike)
  const { rows, ids, clock } = await begun
  const inner = memoryStorage()
  const id = 'twin'
  const steps: Dump[] = []
  const storage: Storage = {
    ...inner,
    async transaction(shopId, mode, work) {
      const answer = await inner.transaction(shopId, mode, work)
      steps.push(await dumpRows(inner, id))
      return answer
    },
  }
  await copyRows(inner, rows, id)
  const { shop } = await shopIn(storage, { ...alike, id, clock })
  const state = async (): Promise<State> => ({
    outcome: await outcomeOf(callMethod(shop, method, each.args(ids))),
    rows: await dumpRows(inner, id),
  })
  steps.length = 0
  const once = await state()
  const ofFirst = [...steps]
  expect(once.outcome).toMatchObject({ done: true })
  return { once, twice: await state(), steps: ofFirst }
}
