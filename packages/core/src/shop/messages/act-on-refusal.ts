import { recordConsent } from '../../domain/consents/record-consent.ts'
import { consentChannels } from '../../domain/consents/rows.ts'
import { lastClosing, windowClosedFor, withWindow } from '../../domain/interactions/window.ts'
import type { RefusalAct } from '../../domain/messages/refusal-act.ts'
import { factsRow } from '../customers/load-customers.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** A refusal of a message, in an answer or by a status that came later. */
export interface Refused {
  readonly customerId: string
  readonly channel: string
  readonly businessNumber: string
  /** The moment of sending: of what was so then the platform speaks. */
  readonly at: number
  readonly code: string | null
  readonly act: RefusalAct | null
}

/**
 * Does what a refusal asks of the shop, while the customer is held; done again it changes nothing. Of
 * `waitADay` there is nothing to do: the gate finds it where it was told.
 */
export async function actOnRefusal(unit: UnitOfWork, refused: Refused): Promise<void> {
  if (refused.act === 'useTemplate') await closeWindow(unit, refused)
  if (refused.act === 'suppressMarketing') await withdrawMarketing(unit, refused)
}

async function closeWindow(
  unit: UnitOfWork,
  { customerId, businessNumber, at }: Refused,
): Promise<void> {
  const windows = await unit.tx.find('windows', 'key', [[customerId]])
  const known = windows.find((window) => window.businessNumber === businessNumber)
  const window = windowClosedFor(known, { customerId, businessNumber }, at)
  if (window.closedAt === known?.closedAt) return
  const facts = await factsRow(unit, customerId)
  const into = unit.draft()
  into.put('windows', window)
  into.put('facts', { ...facts, windowClosesAt: lastClosing(withWindow(windows, window)) })
  into.touch(customerId, 'windows', 'facts')
  await unit.write(into)
}

async function withdrawMarketing(
  unit: UnitOfWork,
  { customerId, at, code, ...refused }: Refused,
): Promise<void> {
  const channel = consentChannels.find((each) => each === refused.channel)
  if (channel === undefined) return
  const withdrawal = { purpose: 'marketing', channel, decision: 'withdrawn', at } as const
  const events = await unit.tx.find('consentEvents', 'byCustomer', [[customerId]])
  const isKnown = events.some(
    (event) =>
      event.purpose === 'marketing' &&
      event.channel === channel &&
      event.decision === 'withdrawn' &&
      event.at === at,
  )
  if (isKnown) return
  const consents = await unit.tx.find('consents', 'key', [[customerId]])
  const proof = `The platform refused a message with code ${code ?? 'unknown'}: marketing was stopped.`
  const into = unit.draft()
  const event = { customerId, ...withdrawal, by: null, proof, eventId: null }
  recordConsent(into, event, { events, consents }, unit.stamp)
  await unit.write(into)
}
