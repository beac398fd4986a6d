import { identityOf } from '../../domain/customers/identity.ts'
import type { ChatLabelTold, LabelsToldInput, LabelTold, LidTold } from '../input/labels-told.ts'
import { type Once, remember } from '../once.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { bridgedLabel, recordEdit } from './bridged-label.ts'
import { type Chat, chatOf, isSomebody } from './chat-customer.ts'
import { type Hearing, hearing, type LabelsHeard } from './hearing.ts'
import { chatToldOnce, isToBeRemembered, labelToldOnce } from './told-once.ts'

/** Takes in what a bridge told, in its order. What contradicts is reported and hinders nothing else. */
export async function hearLabels(
  unit: UnitOfWork,
  { source, by = null, events }: LabelsToldInput,
): Promise<LabelsHeard> {
  const hears = hearing(unit)
  for (const [i, event] of events.entries()) {
    const place = `events[${i}]`
    switch (event.told) {
      case 'label':
        hears.edited(await hearLabel(unit, source, event))
        break
      case 'lid':
        await hearLid(unit, hears, event, place)
        break
      case 'chat':
        await hearChat(unit, hears, { ...event, by: event.by ?? by }, source, place)
        break
    }
  }
  return hears.heard()
}

async function hearLabel(unit: UnitOfWork, source: string, told: LabelTold): Promise<boolean> {
  const { label, name = null, colour = null, deleted = false } = told
  const once = labelToldOnce(told, source)
  if ((await usedBefore(unit, once)) !== undefined) return false
  const edit = { name, colour, deleted: deleted ? 1 : 0, ...timeOf(unit, told.at) } as const
  const edited = await recordEdit(unit, source, label, edit)
  if (isToBeRemembered(unit, told)) {
    const { id } = await bridgedLabel(unit, source, label)
    await rememberNow(unit, once, id)
  }
  return edited
}

/** Keeps which number a linked id belongs to, and lets go on what waited for it. */
async function hearLid(
  unit: UnitOfWork,
  hears: Hearing,
  told: LidTold,
  place: string,
): Promise<void> {
  const { tx, stamp } = unit
  const lid = identityOf('lid', told.lid, `${place}.lid`).value
  const whatsapp = identityOf('whatsapp', told.whatsapp, `${place}.whatsapp`).value
  const [before] = await tx.get('linkedIds', [[lid]])
  if (before?.whatsapp === whatsapp) hears.unchanged()
  else {
    const into = unit.draft()
    into.put('linkedIds', { lid, whatsapp, toldAt: stamp.now })
    await unit.apply(into)
  }
  // Nobody becomes a customer by being known to WhatsApp.
  const waiting = await tx.find('waitingLabelEvents', 'byLid', [[lid]])
  if (waiting.length > 0) await hears.customer({ whatsapp, lid, name: undefined }, place)
}

async function hearChat(
  unit: UnitOfWork,
  hears: Hearing,
  told: ChatLabelTold,
  source: string,
  place: string,
): Promise<void> {
  const chat = chatOf(told.chat, place)
  if (isNothing(told, chat) && !(await isSomebody(unit, chat))) return hears.unchanged()
  const label = await bridgedLabel(unit, source, told.label, told.labelName)
  const once = chatToldOnce(told, chat, source, label.id)
  const used = await usedBefore(unit, once)
  if (used !== undefined) {
    if (used === once.fingerprint) hears.unchanged()
    else hears.conflict({ place, reason: 'eventId', customers: [] })
    return
  }
  const { by = null, eventId = null, change } = told
  const event = { change, ...timeOf(unit, told.at), by, cause: 'told', eventId } as const
  const customerId = await hears.customer(chat, place, event.at)
  const id = await hears.event(customerId, chat, label, event)
  if (isToBeRemembered(unit, told)) await rememberNow(unit, once, id ?? label.id)
}

/** The fingerprint of what was told with this key before. */
async function usedBefore({ tx }: UnitOfWork, { scope, key }: Once): Promise<string | undefined> {
  const [used] = key === null ? [] : await tx.get('onceKeys', [[scope, key]])
  return used?.fingerprint
}

async function rememberNow(unit: UnitOfWork, once: Once, answerId: string): Promise<void> {
  const into = unit.draft()
  remember(into, once, answerId, unit)
  await unit.apply(into)
}

/**
 * Whether it says nothing unless somebody is known: that a label is off, now. With a time it would
 * say something of what is told later, and without a number it may end what waits.
 */
function isNothing({ change, at }: ChatLabelTold, { whatsapp }: Chat): boolean {
  return change === 'removed' && at == null && whatsapp !== undefined
}

/** A time ahead of the clock is none that anything happened at: it counts as now. */
function timeOf({ stamp }: UnitOfWork, at: Date | null | undefined): { at: number; timed: 0 | 1 } {
  return at == null
    ? { at: stamp.now, timed: 0 }
    : { at: Math.min(at.getTime(), stamp.now), timed: 1 }
}
