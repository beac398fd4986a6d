import type { Kept } from '../../kept/kept.ts'
import type { Catalogue } from '../catalogue.ts'

/** Where and from when on predicates are looked at: the shop's catalogue, and an instant. */
export interface AlgebraContext extends Catalogue {
  /** Epoch milliseconds. Answers hold for this instant and every later one. */
  readonly now: number
  /** Rules of tags. Tags that have none here count as given by hand alone. */
  readonly kept?: readonly Kept[]
}
