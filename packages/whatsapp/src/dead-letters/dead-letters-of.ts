import type { DeadLetterInput, Shop } from '@langganan/core'
import { z } from 'zod'
import type { Refused } from '../ingest/take-events.ts'
import type { Rejected, Unknown } from '../parse/items.ts'
import { id } from '../parse/values.ts'
import { excerpt } from './excerpt.ts'
import { cutTo, payloadText } from './payload-text.ts'

/** What the shop's dead letters call the Cloud API's webhooks. */
export const sourceOfWebhooks = 'whatsapp'

/** What could not be read in an envelope, with all that it takes to read it again. */
export function unreadLetters(
  envelope: unknown,
  {
    unknown,
    rejected,
  }: { readonly unknown: readonly Unknown[]; readonly rejected: readonly Rejected[] },
): readonly DeadLetterInput[] {
  return [
    ...unknown.map(({ what, name, place }) =>
      letter(envelope, 'unknown', place, `${what} ${name}`),
    ),
    ...rejected.map(({ place, reason }) => letter(envelope, 'rejected', place, reason)),
  ]
}

/** What a shop refused of an envelope. */
export function refusedLetters(
  envelope: unknown,
  refused: readonly Refused[],
): readonly DeadLetterInput[] {
  return refused.map(({ event, error }) => letter(envelope, 'refused', event.place, error.code))
}

function letter(
  envelope: unknown,
  kind: DeadLetterInput['kind'],
  place: string,
  reason: string,
): DeadLetterInput {
  const payload = payloadText(excerpt(envelope, place))
  return { source: sourceOfWebhooks, kind, place, reason: readable(reason), payload }
}

/** Names that WhatsApp gives are part of it, and nobody has looked at them. */
function readable(reason: string): string {
  return cutTo(200, reason.replace(/[^\x20-\x7e]/g, '?'))
}

/** Keeps what is dead of one delivery; answers how many letters that are. */
export async function keepLetters(
  shop: Pick<Shop, 'deadLetters'>,
  letters: readonly DeadLetterInput[],
): Promise<number> {
  let kept = 0
  for (let from = 0; from < letters.length; from += most) {
    const some = await shop.deadLetters.recordMany(letters.slice(from, from + most))
    kept += new Set(some.map((each) => each.id)).size
  }
  return kept
}

const most = 1_000

const ofNumber = z.object({
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({ value: z.object({ metadata: z.object({ phone_number_id: id }) }) }),
      ),
    }),
  ),
})

/** WhatsApp's id of the business number that a place of an envelope is about; null where it does not say. */
export function numberAt(envelope: unknown, place: string): string | null {
  const [change = ''] = /^entry\[\d+\]\.changes\[\d+\]/.exec(place) ?? []
  const said = ofNumber.safeParse(change === '' ? undefined : excerpt(envelope, change))
  return said.data?.entry[0]?.changes[0]?.value.metadata.phone_number_id ?? null
}
