import type { Predicate } from '../predicate.ts'
import { print } from '../text/print.ts'
import type { AlgebraContext } from './context.ts'
import { onlyLeaves } from './only-leaves.ts'
import type { Leaf } from './prove/formula.ts'
import { formulaOf } from './prove/formula-of.ts'
import { prove } from './prove/proof.ts'
import { reasonOf } from './reason.ts'

/** Why a predicate matches nobody. */
export interface Contradiction {
  /** Leaves that contradict each other; none where an empty `any` says it all. */
  readonly because: readonly Leaf[]
  /** What of the predicate does, as text: `ltv > 10 and ltv < 5`. */
  readonly text: string
  /** Where all of it is about one thing: `no ltv is both greater than 10 and less than 5`. */
  readonly reason: string | null
}

const work = 60_000

/** Why a checked predicate matches nobody, now and at every later instant; null where that is not proven. */
export function contradiction(predicate: Predicate, context: AlgebraContext): Contradiction | null {
  const proof = prove(formulaOf(predicate, context, 'ever'), { left: work })
  if (proof.is !== 'empty') return null
  const paths = proof.because.map(({ path }) => path)
  const part = onlyLeaves(predicate, paths) ?? { any: [] }
  return {
    because: proof.because,
    text: print(part, context),
    reason: reasonOf(proof.because, context),
  }
}
