import { fingerprint } from '../../domain/change/fingerprint.ts'
import type { Address } from '../../domain/messages/address.ts'
import type { SendRow } from '../../domain/messages/rows.ts'
import { claimed, neverLeft } from '../../domain/messages/send.ts'
import { notFound } from '../not-found.ts'
import { answeredBefore, type Once, remember } from '../once.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { askGate, type MessageToGate } from './ask-gate.ts'
import { holdWithCounterparts } from './counterparts.ts'
import { type SendOutcome, storedOutcome } from './send-outcome.ts'

/** A call of `send`, checked. */
export interface SendCall extends MessageToGate {
  readonly reference: string | null
  /** What the message says. */
  readonly content: string
}

/** Nothing stands in the way of this call. */
interface Admitted {
  readonly to: Address
  /** What an earlier call with this reference left behind, which certainly did not leave. */
  readonly before: SendRow | undefined
}

/** A send that was claimed, and goes there. */
interface Claim {
  readonly send: SendRow
  readonly to: Address
}

/**
 * What is known of a call before it is claimed: its outcome, where it has one already or is stopped, else
 * where it would go.
 *
 * @throws LanggananError `CUSTOMER_NOT_FOUND`, `IDEMPOTENCY_CONFLICT`
 */
export async function lookUp(
  unit: UnitOfWork,
  call: SendCall,
  counterparts: readonly string[],
): Promise<SendOutcome | Admitted> {
  const before = await sentBefore(unit, call)
  if (before !== undefined && !neverLeft(before)) return storedOutcome(before)
  const verdict = await askGate(unit, call, counterparts)
  if (verdict.mayGo) return { to: verdict.to, before }
  const { customerId: customer } = call
  return { id: before?.id ?? null, customer, outcome: 'stopped', reasons: verdict.reasons }
}

/**
 * Claims a send: the moment of sending is the commit of this. Of several calls with one reference one
 * claims it, and the others find that.
 */
export async function claimSend(unit: UnitOfWork, call: SendCall): Promise<SendOutcome | Claim> {
  const found = await lookUp(unit, call, await holdWithCounterparts(unit, call.customerId))
  if ('outcome' in found) return found
  const { to, before } = found
  const { customerId, channel, businessNumber, form, purpose, reference } = call
  const id = before?.id ?? unit.stamp.newId()
  const about = { id, customerId, channel, businessNumber, form, purpose, reference }
  const send = claimed(about, before, unit.stamp.now)
  const into = unit.draft()
  if (before === undefined) {
    into.insert('sends', send)
    remember(into, onceOf(call), id, unit)
  } else into.put('sends', send)
  await unit.write(into)
  return { send, to }
}

async function sentBefore(unit: UnitOfWork, call: SendCall): Promise<SendRow | undefined> {
  const id = await answeredBefore(unit, onceOf(call))
  if (id === undefined) return undefined
  const [row] = await unit.tx.get('sends', [[id]])
  if (row === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  return row
}

function onceOf({ customerId, reference, content, ...call }: SendCall): Once {
  const { channel, businessNumber, form, purpose } = call
  const said = [customerId, channel, businessNumber, form, purpose, content]
  return { scope: 'send', key: reference, fingerprint: fingerprint(said) }
}
