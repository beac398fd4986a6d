import { type DeadLetterInput, LanggananError, type Shop } from '@langganan/core'
import type { ChatEvent } from '../events/event.ts'
import type { IngestOptions } from '../ingest/ingestion.ts'
import type { WebhookReport } from './report.ts'

/** Which shop a business number belongs to: one for all, or found by WhatsApp's id of the number. */
export type ShopChoice =
  | { readonly shop: Shop; readonly shopFor?: undefined }
  | {
      readonly shop?: undefined
      /** Undefined or null for a number that is no shop's: its events are counted and passed over. */
      readonly shopFor: (phoneNumberId: string) => FoundShop | Promise<FoundShop>
    }

type FoundShop = Shop | undefined | null

export type WebhookOptions = ShopChoice &
  IngestOptions & {
    /** The app secret; several while one takes the place of another. */
    readonly secrets: string | readonly string[]
    /** What the app's settings say under "Verify token". */
    readonly verifyToken: string
    /** How large a body may be; 3 MiB, WhatsApp's own limit, where nothing is said. */
    readonly maxBytes?: number
    /** Told of every request: counts and places only, so that it can be logged without its `error`. */
    readonly onReport?: (report: WebhookReport) => void | Promise<void>
    /**
     * Whether what could not be read or taken in is kept in the shop's `deadLetters`, as it is where nothing
     * is said. What is of no shop's number is kept in none.
     */
    readonly keepDeadLetters?: boolean
    /**
     * Given the same, of all numbers. It holds personal data. If it fails, WhatsApp is told to send again.
     */
    readonly onDeadLetters?: (letters: readonly DeadLetterInput[]) => void | Promise<void>
    /**
     * Given a shop's events once they are taken in, before WhatsApp has its answer: for replies, hand them
     * on and return. At least once: if it fails, WhatsApp sends all of them again.
     */
    readonly onEvents?: (events: readonly ChatEvent[], shop: Shop) => void | Promise<void>
  }

/** WhatsApp sends up to 3 MB. */
const usualMaxBytes: number = 3 * 1024 * 1024

/** Options that were looked at. */
export interface CheckedOptions {
  readonly secrets: readonly string[]
  readonly verifyToken: string
  readonly maxBytes: number
  /** The shop of a number; without a number there is a shop where one is that of all numbers. */
  readonly shopOf: (phoneNumberId: string | null) => Promise<Shop | undefined>
}

/** @throws LanggananError `INVALID_INPUT` for a missing secret, token or shop: without them anybody could write. */
export function checkedOptions(options: WebhookOptions): CheckedOptions {
  const secrets = typeof options.secrets === 'string' ? [options.secrets] : options.secrets
  if (!Array.isArray(secrets) || secrets.length === 0 || !secrets.every(isText)) {
    throw invalid('secrets', 'Expected the app secret, or several')
  }
  if (!isText(options.verifyToken)) throw invalid('verifyToken', 'Expected the verify token')
  const { shop, shopFor, maxBytes = usualMaxBytes } = options
  if ((shop === undefined) === (shopFor === undefined)) {
    throw invalid('shop', 'Expected a shop, or shopFor')
  }
  if (!Number.isSafeInteger(maxBytes) || maxBytes < 1) {
    throw invalid('maxBytes', 'Expected a whole number of bytes')
  }
  return {
    secrets,
    verifyToken: options.verifyToken,
    maxBytes,
    shopOf: async (id) =>
      id === null || shopFor === undefined ? shop : ((await shopFor(id)) ?? undefined),
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function invalid(field: string, expected: string): LanggananError {
  return new LanggananError('INVALID_INPUT', `${field}: ${expected}.`, { field })
}
