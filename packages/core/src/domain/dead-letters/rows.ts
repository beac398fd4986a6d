/**
 * Something that came from outside and could not be taken in, kept until somebody settles it. The same
 * thing is one row, however often it is delivered.
 */
export interface DeadLetterRow {
  readonly id: string
  /** Where it came from, such as `whatsapp`. */
  readonly source: string
  readonly kind: DeadLetterKind
  /** A code or what was expected, never what was found. */
  readonly reason: string
  /** Where in its delivery it stood last. */
  readonly place: string | null
  /** Of source and payload; it stays when the payload goes, so that the same again is known. */
  readonly fingerprint: string
  readonly receivedAt: number
  readonly lastReceivedAt: number
  /** How many deliveries held it. */
  readonly times: number
  /** As it came: personal data. Null once it is settled. */
  readonly payload: string | null
  /** `receivedAt` for as long as it is open. */
  readonly openSince: number | null
  readonly settledAt: number | null
  readonly outcome: DeadLetterOutcome | null
}

/** Nobody knows what it is; it could not be read; or it was read, and the shop refused it. */
export type DeadLetterKind = 'unknown' | 'rejected' | 'refused'

export const deadLetterKinds: readonly DeadLetterKind[] = ['unknown', 'rejected', 'refused']

/** Taken in after all, or given up. */
export type DeadLetterOutcome = 'applied' | 'discarded'

export const deadLetterOutcomes: readonly DeadLetterOutcome[] = ['applied', 'discarded']
