import type { ConsentChannel } from '../../domain/consents/rows.ts'
import { type Address, addressOn } from '../../domain/messages/address.ts'
import {
  type GatedMessage,
  type GateReason,
  gateReasons,
  isOptOut,
} from '../../domain/messages/gate.ts'
import { customerRow } from '../customers/load-customers.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { recordedMessage } from './recorded-message.ts'

/** A message that is to go to somebody, and from where. */
export interface MessageToGate extends GatedMessage {
  readonly customerId: string
  readonly businessNumber: string
}

/** Whether a message may go, and where to. */
export type Verdict =
  | { readonly mayGo: true; readonly to: Address }
  | { readonly mayGo: false; readonly reasons: readonly GateReason[] }

/**
 * Asks the gate at this call's instant.
 *
 * @param counterparts with whom the customer may be one
 * @throws LanggananError `CUSTOMER_NOT_FOUND`
 */
export async function askGate(
  unit: UnitOfWork,
  message: MessageToGate,
  counterparts: readonly string[],
): Promise<Verdict> {
  const { tx, stamp } = unit
  const { customerId, channel, businessNumber, purpose } = message
  const customer = await customerRow(unit, customerId)
  const identities = await tx.find('identities', 'byCustomer', [[customerId]])
  const [window] = await tx.get('windows', [[customerId, businessNumber]])
  const [consent] = await tx.get('consents', [[customerId, purpose, channel]])
  const ofCounterparts = await tx.get(
    'consents',
    counterparts.map((id) => [id, purpose, channel] as const),
  )
  const isOpen = window !== undefined && stamp.now < window.closesAt
  const to = addressOn(message, identities, isOpen ? window.lastInboundFrom : null)
  const known = {
    customer,
    isReachable: to !== undefined,
    windowClosesAt: window?.closesAt ?? null,
    decision: consent?.decision ?? null,
    mayHaveOptedOut: ofCounterparts.some(({ decision }) => isOptOut(decision)),
    waitSaidAt: purpose === 'marketing' ? await waitSaidAt(unit, customerId, channel) : null,
  }
  const reasons = gateReasons(message, known, stamp.now)
  return to === undefined || reasons.length > 0 ? { mayGo: false, reasons } : { mayGo: true, to }
}

/** When the platform said last that the person gets enough marketing, in an answer or by a status. */
async function waitSaidAt(
  unit: UnitOfWork,
  customerId: string,
  channel: ConsentChannel,
): Promise<number | null> {
  const sends = await unit.tx.find('sends', 'byWait', [[customerId]])
  const said = sends.flatMap((send) => (send.channel === channel ? (send.waitSaidAt ?? []) : []))
  const statuses = await unit.tx.find('messageStatuses', 'byAct', [[customerId, 'waitADay']])
  for (const status of statuses) {
    const message = await recordedMessage(unit, status.messageId)
    if (message?.channel === channel && status.failedAt !== null) said.push(status.failedAt)
  }
  return said.length === 0 ? null : Math.max(...said)
}
