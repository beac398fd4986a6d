import { type BusinessNumber, digitsOf } from '../business.ts'
import { newMessageId, secondsOf } from '../ids.ts'
import type { World } from '../world.ts'
import type { Person } from './person.ts'
import { wireContact, wireReceiver } from './wire-person.ts'

/** Lets somebody at the shop write from the WhatsApp Business app: webhooks tell it as an echo. */
export function writeFromApp(
  { outbox, random, timeline }: World,
  person: Person,
  number: BusinessNumber,
  text: string,
): string {
  const id = newMessageId(random, person.phone)
  const message = {
    from: digitsOf(number.phone),
    ...wireReceiver(person),
    id,
    timestamp: secondsOf(timeline.now()),
    type: 'text',
    text: { body: text },
  }
  outbox.add({
    field: 'smb_message_echoes',
    number,
    value: { contacts: [wireContact(person)], message_echoes: [message] },
  })
  return id
}
