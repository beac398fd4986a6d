/** Where an event stood, and what stood there. */
export interface Origin {
  /** Such as `entry[0].changes[0].value.messages[2]`. */
  readonly place: string
  /** The WhatsApp business account. */
  readonly accountId: string | null
  /** The item as it came, with whatever this package does not know of. Holds personal data. */
  readonly raw: unknown
}
