import { checkPhone } from '../business.ts'
import type { Random } from '../time/random.ts'
import type { ReceivedMessage, Script } from './act.ts'

export interface PersonInput {
  readonly name: string
  /** International, with its `+`; made up unless given. */
  readonly phone?: string | undefined
  /** Business-scoped, such as `ID.1349…`; made up unless given. */
  readonly userId?: string | undefined
  readonly username?: string | undefined
  /** Shows no phone: the shop knows the user id only. */
  readonly hidesPhone?: boolean | undefined
  /** Milliseconds from arrival to reading, null for somebody who never shows that: 3,000 unless given. */
  readonly readsAfter?: number | null | undefined
  /** Milliseconds until a message arrives: 500 unless given. */
  readonly receivesAfter?: number | undefined
  readonly script?: Script | undefined
}

/** Somebody on WhatsApp, as the platform knows them. */
export interface Person {
  /** Stays the same whatever else changes. */
  readonly key: string
  readonly name: string
  readonly username: string | undefined
  phone: string
  userId: string
  hidesPhone: boolean
  isOnWhatsApp: boolean
  readonly readsAfter: number | null
  readonly receivesAfter: number
  readonly script: Script | undefined
  /** The ids of the numbers that are blocked, and of those whose marketing was stopped. */
  readonly blocked: Set<string>
  readonly marketingStopped: Set<string>
  /** The time of the last message or call to each business number. */
  readonly lastInbound: Map<string, number>
  readonly received: ReceivedMessage[]
}

export function personOf(input: PersonInput, key: string, random: Random): Person {
  const phone = input.phone ?? `+62812${random.digits(8)}`
  checkPhone('phone', phone)
  return {
    key,
    name: input.name,
    username: input.username,
    phone,
    userId: input.userId ?? madeUpUserId(random),
    hidesPhone: input.hidesPhone ?? false,
    isOnWhatsApp: true,
    readsAfter: input.readsAfter === undefined ? 3000 : input.readsAfter,
    receivesAfter: input.receivesAfter ?? 500,
    script: input.script,
    blocked: new Set(),
    marketingStopped: new Set(),
    lastInbound: new Map(),
    received: [],
  }
}

export function madeUpUserId(random: Random): string {
  return `ID.${random.digits(20)}`
}

const windowLength = 86_400_000

/** Whether the person wrote or called within 24 hours. */
export function windowIsOpen(person: Person, number: string, now: number): boolean {
  const last = person.lastInbound.get(number)
  return last !== undefined && now < last + windowLength
}
