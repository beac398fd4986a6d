import fc from 'fast-check'
import { expect, test } from 'vitest'
import { implies, isEmpty } from '../../../src/domain/segments/algebra/questions.ts'
import { simplify } from '../../../src/domain/segments/algebra/simplify/simplify.ts'
import { compile } from '../../../src/domain/segments/compile.ts'
import type { CustomerView } from '../../../src/domain/segments/customer-view.ts'
import type { Predicate } from '../../../src/domain/segments/predicate.ts'
import type { Scene } from '../../../src/testing/arbitraries/scene.ts'
import { hold } from '../../../src/testing/laws/hold.ts'
import { environment } from '../../../src/testing/shop-kit/world/environment.ts'
import { couldExist, existsFrom, withAgreeingFacts } from './could-exist.ts'

const cases = environment().cases ?? (environment().isLong ? 200_000 : 2_000)
const day = 86_400_000
/** From now: at once, soon, and after every step and period of the pools. */
const later = [0, 1, 3_600_000, day, 8 * day, 32 * day, 100 * day, 367 * day, 4_000 * day]

function seedOfRun(): number {
  return environment().seed ?? fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0
}

function print(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(line)
}

test('algebra: nobody who could exist matches what is empty, and the witness of what is not matches', async () => {
  const seed = seedOfRun()
  const given = { yes: 0, no: 0, unknown: 0 }
  let counterexamples = 0
  await hold('algebra', { cases, seed, print }, async ({ catalogue, population, questions }) => {
    const people = peopleOf(population.views)
    for (const { predicate, now } of questions) {
      const matches = compile(predicate, catalogue.timeZone, catalogue.segments)
      const found = isEmpty(predicate, { ...catalogue, now })
      given[found.answer] += 1
      if (found.answer === 'no') {
        expect(found.witness.at).toBeGreaterThanOrEqual(now)
        expect(matches(found.witness.view, found.witness.at)).toBe(true)
        people.push({ view: found.witness.view, from: found.witness.at })
      }
      if (found.answer === 'yes') {
        counterexamples += people.length
        expect(anyMatches(matches, people, now)).toBe(false)
      }
    }
  })
  const all = given.yes + given.no + given.unknown
  print(
    `algebra: ${given.yes} empty, ${given.no} with a witness, ${given.unknown} unknown of ${all}; ${counterexamples} customers tried against the empty ones, seed ${seed}`,
  )
  expect(given.unknown / all).toBeLessThan(0.1)
}, 3_600_000)

interface Person {
  readonly view: CustomerView
  /** Before this instant the customer was somebody else. */
  readonly from: number
}

function peopleOf(views: readonly CustomerView[]): Person[] {
  return views
    .map(withAgreeingFacts)
    .filter(couldExist)
    .map((view) => ({ view, from: existsFrom(view) }))
}

function anyMatches(
  matches: (view: CustomerView, now: number) => boolean,
  people: readonly Person[],
  now: number,
): boolean {
  return later.some((distance) =>
    people.some(({ view, from }) => now + distance >= from && matches(view, now + distance)),
  )
}

test('algebra: what implies another has no customer who shows otherwise', async () => {
  const seed = seedOfRun()
  const given = { yes: 0, no: 0, unknown: 0 }
  await hold('implies', { cases: cases / 4, seed, print }, async (scene) => {
    const people = peopleOf(scene.population.views)
    for (const [a, b, now] of pairsOf(scene)) {
      const context = { ...scene.catalogue, now }
      const found = implies(a, b, context)
      given[found.answer] += 1
      const shows = { all: [a, { not: b }] }
      const matches = compile(shows, context.timeZone, context.segments)
      if (found.answer === 'yes') expect(anyMatches(matches, people, now)).toBe(false)
      if (found.answer === 'no') expect(matches(found.witness.view, found.witness.at)).toBe(true)
    }
  })
  print(`implies: ${JSON.stringify(given)}, seed ${seed}`)
  expect(given.yes).toBeGreaterThan(cases / 100)
}, 3_600_000)

/** Predicates beside themselves, parts of themselves and others, so that some do imply the others. */
function pairsOf({ questions }: Scene): readonly (readonly [Predicate, Predicate, number])[] {
  return questions.flatMap(({ predicate: a, now }, i) => {
    const b = questions[(i + 1) % questions.length]?.predicate ?? a
    const pairs: (readonly [Predicate, Predicate, number])[] = [
      [a, b, now],
      [{ all: [a, b] }, { any: [b, { not: { not: a } }] }, now],
    ]
    return i % 2 === 0 ? pairs : [[a, simplify(a), now]]
  })
}

test('algebra: what is simplified means the same, is no larger, and stays as it is', async () => {
  const seed = seedOfRun()
  let smaller = 0
  await hold(
    'simplify',
    { cases: cases / 4, seed, print },
    async ({ catalogue, population, questions }) => {
      for (const { predicate, now } of doubled(questions)) {
        const simple = simplify(predicate)
        const { timeZone, segments } = catalogue
        const [before, after] = [predicate, simple].map((each) => compile(each, timeZone, segments))
        for (const distance of [0, 1, 32 * day]) {
          for (const view of population.views)
            expect(after?.(view, now + distance)).toBe(before?.(view, now + distance))
        }
        expect(simplify(simple)).toEqual(simple)
        expect(partsOf(simple)).toBeLessThanOrEqual(partsOf(predicate))
        smaller += Number(partsOf(simple) < partsOf(predicate))
      }
    },
  )
  print(`simplify: ${smaller} made smaller, seed ${seed}`)
  expect(smaller).toBeGreaterThan(cases / 8)
}, 3_600_000)

/** Each question, and each beside its neighbours, whose parts stand twice then and bound the same fields. */
function doubled(questions: Scene['questions']): readonly { predicate: Predicate; now: number }[] {
  return questions.flatMap(({ predicate, now }, i) => {
    const near = questions.slice(i, i + 4).map((each) => each.predicate)
    return [
      { predicate, now },
      { predicate: { all: near }, now },
      { predicate: { any: [...near, { not: { not: { any: [predicate] } } }] }, now },
      { predicate: { atLeast: 2, of: [...near, predicate, { all: [] }] }, now },
    ]
  })
}

function partsOf(predicate: Predicate): number {
  const inside =
    'all' in predicate
      ? predicate.all
      : 'any' in predicate
        ? predicate.any
        : 'of' in predicate
          ? predicate.of
          : 'not' in predicate
            ? [predicate.not]
            : []
  return 1 + inside.reduce((sum, part) => sum + partsOf(part), 0)
}
