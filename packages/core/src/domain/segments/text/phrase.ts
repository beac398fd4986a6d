import type { Catalogue } from '../catalogue.ts'
import type { PlainObject } from '../check/plain.ts'
import type { Predicate } from '../predicate.ts'
import type { Layout } from './layout.ts'
import type { Reader } from './reader.ts'

/** Reads what follows the words that a phrase begins with, as the JSON form says it. */
export type ReadPhrase = (reader: Reader, at: number) => PlainObject

/** A kind of predicate that has no others inside it, in both directions. */
export interface Phrase {
  /** By the words that it begins with. */
  readonly reads: Readonly<Record<string, ReadPhrase>>
  /** The text of a checked predicate, or undefined if it is of another kind. */
  readonly write: (predicate: Predicate, catalogue: Catalogue) => Layout | undefined
}
