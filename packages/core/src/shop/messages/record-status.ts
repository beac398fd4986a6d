import type { Draft } from '../../domain/change/draft.ts'
import {
  type ToldBeside,
  unknownMessage,
  withStatus,
} from '../../domain/messages/message-status.ts'
import type { MessageStatusInput } from '../input/message-status.ts'
import { notInFuture } from '../not-in-future.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type MessageState, messageStateOf } from './message-state.ts'

/** Holds all to whom these messages went; answers whether every message was recorded. */
export async function holdReceivers(
  unit: UnitOfWork,
  given: readonly MessageStatusInput[],
): Promise<boolean> {
  const receivers = new Set<string>()
  for (const { message } of given) {
    const receiver = await receiverOf(unit, message)
    if (receiver === null) return false
    receivers.add(receiver)
  }
  await unit.lock([...receivers])
  return true
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
  const customerId = await receiverOf(unit, message)
  const [known] = await tx.get('messageStatuses', [[message]])
  const before = known ?? unknownMessage(message, customerId)
  const row = withStatus({ ...before, customerId }, status, at, besideOf(given))
  const into = unit.draft()
  if (known === undefined) into.insert('messageStatuses', row)
  else into.put('messageStatuses', row)
  await unit.write(into)
  return messageStateOf(row)
}

/** Gives the statuses that waited for a message to the customer whom it went to. */
export async function claimStatuses(
  { tx }: UnitOfWork,
  into: Draft,
  message: string,
  customerId: string,
): Promise<void> {
  const [row] = await tx.get('messageStatuses', [[message]])
  if (row !== undefined) into.put('messageStatuses', { ...row, customerId })
}

/** The customer to whom the shop wrote what has this reference. */
async function receiverOf({ tx }: UnitOfWork, message: string): Promise<string | null> {
  const [key] = await tx.get('onceKeys', [['message', message]])
  if (key === undefined) return null
  const [interaction] = await tx.get('interactions', [[key.answerId]])
  return interaction?.direction === 'outbound' ? interaction.customerId : null
}

function besideOf({ error, pricing, callbackData }: MessageStatusInput): ToldBeside {
  const billable = pricing?.billable ?? null
  return {
    errorCode: error ?? null,
    billable: billable === null ? null : billable ? 1 : 0,
    pricingModel: pricing?.model ?? null,
    pricingType: pricing?.type ?? null,
    pricingCategory: pricing?.category ?? null,
    callbackData: callbackData ?? null,
  }
}
