import type { ConsentChannel, ConsentDecision, ConsentPurpose } from '../../../consents/rows.ts'
import type { AttributeValue } from '../../../customers/attributes.ts'
import type { ProfileChanges } from '../../../customers/profile.ts'
import type { AcquisitionKind, IdentityKind } from '../../../customers/rows.ts'
import type { NewInteraction } from '../../../interactions/record-interaction.ts'
import type { LabelChange } from '../../../labels/rows.ts'
import type { ModelScores, RfmScores } from '../../../scores/record-scores.ts'

/** What a made-up customer is and did: all that a shop would have to record. Instants are epoch milliseconds. */
export interface Life {
  readonly profile: ProfileChanges & { readonly name: string }
  readonly acquisition: AcquisitionKind
  readonly sampleKey: number
  readonly addedAt: number
  /** First contact as stated, where it is not that of adding. */
  readonly firstContactAt: number | null
  readonly identities: readonly LifeIdentity[]
  /** When mail to the first e-mail address came back. */
  readonly bouncedAt: number | null
  readonly attributes: ReadonlyMap<string, readonly AttributeValue[]>
  /** Ids. */
  readonly groups: readonly string[]
  /** Ids of tags given by hand. */
  readonly tags: readonly string[]
  readonly sales: readonly LifeSale[]
  readonly creditNotes: readonly LifeCreditNote[]
  readonly interactions: readonly NewInteraction[]
  readonly labels: readonly LifeLabel[]
  readonly consents: readonly LifeConsent[]
  readonly scores: { readonly rfm?: RfmScores; readonly model?: ModelScores }
  readonly archivedAt: number | null
  readonly blacklistedAt: number | null
}

export interface LifeIdentity {
  readonly kind: IdentityKind
  readonly value: string
}

/** A sale in the book currency. */
export interface LifeSale {
  readonly at: number
  /** `YYYY-MM-DD` */
  readonly dueDate: string | null
  readonly lines: readonly LifeLine[]
  readonly payments: readonly LifePayment[]
}

export interface LifeLine {
  readonly product: string
  readonly category: string | null
  readonly colour: string | null
  readonly size: string | null
  readonly quantity: number
  /** Minor units of the whole line. */
  readonly total: number
}

export interface LifePayment {
  readonly at: number
  readonly amount: number
  readonly method: string
}

/** Goods taken back, for so much, of which a part was given back. */
export interface LifeCreditNote {
  readonly at: number
  readonly total: number
  readonly refunded: number
}

export interface LifeLabel {
  readonly label: string
  readonly change: LabelChange
  readonly at: number
  readonly by: string | null
}

export interface LifeConsent {
  readonly purpose: ConsentPurpose
  readonly channel: ConsentChannel
  readonly decision: ConsentDecision
  readonly at: number
}
