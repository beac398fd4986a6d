import type { Predicate } from '../predicate.ts'
import type { Possibility, Refutation } from './answers.ts'
import type { AlgebraContext } from './context.ts'
import { formulaOf } from './prove/formula-of.ts'
import { prove } from './prove/proof.ts'
import { findWitness } from './witness/find-witness.ts'

// As much as takes about a twentieth of a second.
const workOfProof = 60_000
const workOfWitness = 60_000

/**
 * Whether a checked predicate matches nobody, now and at every later instant. `because` are leaves that
 * contradict each other; without any one of them it would not be certain.
 */
export function isEmpty(predicate: Predicate, context: AlgebraContext): Refutation {
  const proof = prove(formulaOf(predicate, context, 'ever'), { left: workOfProof })
  if (proof.is === 'empty') return { answer: 'yes', because: proof.because }
  const witness = findWitness(predicate, context, { left: workOfWitness })
  return witness === undefined ? { answer: 'unknown' } : { answer: 'no', witness }
}

/** Whether a checked predicate matches everybody, now and at every later instant; the witness of a no is not matched. */
export function isUniversal(predicate: Predicate, context: AlgebraContext): Refutation {
  return isEmpty({ not: predicate }, context)
}

/**
 * Whether whoever matches one checked predicate matches the other too, now and at every later instant.
 * The witness of a no matches the first and not the second. Paths are those in `{"all": [a, {"not": b}]}`.
 */
export function implies(a: Predicate, b: Predicate, context: AlgebraContext): Refutation {
  return isEmpty({ all: [a, { not: b }] }, context)
}

/**
 * Whether somebody can match two checked predicates at once, now or later. Paths are those in
 * `{"all": [a, b]}`.
 */
export function overlaps(a: Predicate, b: Predicate, context: AlgebraContext): Possibility {
  const both = isEmpty({ all: [a, b] }, context)
  switch (both.answer) {
    case 'yes':
      return { answer: 'no', because: both.because }
    case 'no':
      return { answer: 'yes', witness: both.witness }
    case 'unknown':
      return both
  }
}
