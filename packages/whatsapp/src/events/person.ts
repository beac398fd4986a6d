/**
 * Somebody on WhatsApp, as far as an event tells. Since spring 2026 a person may show no phone number:
 * then only the user id is there.
 */
export interface Person {
  /** The phone number with its `+`, as WhatsApp gave its digits. */
  readonly phone: string | null
  /** The WhatsApp id with a `+`; of some countries it differs from the phone number. */
  readonly waId: string | null
  /** The business-scoped user id; another one after a change of number. */
  readonly userId: string | null
  /** The user id of the portfolio above, where the business has one. */
  readonly parentUserId: string | null
  /** The name that the person chose. */
  readonly name: string | null
  readonly username: string | null
}
