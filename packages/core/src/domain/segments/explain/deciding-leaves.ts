import type { ExplainedLeaf, ExplainedPart } from './explanation.ts'
import { withoutNeedless } from './needless-leaves.ts'

/**
 * Few leaves whose verdicts force that of the whole, and of which none can be dropped. Leaves that say
 * the same are one, wherever they stand; others count as independent of each other.
 */
export function decidingLeaves(root: ExplainedPart): readonly ExplainedLeaf[] {
  return withoutNeedless(root, leavesPartByPart(root))
}

/**
 * A part that needs all of its parts rests on the leaves of all; one that needs some rests on as many
 * as it needs, those that rest on the fewest. Where every leaf stands once in the tree, these are the
 * fewest, and none of them can be dropped.
 */
function leavesPartByPart(part: ExplainedPart): readonly ExplainedLeaf[] {
  switch (part.kind) {
    case 'leaf':
      return [part]
    case 'not':
    case 'segment':
      return leavesPartByPart(part.of)
    default:
      return fewest(
        part.of.filter(({ holds }) => holds === part.holds).map(leavesPartByPart),
        neededOf(part),
      )
  }
}

/** How many parts with the verdict of the whole force it. */
function neededOf(part: Exclude<ExplainedPart, { kind: 'leaf' | 'not' | 'segment' }>): number {
  const total = part.of.length
  switch (part.kind) {
    case 'all':
      return part.holds ? total : 1
    case 'any':
      return part.holds ? 1 : total
    case 'atLeast':
      return part.holds ? part.count : total - part.count + 1
  }
}

function fewest(
  reasons: readonly (readonly ExplainedLeaf[])[],
  count: number,
): readonly ExplainedLeaf[] {
  const chosen = new Set([...reasons].sort((a, b) => a.length - b.length).slice(0, count))
  return reasons.filter((reason) => chosen.has(reason)).flat()
}
