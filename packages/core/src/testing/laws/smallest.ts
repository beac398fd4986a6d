import type { RowChanges } from '../../domain/change/change.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import type { Population } from '../arbitraries/population.ts'
import type { Question, Scene } from '../arbitraries/scene.ts'

/**
 * A smaller scene that fails too: one question, then as few customers as it needs, then as small a
 * part of its predicate. Each is tried once or twice, so that it takes seconds and not minutes.
 */
export async function smallestFailing(
  scene: Scene,
  fails: (scene: Scene) => Promise<boolean>,
): Promise<Scene> {
  const one = await firstThat(scene.questions, async (question) =>
    fails({ ...scene, questions: [question] }),
  )
  if (one === undefined) return scene
  const alone = await withFewestCustomers({ ...scene, questions: [one] }, fails)
  return withSmallestPredicate(alone, one, fails)
}

async function withFewestCustomers(
  scene: Scene,
  fails: (scene: Scene) => Promise<boolean>,
): Promise<Scene> {
  let smallest = scene
  for (const { customer } of scene.population.views) {
    const smaller = { ...smallest, population: without(smallest.population, customer.id) }
    if (await fails(smaller)) smallest = smaller
  }
  return smallest
}

async function withSmallestPredicate(
  scene: Scene,
  question: Question,
  fails: (scene: Scene) => Promise<boolean>,
): Promise<Scene> {
  let smallest = question
  for (;;) {
    const smaller = await firstThat(smallerThan(smallest.predicate), async (predicate) =>
      fails({ ...scene, questions: [{ ...smallest, predicate }] }),
    )
    if (smaller === undefined) return { ...scene, questions: [smallest] }
    smallest = { ...smallest, predicate: smaller }
  }
}

/** The parts of a predicate, and the predicate without one of its parts, or with a smaller one. */
function smallerThan(predicate: Predicate): readonly Predicate[] {
  if ('not' in predicate) {
    return [predicate.not, ...smallerThan(predicate.not).map((not) => ({ not }))]
  }
  if ('all' in predicate) return [...predicate.all, ...fewer(predicate.all).map((all) => ({ all }))]
  if ('any' in predicate) return [...predicate.any, ...fewer(predicate.any).map((any) => ({ any }))]
  return 'of' in predicate ? predicate.of : []
}

function fewer(parts: readonly Predicate[]): readonly (readonly Predicate[])[] {
  return parts.flatMap((part, i) => [
    parts.toSpliced(i, 1),
    ...smallerThan(part).map((smaller) => parts.with(i, smaller)),
  ])
}

/** A population without the rows of one customer. */
function without({ writes, views }: Population, id: string): Population {
  return {
    writes: writes.map((changes) => ({ ...changes, insert: rowsNotOf(changes.insert, id) })),
    views: views.filter(({ customer }) => customer.id !== id),
  }
}

function rowsNotOf(rows: RowChanges['insert'], id: string): RowChanges['insert'] {
  const others = Object.entries(rows).map(([table, list]) => [
    table,
    list.filter((row) => ('customerId' in row ? row.customerId : 'id' in row && row.id) !== id),
  ])
  return Object.fromEntries(others)
}

async function firstThat<T>(
  values: readonly T[],
  passes: (value: T) => Promise<boolean>,
): Promise<T | undefined> {
  for (const value of values) if (await passes(value)) return value
  return undefined
}
