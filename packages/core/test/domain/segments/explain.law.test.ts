import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../../src/domain/segments/compile.ts'
import type {
  ExplainedLeaf,
  ExplainedPart,
  Explanation,
} from '../../../src/domain/segments/explain/explanation.ts'
import { explain } from '../../../src/domain/segments/explain.ts'
import { hold } from '../../../src/testing/laws/hold.ts'
import { environment } from '../../../src/testing/shop-kit/world/environment.ts'

const cases = environment().cases ?? (environment().isLong ? 200_000 : 2_000)
const mostForBruteForce = 12

test("law 5, explained: the verdict is the evaluation's, its leaves force it, and none can be dropped", async () => {
  const seed = environment().seed ?? fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0
  let forced = 0
  await hold('law 5', { cases, seed, print: () => undefined }, async ({ catalogue, ...scene }) => {
    const { timeZone } = catalogue
    for (const [i, { predicate, now }] of scene.questions.entries()) {
      const view = scene.population.views[i % scene.population.views.length]
      if (view === undefined) continue
      const explanation = explain(predicate, view, { ...catalogue, now })
      expect(explanation.holds).toBe(compile(predicate, timeZone, catalogue.segments)(view, now))
      for (const leaf of leavesOf(explanation.root)) {
        expect(leaf.holds).toBe(compile(leaf.predicate, timeZone, catalogue.segments)(view, now))
      }
      forced += Number(leavesForce(explanation))
    }
  })
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(`explanations: ${forced} tried with every assignment of the leaves, seed ${seed}`)
  expect(forced).toBeGreaterThan(cases / 2)
}, 3_600_000)

/** Tries every assignment, where there are few enough leaves for that; answers whether it did. */
function leavesForce({ root, because }: Explanation): boolean {
  const leaves = leavesOf(root)
  if (leaves.length > mostForBruteForce) return false
  expect(isForced(root, leaves, because)).toBe(true)
  for (const dropped of because) {
    expect(
      isForced(
        root,
        leaves,
        because.filter((leaf) => leaf !== dropped),
      ),
    ).toBe(false)
  }
  return true
}

/** Whether the verdict stays, whatever the leaves that are not kept turn out to be. */
function isForced(
  root: ExplainedPart,
  leaves: readonly ExplainedLeaf[],
  kept: readonly ExplainedLeaf[],
): boolean {
  const free = leaves.filter((leaf) => !kept.includes(leaf))
  for (let bits = 0; bits < 2 ** free.length; bits++) {
    const judged = new Map(free.map((leaf, i) => [leaf, Math.floor(bits / 2 ** i) % 2 === 1]))
    if (evaluate(root, (leaf) => judged.get(leaf) ?? leaf.holds) !== root.holds) return false
  }
  return true
}

function evaluate(part: ExplainedPart, verdictOf: (leaf: ExplainedLeaf) => boolean): boolean {
  const verdict = (each: ExplainedPart): boolean => evaluate(each, verdictOf)
  switch (part.kind) {
    case 'all':
      return part.of.every(verdict)
    case 'any':
      return part.of.some(verdict)
    case 'atLeast':
      return part.of.filter(verdict).length >= part.count
    case 'not':
      return !verdict(part.of)
    case 'segment':
      return verdict(part.of)
    case 'leaf':
      return verdictOf(part)
  }
}

function leavesOf(part: ExplainedPart): readonly ExplainedLeaf[] {
  if (part.kind === 'leaf') return [part]
  if (part.kind === 'not' || part.kind === 'segment') return leavesOf(part.of)
  return part.of.flatMap(leavesOf)
}
