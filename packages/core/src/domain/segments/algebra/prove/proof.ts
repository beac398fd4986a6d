import type { Formula, Leaf } from './formula.ts'
import { searchFormula } from './tableau.ts'
import type { Work } from './work.ts'

/** What was found out about a formula: whether nothing can make it hold. */
export type Proof =
  | { readonly is: 'empty'; readonly because: readonly Leaf[] }
  | { readonly is: 'open' }
  | { readonly is: 'exhausted' }

/**
 * Whether a formula cannot hold, and the leaves that make it so: were any one of them left open, the
 * others would not do.
 */
export function prove(formula: Formula, work: Work): Proof {
  const first = leavesThatClose(formula, work, () => true)
  if (typeof first === 'string') return { is: first }
  let leaves: readonly Leaf[] = first
  for (const leaf of first) {
    const others = new Set(leaves.filter((each) => each !== leaf))
    const found = leavesThatClose(formula, work, (each) => others.has(each))
    if (typeof found !== 'string')
      leaves = leaves.filter((each) => others.has(each) && found.includes(each))
  }
  return { is: 'empty', because: leavesOf(formula).filter((leaf) => leaves.includes(leaf)) }
}

function leavesThatClose(
  formula: Formula,
  work: Work,
  counts: (leaf: Leaf) => boolean,
): readonly Leaf[] | 'open' | 'exhausted' {
  const outcome = searchFormula(formula, {
    work,
    counts: ({ leaf }) => counts(leaf),
    onOpen: () => true,
  })
  if (outcome.is !== 'closed') return outcome.is
  return [...new Set([...outcome.because].map(({ leaf }) => leaf))]
}

/** The leaves of a formula, in their order, each once. */
function leavesOf(formula: Formula): readonly Leaf[] {
  const leaves = new Set<Leaf>()
  const look = (part: Formula): void => {
    if (part.op === 'literal') leaves.add(part.leaf)
    else if (part.op === 'not') look(part.of)
    else for (const each of part.of) look(each)
  }
  look(formula)
  return [...leaves]
}
