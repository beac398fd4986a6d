import type { Shop } from '@langganan/core'
import type { Referral } from '../events/event.ts'

export interface IngestOptions {
  /**
   * Whether contacts of the WhatsApp Business app's address book become customers. Not where nothing is
   * said: an address book knows friends and suppliers too. Names of customers are taken from it anyway.
   */
  readonly addContacts?: boolean
  /** Source and campaign of who came from an advertisement or post; its kind and its id where nothing is said. */
  readonly attribution?: (referral: Referral) => Attribution
}

export interface Attribution {
  readonly source?: string | null
  readonly campaign?: string | null
}

/**
 * One person of WhatsApp whom the shop knows as several customers. What was told went to the one with the
 * phone number; whether they are one, somebody has to look at.
 */
export interface IdentityConflict {
  /** Ids of the customers. */
  readonly customers: readonly string[]
  /** Where the event stood. */
  readonly place: string
}

/** A shop, what is wanted of it, and where conflicts are noted. */
export interface Ingestion {
  readonly shop: Shop
  readonly options: IngestOptions
  conflict(customers: readonly string[], place: string): Promise<void>
}
