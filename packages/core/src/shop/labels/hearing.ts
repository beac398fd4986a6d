import type { LabelRow, WaitingLabelEventRow } from '../../domain/labels/rows.ts'
import { recordConflicts } from '../conflicts/pairs.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type Chat, chatCustomer } from './chat-customer.ts'
import { recordTold, type ToldEvent } from './record-told.ts'
import { settle } from './waiting.ts'

/** Something that was told and could not be taken as it was said. */
export interface LabelConflict {
  /** Where it stood, as `events[3]`. */
  readonly place: string
  /**
   * `eventId`: the source told something else with this id before; nothing was recorded. `customers`:
   * the number is one customer's and the linked id another's; it was recorded for the number's, and
   * `shop.conflicts` keeps that the two may be one.
   */
  readonly reason: 'eventId' | 'customers'
  /** Their ids. */
  readonly customers: readonly string[]
}

/** What a bridge told and what became of it. */
export interface LabelsHeard {
  /** Events written into the log. */
  readonly recorded: number
  /** Events that said nothing new. */
  readonly unchanged: number
  /** Events that wait until the number of a linked id is known. */
  readonly waiting: number
  /** Labels that are new, called or coloured otherwise, or deleted. */
  readonly labelsEdited: number
  readonly customersAdded: number
  readonly conflicts: readonly LabelConflict[]
}

/** An event about a chat, whoever that is. */
export type ChatEvent = Omit<ToldEvent, 'customerId' | 'label' | 'id'>

/** Takes in what is told of chats, and counts what became of it. */
export interface Hearing {
  /**
   * Whose chat it is, with everything recorded that waited for it; undefined where its number is not known.
   *
   * @param at when something was told of it; it may have been somebody else's then
   */
  customer(chat: Chat, place: string, at?: number): Promise<string | undefined>
  /** Answers the id of the row that was written; undefined where the event said nothing new. */
  event(
    customerId: string | undefined,
    chat: Chat,
    label: LabelRow,
    event: ChatEvent,
  ): Promise<string | undefined>
  edited(isNew: boolean): void
  unchanged(): void
  conflict(conflict: LabelConflict): void
  heard(): LabelsHeard
}

export function hearing(unit: UnitOfWork): Hearing {
  const conflicts: LabelConflict[] = []
  let [recorded, unchanged, waiting, labelsEdited, customersAdded] = [0, 0, 0, 0, 0]

  async function write(customerId: string, label: LabelRow, event: ChatEvent) {
    await unit.lock([customerId])
    const into = unit.draft()
    const id = await recordTold(unit, into, { ...event, customerId, label })
    if (id === undefined) return undefined
    await unit.write(into)
    recorded += 1
    return id
  }

  async function wait(lid: string, label: LabelRow, event: ChatEvent) {
    const others = await unit.tx.find('waitingLabelEvents', 'byLid', [[lid]])
    const before = others.filter(({ labelId }) => labelId === label.id)
    if (isWaitedFor(before, event)) return undefined
    const into = unit.draft()
    const id = unit.stamp.newId()
    const about = { id, lid, labelId: label.id, receivedAt: unit.stamp.now }
    into.insert('waitingLabelEvents', { ...event, ...about })
    await unit.write(into)
    waiting += 1
    return id
  }

  return {
    async customer(chat, place, at) {
      const found = await chatCustomer(unit, chat, at)
      if (found === undefined) return undefined
      const { id, added, conflict } = found
      customersAdded += added
      if (conflict !== undefined) {
        conflicts.push({ place, reason: 'customers', customers: conflict })
        await recordConflicts(unit, conflict)
      }
      if (chat.lid !== undefined) recorded += await settle(unit, chat.lid, id)
      return id
    },
    async event(customerId, { lid }, label, event) {
      const id =
        customerId !== undefined
          ? await write(customerId, label, event)
          : lid === undefined
            ? undefined
            : await wait(lid, label, event)
      if (id === undefined) unchanged += 1
      return id
    },
    edited(isNew) {
      if (isNew) labelsEdited += 1
      else unchanged += 1
    },
    unchanged() {
      unchanged += 1
    },
    conflict: (conflict) => conflicts.push(conflict),
    heard: () => ({
      recorded,
      unchanged,
      waiting,
      labelsEdited,
      customersAdded,
      conflicts,
    }),
  }
}

/** Whether it waits already; without a time, whether the last that waits says so. */
function isWaitedFor(
  before: readonly WaitingLabelEventRow[],
  { change, at, timed, by }: ChatEvent,
): boolean {
  if (timed === 0) return (before.at(-1)?.change ?? 'removed') === change
  return before.some(
    (row) => row.timed === 1 && row.change === change && row.at === at && row.by === by,
  )
}
