import { localTimeOf } from '../../../interactions/local-time.ts'
import type { NewInteraction } from '../../../interactions/record-interaction.ts'
import type { EventsConditionOn } from '../../condition.ts'
import { type Demand, demandsOn, instantIn, passes, textOf } from './demands.ts'
import { earliest, mayBe, mayBeMissing, triesFor, type Wanted } from './wanted.ts'

const hour = 3_600_000
const windowLength = 24 * hour
const mostContacts = 100

const kinds = ['pageView', 'search', 'form', 'email', 'call', 'chat'] as const

/** What passed between the customer and the shop; undefined where no way was found. */
export function planContacts(wanted: Wanted): readonly NewInteraction[] | undefined {
  const demands = demandsOn(wanted, 'interactions', interactionsOf)
  if (demands === undefined) return undefined
  const contacts: NewInteraction[] = []
  for (const demand of demands) {
    const made = contactsFor(wanted, demand)
    if (made === undefined) return undefined
    contacts.push(...made)
  }
  const windows = windowContacts(wanted)
  return windows && filledUp(wanted, [...contacts, ...windows])
}

function interactionsOf(condition: object): EventsConditionOn<'interactions'> | undefined {
  return isOnInteractions(condition) ? condition : undefined
}

function isOnInteractions(condition: object): condition is EventsConditionOn<'interactions'> {
  return (
    'op' in condition &&
    condition.op === 'events' &&
    'list' in condition &&
    condition.list === 'interactions'
  )
}

function contactsFor(
  wanted: Wanted,
  { condition, target }: Demand<'interactions'>,
): readonly NewInteraction[] | undefined {
  const { filters, measure } = condition
  const count = measure === 'count' ? target : 1
  const at = measure === 'count' ? timeFor(wanted, condition) : target
  const kind = kinds.find((each) => passes(filters, 'kind', each))
  const direction = (['inbound', 'outbound'] as const).find((each) =>
    passes(filters, 'direction', each),
  )
  const channel = textOf(filters, 'channel', ['web', 'email', 'whatsapp'])
  const [device, product, term] = ['device', 'product', 'term'].map((column) =>
    textOf(filters, column),
  )
  if (count > mostContacts || at === undefined || kind === undefined || direction === undefined)
    return undefined
  if (channel === undefined || device === undefined || product === undefined || term === undefined)
    return undefined
  const one = { ...plain(at), kind, direction, channel: channel ?? 'web', device, product, term }
  return Array.from({ length: count }, () => one)
}

/** A page that was looked at. */
function plain(at: number): NewInteraction {
  return {
    kind: 'pageView',
    channel: 'web',
    direction: 'inbound',
    at,
    businessNumber: null,
    device: null,
    product: null,
    term: null,
  }
}

const hoursLookedAt = 24 * 8

/** An instant of the period at the weekday and the hour that are asked for. */
function timeFor(wanted: Wanted, condition: EventsConditionOn<'interactions'>): number | undefined {
  const start = instantIn(wanted, condition)
  if (start === undefined) return undefined
  const { filters, after } = condition
  const { timeZone } = wanted.context
  if (!filters.some(({ column }) => column === 'weekday' || column === 'hour')) return start
  const tries = Array.from(
    { length: 2 * hoursLookedAt },
    (_, i) => start - Math.ceil(i / 2) * hour * (i % 2 === 0 ? 1 : -1),
  )
  return tries.find((at) => {
    if (at > wanted.at || at > (condition.upTo ?? at) || (after !== null && at <= after))
      return false
    const { weekday, hour: shown } = localTimeOf(at, timeZone)
    return passes(filters, 'weekday', weekday) && passes(filters, 'hour', shown)
  })
}

/** Messages that open the windows that are to be open. */
function windowContacts(wanted: Wanted): readonly NewInteraction[] | undefined {
  const latest = wanted.at + windowLength
  const contacts: NewInteraction[] = []
  for (const held of wanted.store.values()) {
    for (const { literal, holds } of held) {
      const { condition } = literal
      if (!holds || condition.op !== 'window') continue
      const closesAt = Math.min(condition.closesUpTo ?? latest, latest)
      contacts.push(message(closesAt - windowLength, condition.businessNumber))
    }
  }
  if (contacts.length > 0 || mayBeMissing(wanted, 'facts windowClosesAt')) return contacts
  const closesAt = triesFor(wanted, 'facts windowClosesAt', { least: earliest, most: latest }).at(
    -1,
  )
  return closesAt === undefined ? undefined : [message(closesAt - windowLength, null)]
}

function message(at: number, businessNumber: string | null): NewInteraction {
  return { ...plain(at), kind: 'chat', channel: 'whatsapp', businessNumber }
}

/** With as many more as are wanted, the last of them when it is wanted. */
function filledUp(
  wanted: Wanted,
  contacts: readonly NewInteraction[],
): readonly NewInteraction[] | undefined {
  const count = triesFor(wanted, 'facts interactions', {
    least: contacts.length,
    most: mostContacts,
    preferred: [contacts.length, contacts.length + 1],
  })
  const lastNow = contacts.length === 0 ? null : Math.max(...contacts.map(({ at }) => at))
  const isLast = mayBe(wanted, 'facts lastInteractionAt', lastNow)
  const [wish] = count.filter((each) => isLast || each > contacts.length)
  if (wish === undefined) return undefined
  if (wish === contacts.length) return contacts
  const preferred = lastNow === null ? [wanted.at] : [lastNow]
  const tries = ['lastInteractionAt', 'lastActivityAt'].flatMap((column) =>
    triesFor(wanted, `facts ${column}`, { least: earliest, most: wanted.at, preferred }),
  )
  const last = tries.find(
    (at) => at >= (lastNow ?? at) && mayBe(wanted, 'facts lastInteractionAt', at),
  )
  if (last === undefined) return undefined
  const more = Array.from({ length: wish - contacts.length }, () => plain(last))
  return [...contacts, ...more]
}
