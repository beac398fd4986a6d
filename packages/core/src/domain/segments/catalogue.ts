import type { AttributeType } from '../customers/rows.ts'
import type { Predicate } from './predicate.ts'

/** What predicates of one shop may speak of beside the fields that every shop has. A plain value. */
export interface Catalogue {
  /** The book currency, ISO 4217, and the digits of its minor unit. */
  readonly currency: string
  readonly scale: number
  /** IANA name. */
  readonly timeZone: string
  readonly attributes: readonly DeclaredAttribute[]
  readonly groups: readonly Named[]
  readonly tags: readonly Named[]
  readonly categories: readonly Named[]
  readonly labels: readonly NamedLabel[]
  readonly segments: readonly DefinedSegment[]
}

/** A custom attribute of the shop, `attr.` and its name in predicates. */
export interface DeclaredAttribute {
  readonly name: string
  readonly type: AttributeType
  /** For `choice`; empty for other types. */
  readonly choices: readonly string[]
}

/** Something that JSON names by id and people by name. */
export interface Named {
  readonly id: string
  readonly name: string
}

/** A label; two sources may have labels of one name. */
export interface NamedLabel extends Named {
  readonly source: string
}

/** A saved segment and what it means. */
export interface DefinedSegment extends Named {
  readonly where: Predicate
  /** Whether it is known since when each member belongs. */
  readonly tracked: boolean
}
