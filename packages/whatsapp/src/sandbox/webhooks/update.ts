import type { BusinessNumber } from '../business.ts'
import type { WireContact } from '../people/wire-person.ts'

/** One thing that webhooks tell; several of a kind may come in one change. */
export interface Update {
  readonly field: string
  /** Null for what concerns the account, whose value then stands alone. */
  readonly number: BusinessNumber | null
  readonly value: UpdateValue
}

export interface UpdateValue {
  readonly contacts?: readonly WireContact[]
  readonly [list: string]: unknown
}
