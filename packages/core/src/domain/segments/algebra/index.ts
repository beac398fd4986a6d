export type { Possibility, Refutation } from './answers.ts'
export type { AlgebraContext } from './context.ts'
export { contradiction } from './contradiction.ts'
export type { Leaf } from './prove/formula.ts'
export { implies, isEmpty, isUniversal, overlaps } from './questions.ts'
export { simplify } from './simplify/simplify.ts'
export type { Witness } from './witness/find-witness.ts'
export type {
  Life,
  LifeConsent,
  LifeCreditNote,
  LifeIdentity,
  LifeLabel,
  LifeLine,
  LifePayment,
  LifeSale,
} from './witness/life.ts'
