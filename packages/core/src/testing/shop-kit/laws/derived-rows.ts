import { expect } from 'vitest'
import type { Rows } from '../../../domain/change/rows.ts'
import { consentChannels } from '../../../domain/consents/rows.ts'
import { phoneKey } from '../../../domain/phone/variants.ts'
import { ltvRange } from '../../../domain/tags/ltv-rule.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import { storedPredicate } from '../../../shop/segments/catalogue.ts'
import type { KitShop } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'
import { expectKept } from './kept.ts'

/**
 * What is derived follows from the rows alone, once time was let go on up to now: members of tracked
 * segments and rule tags from predicates, member counts from members, numbers from phones and WhatsApp ids, and nothing hangs on a customer who is gone.
 */
export async function expectDerivedRows(kit: KitShop): Promise<void> {
  const { storage, shop } = kit
  await expectKept(kit)
  await expectRuleTags(storage, shop.id)
  await expectCounts(storage, shop.id)
  await expectNumbers(storage, shop.id)
  await expectLabelSpans(storage, shop.id)
  await expectConsents(storage, shop.id)
  await expectOwners(storage, shop.id)
}

/** Rules that are a range of lifetime value, by comparing it. */
async function expectRuleTags(storage: Storage, id: string): Promise<void> {
  const facts = await rowsOf(storage, id, 'facts')
  const members = await rowsOf(storage, id, 'tagMembers')
  for (const tag of await rowsOf(storage, id, 'tags')) {
    const { ltvMin, ltvMax } = ltvRange(tag.rule === null ? null : storedPredicate(tag.rule))
    if (ltvMin === null && ltvMax === null) continue
    const wanted = facts.filter(({ ltv }) => ltv >= (ltvMin ?? ltv) && ltv <= (ltvMax ?? ltv))
    const given = members.filter((row) => row.tagId === tag.id && row.ruleSince !== null)
    expect(given.map(({ customerId }) => customerId).sort()).toEqual(
      wanted.map(({ customerId }) => customerId).sort(),
    )
  }
  expect(members.filter((row) => row.manualSince === null && row.ruleSince === null)).toEqual([])
}

async function expectCounts(storage: Storage, id: string): Promise<void> {
  const counted = new Map<string, number>()
  for (const { kind, setId, delta } of await rowsOf(storage, id, 'countDeltas')) {
    counted.set(`${kind} ${setId}`, (counted.get(`${kind} ${setId}`) ?? 0) + delta)
  }
  const real = new Map<string, number>()
  const add = (key: string): Map<string, number> => real.set(key, (real.get(key) ?? 0) + 1)
  for (const { groupId } of await rowsOf(storage, id, 'groupMembers')) add(`group ${groupId}`)
  for (const { tagId } of await rowsOf(storage, id, 'tagMembers')) add(`tag ${tagId}`)
  for (const { segmentId } of await rowsOf(storage, id, 'segmentMembers'))
    add(`segment ${segmentId}`)
  for (const { categoryId } of await rowsOf(storage, id, 'customers')) {
    if (categoryId !== null) add(`category ${categoryId}`)
  }
  for (const [key, members] of counted) if (members === 0) counted.delete(key)
  expect(counted).toEqual(real)
}

async function expectNumbers(storage: Storage, id: string): Promise<void> {
  const identities = await rowsOf(storage, id, 'identities')
  const wanted = identities
    .filter(({ kind, value }) => kind === 'phone' || (kind === 'whatsapp' && value.length > 6))
    .map(({ value, customerId }) => `${phoneKey(`+${value.replace('+', '')}`)} ${customerId}`)
  const held = identities.filter(({ kind }) => kind === 'number')
  expect(held.map(({ value, customerId }) => `${value} ${customerId}`).sort()).toEqual(
    [...new Set(wanted)].sort(),
  )
}

/** At the instant of every event a label is on if the events up to then say so, and only then. */
async function expectLabelSpans(storage: Storage, id: string): Promise<void> {
  const events = await rowsOf(storage, id, 'labelEvents')
  const spans = await rowsOf(storage, id, 'labelSpans')
  for (const { customerId, labelId, at } of events) {
    const isTheSame = (row: { customerId: string; labelId: string }): boolean =>
      row.customerId === customerId && row.labelId === labelId
    const known = events.filter((event) => isTheSame(event) && event.at <= at)
    const isOn = spans.some(
      (span) => isTheSame(span) && span.at <= at && (span.until === null || span.until > at),
    )
    expect(isOn).toBe(putsOn(known.filter((event) => event.at === at)))
  }
  const begun = new Set(
    events.filter(({ change }) => change === 'added').map((event) => startOf(event)),
  )
  expect(spans.filter((span) => !begun.has(startOf(span)))).toEqual([])
}

/** Of one instant: what arrived last without a time, else that nothing took the label off. */
function putsOn(events: readonly Rows['labelEvents'][]): boolean {
  const last = events
    .filter(({ timed }) => timed === 0)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .at(-1)
  if (last !== undefined) return last.change === 'added'
  return events.every(({ change }) => change === 'added')
}

function startOf({ customerId, labelId, at }: Rows['labelSpans'] | Rows['labelEvents']): string {
  return `${customerId} ${labelId} ${at}`
}

/** For every channel that was spoken of, what was said last; nothing for others. */
async function expectConsents(storage: Storage, id: string): Promise<void> {
  const events = await rowsOf(storage, id, 'consentEvents')
  const consents = await rowsOf(storage, id, 'consents')
  for (const { customerId, purpose, channel, decision, at } of consents) {
    const about = events.filter(
      (event) =>
        event.customerId === customerId &&
        event.purpose === purpose &&
        (event.channel === channel || event.channel === null),
    )
    expect(at).toBe(Math.max(...about.map((event) => event.at)))
    const last = about.filter((event) => event.at === at)
    expect(decision === 'granted').toBe(last.every((event) => event.decision === 'granted'))
  }
  const spokenOf = events.flatMap(({ customerId, purpose, channel }) =>
    (channel === null ? consentChannels : [channel]).map(
      (each) => `${customerId} ${purpose} ${each}`,
    ),
  )
  const kept = consents.map((row) => `${row.customerId} ${row.purpose} ${row.channel}`)
  expect(kept.sort()).toEqual([...new Set(spokenOf)].sort())
}

async function expectOwners(storage: Storage, id: string): Promise<void> {
  const customers = await rowsOf(storage, id, 'customers')
  const known = new Set(customers.map((row) => row.id))
  const facts = await rowsOf(storage, id, 'facts')
  expect(facts.map((row) => row.customerId)).toEqual([...known])
  const owned = [
    ...(await rowsOf(storage, id, 'identities')),
    ...(await rowsOf(storage, id, 'attributes')),
    ...(await rowsOf(storage, id, 'interactions')),
    ...(await rowsOf(storage, id, 'windows')),
    ...(await rowsOf(storage, id, 'sends')),
    ...(await rowsOf(storage, id, 'transactions')),
    ...(await rowsOf(storage, id, 'lines')),
    ...(await rowsOf(storage, id, 'payments')),
    ...(await rowsOf(storage, id, 'allocations')),
    ...(await rowsOf(storage, id, 'entries')),
    ...(await rowsOf(storage, id, 'groupMembers')),
    ...(await rowsOf(storage, id, 'tagMembers')),
    ...(await rowsOf(storage, id, 'labelEvents')),
    ...(await rowsOf(storage, id, 'labelSpans')),
    ...(await rowsOf(storage, id, 'consentEvents')),
    ...(await rowsOf(storage, id, 'consents')),
    ...(await rowsOf(storage, id, 'scores')),
    ...(await rowsOf(storage, id, 'segmentMembers')),
    ...(await rowsOf(storage, id, 'turns')),
  ]
  expect(owned.filter(({ customerId }) => !known.has(customerId))).toEqual([])
}
