import { z } from 'zod'
import type { BusinessNumber } from '../events/event.ts'
import { itemsOf, type NumberChange, originOf } from './change.ts'
import { eventItem, type Item, readItem, rejectedItem } from './items.ts'
import { type Named, noPerson, phoneOf } from './people.ts'
import { readPersonal } from './personal.ts'
import { platformErrors } from './platform-errors.ts'
import { list, maybeId, maybeText, maybeUserId } from './values.ts'
import { contentItem, messageSchema, type WireMessage } from './wire-message.ts'

const chunkSchema = z.object({ threads: list, errors: list })

const threadSchema = z.object({
  id: maybeId,
  messages: list,
  context: z
    .object({ wa_id: maybeId, user_id: maybeUserId, parent_user_id: maybeUserId })
    .catch({ wa_id: null, user_id: null, parent_user_id: null }),
})

type Thread = z.infer<typeof threadSchema>

/** Messages from before the number was connected: in threads, and media once more by themselves. */
export function* history(change: NumberChange): Generator<Item> {
  for (const { raw, place } of itemsOf(change, 'history')) {
    yield* readItem(chunkSchema, raw, place, function* ({ threads, errors }) {
      if (errors.length > 0) {
        yield eventItem({
          type: 'historyDeclined',
          ...originOf(change, place, raw),
          errors: platformErrors(errors),
        })
      }
      for (const [i, thread] of threads.entries()) {
        yield* readThread(change, thread, `${place}.threads[${i}]`)
      }
    })
  }
  for (const { raw, place } of itemsOf(change, 'messages')) {
    yield* readHistoryMessage(change, undefined, raw, place)
  }
}

function* readThread(change: NumberChange, raw: unknown, place: string): Generator<Item> {
  yield* readPersonal(threadSchema, raw, place, function* (thread) {
    for (const [i, message] of thread.messages.entries()) {
      yield* readHistoryMessage(change, thread, message, `${place}.messages[${i}]`)
    }
  })
}

function* readHistoryMessage(
  change: NumberChange,
  thread: Thread | undefined,
  raw: unknown,
  place: string,
): Generator<Item> {
  yield* readPersonal(messageSchema, raw, place, function* (message) {
    const direction = isOurs(change, message) ? 'outbound' : 'inbound'
    const part = direction === 'inbound' ? 'from' : 'to'
    const named = direction === 'inbound' ? sender(message, thread) : receiver(message, thread)
    const person = personIn(change, thread, named)
    const reason = noPerson(person, part, named.phone ?? null)
    if (reason !== undefined) {
      yield rejectedItem(place, reason, raw)
      return
    }
    const [content, unknown] = contentItem(message, place, raw)
    yield* unknown
    yield eventItem({
      type: 'historyMessage',
      ...originOf(change, place, raw),
      id: message.id,
      at: message.timestamp,
      direction,
      person,
      content,
      status: statusOf(message),
    })
  })
}

/** Whether the shop wrote it: other messages name no receiver, or the shop as theirs. */
function isOurs({ number }: NumberChange, { from, to, to_user_id }: WireMessage): boolean {
  if (isOf(number, from)) return true
  return to_user_id !== null || (to !== null && !isOf(number, to))
}

function isOf({ phone }: BusinessNumber, digits: string | null): boolean {
  return phone !== null && phoneOf(digits) === phone
}

/** The thread's person where a message names the shop itself on both sides. */
function personIn({ number, people }: NumberChange, thread: Thread | undefined, named: Named) {
  if (!isOf(number, named.phone ?? null)) return people.of(named)
  return people.of({ ...named, phone: threadNumber(thread) })
}

function sender(message: WireMessage, thread: Thread | undefined): Named {
  return {
    phone: message.from ?? threadNumber(thread),
    userId: message.from_user_id ?? thread?.context.user_id ?? null,
    parentUserId: message.from_parent_user_id ?? thread?.context.parent_user_id ?? null,
  }
}

function receiver(message: WireMessage, thread: Thread | undefined): Named {
  return {
    phone: message.to ?? threadNumber(thread),
    userId: message.to_user_id ?? thread?.context.user_id ?? null,
    parentUserId: message.to_parent_user_id ?? thread?.context.parent_user_id ?? null,
  }
}

function threadNumber(thread: Thread | undefined): string | null {
  return thread?.context.wa_id ?? thread?.id ?? null
}

const contextSchema = z.object({ status: maybeText }).catch({ status: null })

function statusOf({ history_context }: WireMessage): string | null {
  return contextSchema.parse(history_context).status?.toLowerCase() ?? null
}
