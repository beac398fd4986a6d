import { z } from 'zod'
import type { BusinessNumber } from '../events/event.ts'
import type { Origin } from '../events/origin.ts'
import { type People, peopleOf, phoneOf } from './people.ts'
import { id, isObject, list, maybeId } from './values.ts'

/** One change of an envelope, as its readers see it. */
export interface Change {
  readonly field: string
  readonly value: Readonly<Record<string, unknown>>
  readonly accountId: string | null
  /** The place of `value`. */
  readonly place: string
}

/** A change that says which business number it is of. */
export interface NumberChange extends Change {
  readonly number: BusinessNumber
  readonly people: People
}

const metadataSchema = z.object({ phone_number_id: id, display_phone_number: maybeId })

/** The change with its number and people; undefined where it does not say which number it is of. */
export function numberChange(change: Change): NumberChange | undefined {
  const { value } = change
  const metadata = metadataSchema.safeParse(value.metadata)
  if (!metadata.success) return undefined
  const { phone_number_id, display_phone_number } = metadata.data
  const phone = phoneOf(display_phone_number)
  return {
    ...change,
    number: { id: phone_number_id, phone },
    people: peopleOf(value.contacts, isAboutOne(value), phone),
  }
}

/** The items of a list of the change, with the place of each. */
export function itemsOf(
  { value, place }: Change,
  name: string,
): readonly { readonly raw: unknown; readonly place: string }[] {
  return list.parse(value[name]).map((raw, i) => ({ raw, place: `${place}.${name}[${i}]` }))
}

/** What every event of the change says of where it came from. */
export function originOf(
  { accountId, number }: NumberChange,
  place: string,
  raw: unknown,
): Origin & { readonly number: BusinessNumber } {
  return { place, accountId, raw, number }
}

/** The parts of an item by which its person is known. */
const whose = ['from', 'from_user_id', 'to', 'to_user_id', 'recipient_id', 'recipient_user_id']

/** Whether everything in a change is of one person. */
export function isAboutOne(value: Readonly<Record<string, unknown>>): boolean {
  const items = [value.messages, value.statuses, value.message_echoes, value.calls]
    .flatMap((items) => list.parse(items))
    .filter(isObject)
  return new Set(items.map((item) => JSON.stringify(whose.map((part) => item[part])))).size <= 1
}
