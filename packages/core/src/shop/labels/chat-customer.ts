import { type Identity, identityOf } from '../../domain/customers/identity.ts'
import { ownerKey } from '../../domain/customers/number.ts'
import { parsePhone } from '../../domain/phone/parse-phone.ts'
import { phoneFromWhatsApp } from '../../domain/phone/whatsapp-digits.ts'
import { customerReference } from '../customers/customer-reference.ts'
import { foundOrAdded } from '../customers/find-or-add.ts'
import { holderThen } from '../customers/reference-at.ts'
import type { LabelChat } from '../input/labels-told.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** A chat by the ids that are known of it, normalised. */
export interface Chat {
  readonly whatsapp: string | undefined
  readonly lid: string | undefined
  readonly name: string | undefined
}

/** Whose chat it is. */
export interface ChatCustomer {
  readonly id: string
  readonly added: number
  /** Two customers, where the number is one's and the linked id another's. The number decides. */
  readonly conflict: readonly string[] | undefined
}

/** @param place of what holds the chat, for the field of errors */
export function chatOf({ whatsapp, lid, name }: LabelChat, place: string): Chat {
  const idOf = (kind: 'whatsapp' | 'lid', given: string | null | undefined) =>
    given == null ? undefined : identityOf(kind, given, `${place}.chat.${kind}`).value
  return {
    whatsapp: idOf('whatsapp', whatsapp),
    lid: idOf('lid', lid),
    name: name ?? undefined,
  }
}

/**
 * The customer whose chat it is, found by number or linked id, else added. Undefined where there is
 * nothing but a linked id whose number is not known yet: its digits are no number.
 *
 * @param at when something was told of it; now, where nothing is said
 */
export async function chatCustomer(
  unit: UnitOfWork,
  chat: Chat,
  at: number = unit.stamp.now,
): Promise<ChatCustomer | undefined> {
  const { tx } = unit
  const { lid } = chat
  const whatsapp = chat.whatsapp ?? (lid === undefined ? undefined : await numberOf(unit, lid))
  const then = await holderThen(unit, identitiesOf(whatsapp, lid), at)
  if (then !== undefined) return { id: then, added: 0, conflict: undefined }
  const [byLid] = lid === undefined ? [] : await tx.get('identities', [['lid', lid]])
  if (whatsapp === undefined) {
    return byLid === undefined ? undefined : { id: byLid.customerId, added: 0, conflict: undefined }
  }
  const [byNumber] = await tx.get('identities', [ownerKey(identityOf('whatsapp', whatsapp))])
  const owners = new Set([byNumber, byLid].flatMap((row) => row?.customerId ?? []))
  const conflict = owners.size > 1 ? [...owners] : undefined
  const number = phoneFromWhatsApp(whatsapp)
  const given = {
    name: chat.name ?? number,
    nameToldAt: chat.name === undefined ? ('never' as const) : new Date(at),
    whatsapp,
    ...(parsePhone(number) === undefined ? {} : { phone: number }),
    ...(conflict === undefined && lid !== undefined ? { lid } : {}),
  }
  const found = await foundOrAdded(unit, customerReference(given), 'inbound', 'customer')
  return { ...found, conflict }
}

function identitiesOf(whatsapp: string | undefined, lid: string | undefined): readonly Identity[] {
  return [
    ...(whatsapp === undefined ? [] : [identityOf('whatsapp', whatsapp)]),
    ...(lid === undefined ? [] : [identityOf('lid', lid)]),
  ]
}

/** Whether a number or a linked id of the chat is somebody's. */
export async function isSomebody(unit: UnitOfWork, { whatsapp, lid }: Chat): Promise<boolean> {
  const linked = lid === undefined ? undefined : await numberOf(unit, lid)
  const numbers = [whatsapp, linked].flatMap((digits) => digits ?? [])
  const keys = numbers.map((digits) => ownerKey(identityOf('whatsapp', digits)))
  const known = [...keys, ...(lid === undefined ? [] : [['lid', lid] as const])]
  return (await unit.tx.get('identities', known)).length > 0
}

async function numberOf({ tx }: UnitOfWork, lid: string): Promise<string | undefined> {
  const [linked] = await tx.get('linkedIds', [[lid]])
  return linked?.whatsapp
}
