import { isAboutOne } from '../parse/change.ts'
import { phoneOf } from '../parse/people.ts'
import { isObject } from '../parse/values.ts'

/**
 * An envelope with the one item at a place and nothing of its neighbours, which reads as that item does:
 * the lists around it keep it alone, and of the contacts those stay that are about it.
 */
export function excerpt(envelope: unknown, place: string): unknown {
  const steps = [...place.matchAll(/\[(\d+)\]|([^.[\]]+)/g)]
  return cut(
    envelope,
    steps.map(([, index, name = '']) => (index === undefined ? name : Number(index))),
  )
}

type Step = string | number

function cut(whole: unknown, [step, ...rest]: readonly Step[]): unknown {
  if (typeof step === 'number') return Array.isArray(whole) ? [cut(whole[step], rest)] : whole
  if (step === undefined || !isObject(whole)) return whole
  const item = cut(whole[step], rest)
  const beside = Object.entries(whole).flatMap(([name, value]): [string, unknown][] => {
    if (name === step) return []
    if (name === 'contacts') return [[name, contactsAbout(whole, item)]]
    return Array.isArray(value) ? [] : [[name, value]]
  })
  return Object.fromEntries([...beside, [step, item]])
}

/** The contacts that the parser would find for the item, and no others: they are other people. */
function contactsAbout(
  value: Readonly<Record<string, unknown>>,
  item: unknown,
): readonly unknown[] {
  const contacts = Array.isArray(value.contacts) ? value.contacts : []
  const people = new Set(namedIn(item).map(bare))
  const about = contacts.filter(isObject).filter(({ wa_id, user_id }) => {
    return [wa_id, user_id].some((each) => typeof each === 'string' && people.has(bare(each)))
  })
  // The parser takes the only one there is for that of an item that names nobody in it.
  const isOnly = about.length === 0 && contacts.length === 1 && isAboutOne(value)
  return isOnly ? contacts : about
}

/** The parts of an item, or of the thread around it, by which its person is known. */
const names = [
  ...['from', 'from_user_id', 'to', 'to_user_id', 'recipient_id', 'recipient_user_id'],
  ...['wa_id', 'user_id'],
]

function namedIn(item: unknown): readonly string[] {
  if (Array.isArray(item)) return item.flatMap(namedIn)
  if (!isObject(item)) return []
  const own = names.flatMap((name) => item[name] ?? []).filter((each) => typeof each === 'string')
  return [...own, ...namedIn(item.threads), ...namedIn(item.messages)]
}

/** Numbers are one in whatever way they are written; ids are themselves. */
function bare(id: string): string {
  return phoneOf(id) ?? id
}
