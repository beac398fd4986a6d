import { digitsOf } from '../business.ts'
import type { WireContact } from '../people/wire-person.ts'
import type { Random } from '../time/random.ts'
import type { Update, UpdateValue } from './update.ts'

interface Change {
  readonly field: string
  readonly value: unknown
}

/**
 * The body of a webhook with these updates in their order. Neighbours of a kind share a change or not,
 * and changes an entry or not, as chance has it: readers have to read all of each.
 */
export function envelopeOf(accountId: string, updates: readonly Update[], random: Random): unknown {
  const changes = grouped(updates, (a, b) => canShare(a, b) && random.chance(0.5)).map(changeOf)
  return {
    object: 'whatsapp_business_account',
    entry: grouped(changes, () => random.chance(0.5)).map((some) => ({
      id: accountId,
      changes: some,
    })),
  }
}

/** Cuts a list into runs, each of neighbours that belong together. */
function grouped<T>(items: readonly T[], together: (before: T, item: T) => boolean): T[][] {
  const groups: T[][] = []
  let before: T | undefined
  for (const item of items) {
    const last = groups.at(-1)
    if (last !== undefined && before !== undefined && together(before, item)) last.push(item)
    else groups.push([item])
    before = item
  }
  return groups
}

function canShare(a: Update, b: Update): boolean {
  return a.field === b.field && a.number !== null && a.number === b.number
}

function changeOf(updates: readonly Update[]): Change {
  const [first] = updates
  if (first === undefined) return { field: '', value: {} }
  const { field, number } = first
  if (number === null) return { field, value: first.value }
  const metadata = { display_phone_number: digitsOf(number.phone), phone_number_id: number.id }
  const value = { messaging_product: 'whatsapp', metadata, ...merged(updates) }
  return { field, value }
}

/** The lists of all updates, one after the other; of each person one contact. */
function merged(updates: readonly Update[]): UpdateValue {
  const lists = new Map<string, unknown[]>()
  const contacts = new Map<string, WireContact>()
  for (const { value } of updates) {
    for (const contact of value.contacts ?? []) contacts.set(contact.user_id, contact)
    for (const [name, items] of Object.entries(value)) {
      if (name === 'contacts' || !Array.isArray(items)) continue
      lists.set(name, [...(lists.get(name) ?? []), ...items])
    }
  }
  const people = contacts.size === 0 ? {} : { contacts: [...contacts.values()] }
  return { ...people, ...Object.fromEntries(lists) }
}
