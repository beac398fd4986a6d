import { digitsOf } from '../business.ts'
import { secondsOf } from '../ids.ts'
import type { ReceivedMessage } from '../people/act.ts'
import { perform } from '../people/perform.ts'
import type { Person } from '../people/person.ts'
import { wireContact, wireRecipient } from '../people/wire-person.ts'
import { textOf } from '../sends.ts'
import type { World } from '../world.ts'
import type { Judged } from './judged.ts'
import { type Refusal, statusError } from './refusals.ts'

const untilSent = 200
const scriptedPause = 5000

/** Brings an accepted message to its person: `sent`, `delivered`, `read`, `played`, and what they do then. */
export function carry(world: World, judged: Judged, messageId: string): void {
  const { timeline, prices, sends } = world
  const { person, number, template, windowWasOpen, request } = judged
  if (person === undefined) return
  const { buttons, rows } = sends.show(messageId, request, judged.shown)
  const pricing = prices.of(template?.category, number.id, windowWasOpen, timeline.now())
  const tell = (status: string): void => tellStatus(world, judged, messageId, status, { pricing })
  timeline.after(untilSent, () => tell('sent'))
  timeline.after(untilSent + person.receivesAfter, async () => {
    if (!person.isOnWhatsApp || person.blocked.has(number.id)) return
    tell('delivered')
    const message: ReceivedMessage = {
      id: messageId,
      at: timeline.now(),
      from: number.id,
      type: request.type,
      text: textOf(request, judged.shown),
      buttons: buttons.map(({ title }) => title),
      rows: rows.map(({ title }) => title),
      template: request.type === 'template' ? request.template.name : undefined,
      content: Reflect.get(request, request.type),
    }
    receive(world, person, message)
    if (person.readsAfter === null) return
    timeline.after(person.readsAfter, () => tell('read'))
    const isVoice = request.type === 'audio' && request.audio.voice === true
    if (isVoice) timeline.after(person.readsAfter + scriptedPause, () => tell('played'))
  })
}

/** Tells by a status that an accepted message does not arrive. */
export function fail(world: World, judged: Judged, messageId: string, refusal: Refusal): void {
  world.timeline.after(untilSent, () =>
    tellStatus(world, judged, messageId, 'failed', { errors: [statusError(refusal)] }),
  )
}

function receive(world: World, person: Person, message: ReceivedMessage): void {
  const before = [...person.received]
  person.received.push(message)
  for (const { after = scriptedPause, ...act } of person.script?.(message, before) ?? []) {
    const addressed = { ...act, to: act.to ?? message.from }
    world.timeline.after(after, () => perform(world, person, addressed))
  }
}

function tellStatus(
  { outbox, timeline }: World,
  { person, number, address, request }: Judged,
  messageId: string,
  status: string,
  more: Readonly<Record<string, unknown>>,
): void {
  const reference = request.biz_opaque_callback_data
  const item = {
    id: messageId,
    status,
    timestamp: secondsOf(timeline.now()),
    ...(person === undefined ? { recipient_id: digitsOf(address) } : wireRecipient(person)),
    ...(reference === undefined ? {} : { biz_opaque_callback_data: reference }),
    ...more,
  }
  const people = person === undefined ? {} : { contacts: [wireContact(person)] }
  outbox.add({ field: 'messages', number, value: { ...people, statuses: [item] } })
}
