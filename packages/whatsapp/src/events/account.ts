import type { Origin } from './origin.ts'

/** An event of the business account, of no person and no shop. */
export type AccountEvent = TemplateStatusEvent | NumberQualityEvent | AccountUpdateEvent

/** A template was approved, refused, paused, … */
export interface TemplateStatusEvent extends Origin {
  readonly type: 'templateStatus'
  readonly templateId: string | null
  readonly name: string | null
  readonly language: string | null
  readonly category: string | null
  /** As WhatsApp says it: `APPROVED`, `REJECTED`, `PAUSED`, … */
  readonly event: string
  readonly reason: string | null
}

/** The quality or the limit of a business number changed. */
export interface NumberQualityEvent extends Origin {
  readonly type: 'numberQuality'
  readonly phone: string | null
  /** As WhatsApp says it: `FLAGGED`, `UPGRADE`, … */
  readonly event: string
  readonly currentLimit: string | null
  readonly oldLimit: string | null
}

/** Something about the business account: reviews, violations, bans. */
export interface AccountUpdateEvent extends Origin {
  readonly type: 'accountUpdate'
  readonly phone: string | null
  /** As WhatsApp says it. */
  readonly event: string
}
