import type { Draft, Stamp } from '../change/draft.ts'
import { currentConsents } from './current.ts'
import type { ConsentEventRow, ConsentRow } from './rows.ts'

/** A decision as it is to be recorded. */
export type NewConsentEvent = Omit<ConsentEventRow, 'id' | 'originId' | 'recordedAt'>

/** Writes a decision into the log, and what holds now for the customer. */
export function recordConsent(
  into: Draft,
  event: NewConsentEvent,
  known: { readonly events: readonly ConsentEventRow[]; readonly consents: readonly ConsentRow[] },
  { newId, now }: Stamp,
): ConsentEventRow {
  const { customerId, at } = event
  const row: ConsentEventRow = { ...event, id: newId(), originId: customerId, recordedAt: now }
  into.insert('consentEvents', row)
  replaceConsents(into, known.consents, currentConsents([...known.events, row]))
  into.event('consent.recorded', { consent: row.id }, { customerId, at })
  into.touch(customerId, 'consents')
  return row
}

/** Puts right what differs; answers how many rows. */
export function replaceConsents(
  into: Draft,
  stored: readonly ConsentRow[],
  wanted: readonly ConsentRow[],
): number {
  const before = new Map(stored.map((row) => [keyOf(row), row]))
  const kept = new Set(wanted.map(keyOf))
  const gone = stored.filter((row) => !kept.has(keyOf(row)))
  const changed = wanted.filter((row) => !isSame(row, before.get(keyOf(row))))
  for (const { customerId, purpose, channel } of gone)
    into.remove('consents', [customerId, purpose, channel])
  into.put('consents', ...changed)
  return gone.length + changed.length
}

function keyOf({ customerId, purpose, channel }: ConsentRow): string {
  return `${purpose} ${channel} ${customerId}`
}

function isSame(a: ConsentRow, b: ConsentRow | undefined): boolean {
  return b !== undefined && a.decision === b.decision && a.at === b.at
}
