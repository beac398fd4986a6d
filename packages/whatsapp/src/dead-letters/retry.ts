import type { DeadLetter, Shop } from '@langganan/core'
import type { IngestOptions } from '../ingest/ingestion.ts'
import { sourceOfWebhooks } from './dead-letters-of.ts'
import { type LabelReaders, retryLabels, sourceOfLabels } from './label-letters.ts'
import { retryWebhook } from './retry-webhook.ts'

export interface RetryOptions extends IngestOptions {
  /**
   * What reads the payloads of label bridges, by what the shop calls the bridge, such as
   * `{ waha: wahaLabels }`. Letters of bridges that are not named stay as they are.
   */
  readonly labels?: LabelReaders
}

/** What became of a shop's open dead letters. */
export interface Retried {
  /** How many were taken in now, and are settled. */
  readonly applied: number
  /** How many stay open, those of other sources included. */
  readonly open: number
}

/**
 * Reads the shop's open dead letters again, with what this package and the shop know by now, and settles
 * those that are taken in. What still cannot be taken in stays as it is. It can run at any time, by several
 * workers: whatever was taken in before is there once.
 *
 * @throws LanggananError `STORAGE_FAILED` and other errors that are no letter's fault; what was settled
 * before stays so
 * @example
 * ```ts
 * const { applied, open } = await retryDeadLetters(shop)
 * ```
 */
export async function retryDeadLetters(shop: Shop, options: RetryOptions = {}): Promise<Retried> {
  let [applied, open] = [0, 0]
  for await (const letter of openLetters(shop)) {
    if (await isTakenIn(shop, letter, options)) {
      await shop.deadLetters.settle(letter.id, 'applied')
      applied += 1
    } else open += 1
  }
  return { applied, open }
}

async function* openLetters(shop: Shop): AsyncGenerator<DeadLetter> {
  let after: string | undefined
  do {
    const page = await shop.deadLetters.list({ after, limit: 100 })
    yield* page.rows
    after = page.next ?? undefined
  } while (after !== undefined)
}

async function isTakenIn(
  shop: Shop,
  { id, source }: DeadLetter,
  { labels = {}, ...options }: RetryOptions,
): Promise<boolean> {
  if (source !== sourceOfWebhooks && source !== sourceOfLabels) return false
  const { payload } = await shop.deadLetters.get(id)
  const said = payload === null ? undefined : jsonIn(payload)
  if (said === undefined) return false
  return source === sourceOfLabels
    ? retryLabels(shop, said.json, labels)
    : retryWebhook(shop, said.json, options)
}

/** What was cut when it was kept is no JSON. */
function jsonIn(payload: string): { readonly json: unknown } | undefined {
  try {
    const json: unknown = JSON.parse(payload)
    return { json }
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
