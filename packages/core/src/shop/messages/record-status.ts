import {
  type ToldBeside,
  unknownMessage,
  withStatus,
} from '../../domain/messages/message-status.ts'
import type { SendRow } from '../../domain/messages/rows.ts'
import type { MessageStatusInput } from '../input/message-status.ts'
import { notInFuture } from '../not-in-future.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { actOnStatus } from './claim-statuses.ts'
import { type MessageState, messageStateOf } from './message-state.ts'
import { recordSent } from './record-sent.ts'
import { recordedMessage } from './recorded-message.ts'

/** Holds all to whom these messages went; answers whether each of them is known. */
export async function holdReceivers(
  unit: UnitOfWork,
  given: readonly MessageStatusInput[],
): Promise<boolean> {
  for (let held: readonly string[] = []; ; ) {
    const receivers = await receiversOf(unit, given)
    await unit.lock(receivers.known)
    // What was read before they were held is read again.
    if (receivers.known.every((id) => held.includes(id))) return receivers.areAll
    held = receivers.known
  }
}

async function receiversOf(
  unit: UnitOfWork,
  given: readonly MessageStatusInput[],
): Promise<{ readonly known: readonly string[]; readonly areAll: boolean }> {
  const known = new Set<string>()
  let areAll = true
  for (const { message, callbackData } of given) {
    const recorded = await recordedMessage(unit, message)
    const send = await sendOf(unit, callbackData)
    for (const each of [recorded, send]) if (each !== undefined) known.add(each.customerId)
    areAll &&= recorded !== undefined || send !== undefined
  }
  return { known: [...known], areAll }
}

/** Records one status of a message, while its receiver is held or nobody else writes. */
export async function recordStatus(
  unit: UnitOfWork,
  given: MessageStatusInput,
): Promise<MessageState> {
  const { tx, stamp } = unit
  const { message, status } = given
  const at = given.at?.getTime() ?? stamp.now
  notInFuture(at, unit, 'at')
  await settleSend(unit, given)
  const recorded = await recordedMessage(unit, message)
  const customerId = recorded?.customerId ?? null
  const [known] = await tx.get('messageStatuses', [[message]])
  const before = known ?? unknownMessage(message, customerId)
  const row = withStatus({ ...before, customerId }, status, at, besideOf(given))
  const into = unit.draft()
  if (known === undefined) into.insert('messageStatuses', row)
  else into.put('messageStatuses', row)
  await unit.write(into)
  if (recorded !== undefined) await actOnStatus(unit, row, recorded)
  return messageStateOf(row)
}

/** A status that repeats the id of a send shows that it left, whatever was known of it. */
async function settleSend(
  unit: UnitOfWork,
  { message, callbackData }: MessageStatusInput,
): Promise<void> {
  const send = await sendOf(unit, callbackData)
  if (send !== undefined && send.state !== 'accepted') await recordSent(unit, send, message)
}

async function sendOf(
  { tx }: UnitOfWork,
  callbackData: string | null | undefined,
): Promise<SendRow | undefined> {
  if (callbackData === null || callbackData === undefined) return undefined
  const [send] = await tx.get('sends', [[callbackData]])
  return send
}

function besideOf({ error, act, pricing, callbackData }: MessageStatusInput): ToldBeside {
  const billable = pricing?.billable ?? null
  return {
    errorCode: error ?? null,
    act: act ?? null,
    billable: billable === null ? null : billable ? 1 : 0,
    pricingModel: pricing?.model ?? null,
    pricingType: pricing?.type ?? null,
    pricingCategory: pricing?.category ?? null,
    callbackData: callbackData ?? null,
  }
}
