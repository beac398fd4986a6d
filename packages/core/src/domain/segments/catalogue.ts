import type { AttributeType } from '../customers/rows.ts'

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
