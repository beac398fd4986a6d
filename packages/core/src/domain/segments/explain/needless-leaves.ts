import type { ExplainedLeaf, ExplainedPart } from './explanation.ts'

/** Leaves that stand more than once and are tried out both ways; more of them count as independent. */
const mostTried = 10

/**
 * These leaves, which force the verdict of the whole, without those that it is forced without: where a
 * leaf stands several times, one reason may be said in another already.
 */
export function withoutNeedless(
  root: ExplainedPart,
  leaves: readonly ExplainedLeaf[],
): readonly ExplainedLeaf[] {
  const times = timesSaid(root)
  const repeated = [...times].filter(([, count]) => count > 1).map(([said]) => said)
  if (repeated.length === 0) return leaves
  let kept = new Map(leaves.toReversed().map((leaf) => [saidBy(leaf), leaf]))
  for (const said of kept.keys()) {
    const others = new Map(kept)
    others.delete(said)
    const free = repeated.filter((each) => !others.has(each)).slice(0, mostTried)
    const known = new Map([...others].map(([each, { holds }]) => [each, holds]))
    if (isForced(root, known, free)) kept = others
  }
  return leaves.filter((leaf) => kept.get(saidBy(leaf)) === leaf)
}

/** What a leaf says; the same text wherever it stands. */
function saidBy({ predicate }: ExplainedLeaf): string {
  return JSON.stringify(predicate)
}

function timesSaid(part: ExplainedPart, times = new Map<string, number>()): Map<string, number> {
  if (part.kind === 'leaf') times.set(saidBy(part), (times.get(saidBy(part)) ?? 0) + 1)
  else for (const each of partsOf(part)) timesSaid(each, times)
  return times
}

function partsOf(part: Exclude<ExplainedPart, ExplainedLeaf>): readonly ExplainedPart[] {
  return part.kind === 'not' || part.kind === 'segment' ? [part.of] : part.of
}

/** Whether the verdict is the same whatever the leaves are that are not known; the free ones are tried out. */
function isForced(
  root: ExplainedPart,
  known: ReadonlyMap<string, boolean>,
  free: readonly string[],
): boolean {
  const [first, ...rest] = free
  if (first === undefined) return verdictOf(root, known) === root.holds
  return [true, false].every((holds) => isForced(root, new Map([...known, [first, holds]]), rest))
}

/** The verdict that these leaves force; undefined if others decide. */
function verdictOf(part: ExplainedPart, known: ReadonlyMap<string, boolean>): boolean | undefined {
  if (part.kind === 'leaf') return known.get(saidBy(part))
  const verdicts = partsOf(part).map((each) => verdictOf(each, known))
  const holding = verdicts.filter((each) => each === true).length
  const failing = verdicts.filter((each) => each === false).length
  switch (part.kind) {
    case 'segment':
      return verdicts[0]
    case 'not':
      return verdicts[0] === undefined ? undefined : !verdicts[0]
    case 'all':
      return ofEnough(holding, failing, verdicts.length, verdicts.length)
    case 'any':
      return ofEnough(holding, failing, verdicts.length, 1)
    case 'atLeast':
      return ofEnough(holding, failing, verdicts.length, part.count)
  }
}

function ofEnough(
  holding: number,
  failing: number,
  total: number,
  needed: number,
): boolean | undefined {
  if (holding >= needed) return true
  return total - failing < needed ? false : undefined
}
