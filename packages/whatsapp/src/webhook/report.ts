import type { ErrorCode } from '@langganan/core'
import type { Audience, Rejected, Unknown } from '../parse/items.ts'

/** What a request came to. */
export type WebhookOutcome =
  | 'verified'
  | 'accepted'
  | 'otherProduct'
  | 'wrongToken'
  | 'wrongSignature'
  | 'noBody'
  | 'invalidJson'
  | 'tooLarge'
  | 'interrupted'
  | 'wrongMethod'
  | 'failed'

/** One request, in counts, places and names that WhatsApp gives: no personal data, but for `error`. */
export interface WebhookReport {
  readonly outcome: WebhookOutcome
  /** The HTTP status answered. */
  readonly status: number
  /** How many events were read, by type. */
  readonly events: Readonly<Record<string, number>>
  /** How many events shops took in. */
  readonly applied: number
  /** How many events have nothing that a shop keeps. */
  readonly passedOver: number
  /** How many events are of a number that is no shop's, by WhatsApp's id of the number. */
  readonly unknownNumbers: Readonly<Record<string, number>>
  readonly ignored: Readonly<Record<Audience, number>>
  /** What this package does not know. */
  readonly unknown: readonly Omit<Unknown, 'raw'>[]
  readonly rejected: readonly Omit<Rejected, 'raw'>[]
  /** Events that a shop refused, each by itself. */
  readonly refused: readonly { readonly place: string; readonly code: ErrorCode }[]
  /** How many of what could not be read or taken in are in shops' `deadLetters`, those that were there before included. */
  readonly deadLettersKept: number
  /** How many people are known to a shop as two customers. */
  readonly conflicts: number
  /**
   * What made it fail, where it did, as it was thrown: the words of a database or of the host may hold
   * personal data. Log its name or code.
   */
  readonly error: unknown
}

export const emptyReport: Omit<WebhookReport, 'outcome' | 'status'> = {
  events: {},
  applied: 0,
  passedOver: 0,
  unknownNumbers: {},
  ignored: { group: 0, broadcast: 0, newsletter: 0 },
  unknown: [],
  rejected: [],
  refused: [],
  deadLettersKept: 0,
  conflicts: 0,
  error: undefined,
}
