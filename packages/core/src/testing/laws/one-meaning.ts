import { check } from '../../domain/segments/check.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import { resolve } from '../../domain/segments/resolve.ts'
import type {
  Member,
  MembersQuestion,
  Storage,
  StorageTransaction,
} from '../../ports/storage/storage.ts'
import { catalogueIn } from '../arbitraries/catalogue.ts'
import type { Question, Scene } from '../arbitraries/scene.ts'
import type { OpenStorage } from '../shop-kit/world/open.ts'
import { criteriaUsed, criterionNames } from './criteria-used.ts'
import { hold } from './hold.ts'
import type { LawRun } from './law-run.ts'
import { referenceMembers } from './reference-members.ts'
import { renewedStorage } from './renewed-storage.ts'
import { type Tally, tally } from './tally.ts'
import { traps, trapsIn } from './traps.ts'

/**
 * Law 1, one meaning: for any data, predicate and instant the storage gives the same customers in
 * the same order as the evaluator does, however they are asked for.
 *
 * Every population is written into a shop of its own beside the others. The run fails, too, if it
 * did not try enough: from 20,000 cases on, each criterion and each trap 100 times, and answers that
 * are neither none nor all in a third of them; in a short run a fifth will do.
 */
export async function oneMeaning(open: OpenStorage, run: LawRun): Promise<void> {
  const storageFor = renewedStorage(open)
  const { name } = await storageFor()
  const seen: Seen = {
    criteria: tally(criterionNames(catalogueIn('UTC'))),
    traps: tally(Object.keys(traps)),
    cases: 0,
    mixed: 0,
  }
  await hold(`law 1 on ${name}`, run, async (scene, number) =>
    askAll(await storageFor(), `one-meaning-${run.seed}-${number}`, scene, seen),
  )
  summarise(seen, run, name)
}

interface Seen {
  readonly criteria: Tally
  readonly traps: Tally
  cases: number
  mixed: number
}

async function askAll(storage: Storage, shopId: string, scene: Scene, seen: Seen): Promise<void> {
  const { population } = scene
  await storage.transaction(shopId, 'write', async (tx) => {
    for (const changes of population.writes) await tx.apply(changes)
  })
  await storage.transaction(shopId, 'read', async (tx) => {
    for (const question of scene.questions) await ask(tx, scene, question, seen)
  })
}

async function ask(
  tx: StorageTransaction,
  scene: Scene,
  question: Question,
  seen: Seen,
): Promise<void> {
  const { catalogue, population } = scene
  const { sort, now } = question
  const predicate = check(JSON.parse(JSON.stringify(question.predicate)), catalogue)
  const where = resolve(predicate, { ...catalogue, now })
  const expected = referenceMembers(population.views, where, sort)
  const about = { predicate, now, sort }

  assertSame(await tx.count(where), expected.length, 'count', about)
  assertSame(await membersByPage(tx, where, question), expected, 'members', about)
  if (question.every !== undefined) {
    const { every } = question
    const among = population.views
      .map(({ customer }) => customer.id)
      .filter((_, i) => i % every === 0)
    const chosen = expected.filter(({ id }) => among.includes(id))
    assertSame(
      await tx.members({ where, among, ...sorting(sort), limit: 1_000 }),
      chosen,
      'among some',
      about,
    )
  }

  seen.cases += 1
  if (expected.length > 0 && expected.length < population.views.length) seen.mixed += 1
  seen.criteria.add(criteriaUsed(predicate))
  const sorted = sort === undefined ? [] : expected.map(({ value }) => value)
  seen.traps.add(trapsIn({ scene, question, condition: where, sorted }))
}

async function membersByPage(
  tx: StorageTransaction,
  where: Condition,
  { sort, pageSize }: Question,
): Promise<readonly Member[]> {
  const whole: Omit<MembersQuestion, 'limit'> = { where, ...sorting(sort) }
  if (pageSize === undefined) return tx.members({ ...whole, limit: 1_000 })
  const members: Member[] = []
  for (;;) {
    const last = members.at(-1)
    const page = await tx.members({ ...whole, ...(last && { after: last }), limit: pageSize })
    members.push(...page)
    if (page.length < pageSize) return members
  }
}

function sorting(sort: Question['sort']): Pick<MembersQuestion, 'sort'> {
  return sort === undefined ? {} : { sort }
}

function assertSame(actual: unknown, expected: unknown, what: string, about: object): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (found === wanted) return
  throw new Error(
    `${what} differ for ${JSON.stringify(about)}: storage ${found}, evaluator ${wanted}`,
  )
}

function summarise({ cases, mixed, criteria, traps }: Seen, run: LawRun, name: string): void {
  const share = mixed / cases
  run.print(
    `one meaning, ${name}: ${cases} cases, seed ${run.seed}, ${Math.round(share * 100)} % neither none nor all`,
  )
  run.print(`criteria: ${criteria.lines().join(', ')}`)
  run.print(`traps: ${traps.lines().join(', ')}`)
  // In a short run the rarest may not come up at all, by chance.
  const least = cases < 20_000 ? Math.floor(cases / 4_000) : 100
  const rare = [...criteria.below(least), ...traps.below(least)]
  if (rare.length > 0) throw new Error(`fewer than ${least} cases of: ${rare.join(', ')}`)
  if (share < (cases < 20_000 ? 1 / 5 : 1 / 3))
    throw new Error(`only ${Math.round(share * 100)} % of the answers are neither none nor all`)
}
