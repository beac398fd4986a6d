import { LanggananError } from '@langganan/core'
import { type BusinessNumber, digitsOf } from '../business.ts'
import { newMessageId, secondsOf } from '../ids.ts'
import type { Update } from '../webhooks/update.ts'
import type { World } from '../world.ts'
import type { PersonAct } from './act.ts'
import { type Content, contentOf } from './content.ts'
import type { Person } from './person.ts'
import { wireContact, wirePreferenceOwner, wireSender } from './wire-person.ts'

/** Lets a person do something; gives the id of the message that it made, if it made one. */
export async function perform(
  world: World,
  person: Person,
  act: PersonAct,
): Promise<string | undefined> {
  const number = numberOf(world, act.to)
  switch (act.act) {
    case 'call':
      call(world, person, number)
      return undefined
    case 'stopMarketing':
    case 'resumeMarketing':
      prefer(world, person, number, act.act === 'stopMarketing')
      return undefined
    case 'block':
      person.blocked.add(number.id)
      return undefined
    case 'unblock':
      person.blocked.delete(number.id)
      return undefined
    case 'changeNumber':
      changeNumber(world, person, number, act.phone)
      return undefined
    case 'hidePhone':
    case 'showPhone':
      person.hidesPhone = act.act === 'hidePhone'
      return undefined
    case 'leave':
      person.isOnWhatsApp = false
      return undefined
    default:
      return send(world, person, number, await contentOf(world, act))
  }
}

/** Sends a message of the person's; all but reactions open the window. */
function send(
  world: World,
  person: Person,
  number: BusinessNumber,
  [type, body, repliesTo, more]: Content,
): string {
  const id = newMessageId(world.random, person.phone)
  const timestamp = secondsOf(world.timeline.now())
  if (type !== 'reaction') open(person, number, timestamp)
  world.inbound.set(id, { person, number: number.id })
  const context =
    repliesTo === undefined ? {} : { context: { from: digitsOf(number.phone), id: repliesTo } }
  const message = { ...wireSender(person), ...context, ...more, id, timestamp, type, [type]: body }
  tell(world, number, { contacts: [wireContact(person)], messages: [message] })
  return id
}

function call(world: World, person: Person, number: BusinessNumber): void {
  const timestamp = secondsOf(world.timeline.now())
  open(person, number, timestamp)
  const item = {
    id: `wacid.${world.random.hex(20)}`,
    ...wireSender(person),
    to: digitsOf(number.phone),
    event: 'connect',
    direction: 'USER_INITIATED',
    timestamp,
  }
  world.outbox.add({
    field: 'calls',
    number,
    value: { contacts: [wireContact(person)], calls: [item] },
  })
}

function prefer(world: World, person: Person, number: BusinessNumber, stops: boolean): void {
  if (stops) person.marketingStopped.add(number.id)
  else person.marketingStopped.delete(number.id)
  const preference = {
    ...wirePreferenceOwner(person),
    category: 'marketing_messages',
    value: stops ? 'stop' : 'resume',
    timestamp: Number(secondsOf(world.timeline.now())),
  }
  world.outbox.add({
    field: 'user_preferences',
    number,
    value: { contacts: [wireContact(person)], user_preferences: [preference] },
  })
}

function changeNumber(world: World, person: Person, number: BusinessNumber, phone: string): void {
  const { phone: before, userId: previous, hidesPhone } = person
  world.people.changeNumber(person, phone)
  const system = {
    body: 'User changed the number',
    type: hidesPhone ? 'user_changed_user_id' : 'user_changed_number',
    ...(hidesPhone ? {} : { wa_id: digitsOf(phone) }),
    user_id: person.userId,
    previous_user_id: previous,
  }
  const message = {
    ...(hidesPhone ? {} : { from: digitsOf(before) }),
    from_user_id: previous,
    id: newMessageId(world.random, before),
    timestamp: secondsOf(world.timeline.now()),
    type: 'system',
    system,
  }
  tell(world, number, { messages: [message] })
}

function open(person: Person, number: BusinessNumber, timestamp: string): void {
  person.lastInbound.set(number.id, Number(timestamp) * 1000)
}

function tell(world: World, number: BusinessNumber, value: Update['value']): void {
  world.outbox.add({ field: 'messages', number, value })
}

/** The business number with this id, the first unless it is given. */
export function numberOf({ business }: World, id: string | undefined): BusinessNumber {
  const number = id === undefined ? [...business.numbers.values()][0] : business.numbers.get(id)
  if (number !== undefined) return number
  throw new LanggananError('INVALID_INPUT', 'This sandbox has no such business number.', {
    field: 'to',
  })
}
