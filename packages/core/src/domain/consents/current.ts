import {
  type ConsentDecision,
  type ConsentEventRow,
  type ConsentRow,
  consentChannels,
  consentPurposes,
} from './rows.ts'

/**
 * What holds for a customer by purpose and channel, from all that the log tells, in any order.
 *
 * For each channel the last decision by time counts that was made for it or for every channel. Of
 * several at one instant a denial or a withdrawal counts.
 */
export function currentConsents(events: readonly ConsentEventRow[]): readonly ConsentRow[] {
  return consentPurposes.flatMap((purpose) =>
    consentChannels.flatMap((channel) => {
      const about = events.filter(
        (event) =>
          event.purpose === purpose && (event.channel === channel || event.channel === null),
      )
      const last = about.reduce<ConsentEventRow | undefined>(later, undefined)
      if (last === undefined) return []
      const { customerId, decision, at } = last
      return [{ customerId, purpose, channel, decision, at }]
    }),
  )
}

function later(a: ConsentEventRow | undefined, b: ConsentEventRow): ConsentEventRow {
  if (a === undefined || b.at > a.at) return b
  return b.at === a.at && weight[b.decision] > weight[a.decision] ? b : a
}

/** Which decision counts of several at one instant. */
const weight: Readonly<Record<ConsentDecision, number>> = { granted: 0, denied: 1, withdrawn: 2 }
