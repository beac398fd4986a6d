import type { Condition } from '../../domain/segments/condition.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { resolve } from '../../domain/segments/resolve.ts'
import type { StorageTransaction } from '../../ports/storage/storage.ts'
import type { Question, Scene } from '../arbitraries/scene.ts'
import type { OpenStorage } from '../shop-kit/world/open.ts'
import { hold } from './hold.ts'
import type { LawRun } from './law-run.ts'
import { renewedStorage } from './renewed-storage.ts'

/**
 * Law 2, two values: a predicate and its negation split the customers in two, and De Morgan's laws
 * hold, by the storage's own answers.
 */
export async function twoValues(open: OpenStorage, run: LawRun): Promise<void> {
  const storageFor = renewedStorage(open)
  const { name } = await storageFor()
  let cases = 0
  await hold(`law 2 on ${name}`, run, async (scene, number) => {
    const storage = await storageFor()
    const shopId = `two-values-${run.seed}-${number}`
    await storage.transaction(shopId, 'write', async (tx) => {
      for (const changes of scene.population.writes) await tx.apply(changes)
    })
    await storage.transaction(shopId, 'read', async (tx) => {
      for (const [i, question] of scene.questions.entries()) {
        await splits(tx, scene, question)
        await deMorgan(tx, scene, question, scene.questions[i - 1] ?? question)
        cases += 1
      }
    })
  })
  run.print(`two values, ${name}: ${cases} cases, seed ${run.seed}`)
}

async function splits(tx: StorageTransaction, scene: Scene, question: Question): Promise<void> {
  const { predicate } = question
  const inside = await idsOf(tx, scene, question.now, predicate)
  const outside = await idsOf(tx, scene, question.now, { not: predicate })
  const universe = scene.population.views.map(({ customer }) => customer.id).sort()
  const both = [...inside, ...outside].sort()
  if (both.join() !== universe.join()) {
    throw new Error(
      `a predicate and its negation do not split the customers: ${JSON.stringify(predicate)}`,
    )
  }
  const back = await idsOf(tx, scene, question.now, { not: { not: predicate } })
  if (back.join() !== inside.join()) {
    throw new Error(`a double negation changes the answer: ${JSON.stringify(predicate)}`)
  }
}

async function deMorgan(
  tx: StorageTransaction,
  scene: Scene,
  question: Question,
  other: Question,
): Promise<void> {
  const [a, b] = [question.predicate, other.predicate]
  const pairs: readonly (readonly [Predicate, Predicate])[] = [
    [{ not: { all: [a, b] } }, { any: [{ not: a }, { not: b }] }],
    [{ not: { any: [a, b] } }, { all: [{ not: a }, { not: b }] }],
  ]
  for (const [left, right] of pairs) {
    const [one, same] = [
      await idsOf(tx, scene, question.now, left),
      await idsOf(tx, scene, question.now, right),
    ]
    if (one.join() !== same.join())
      throw new Error(`De Morgan does not hold: ${JSON.stringify(left)}`)
  }
}

async function idsOf(
  tx: StorageTransaction,
  { catalogue }: Scene,
  now: number,
  predicate: Predicate,
): Promise<string[]> {
  const where: Condition = resolve(predicate, { ...catalogue, now })
  return (await tx.members({ where, limit: 1_000 })).map(({ id }) => id)
}
