import type { Leaf } from './prove/formula.ts'
import type { Witness } from './witness/find-witness.ts'

/** Whether nothing can be so: with the leaves that say why, or a customer who shows that it can. */
export type Refutation =
  | { readonly answer: 'yes'; readonly because: readonly Leaf[] }
  | { readonly answer: 'no'; readonly witness: Witness }
  | { readonly answer: 'unknown' }

/** Whether something can be so: with a customer who shows it, or the leaves that say why not. */
export type Possibility =
  | { readonly answer: 'yes'; readonly witness: Witness }
  | { readonly answer: 'no'; readonly because: readonly Leaf[] }
  | { readonly answer: 'unknown' }
