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

/** Records one status of a message, known or not. */
export async function recordStatus(
  unit: UnitOfWork,
  given: MessageStatusInput,
): Promise<MessageState> {
  const { tx, stamp } = unit
  const { message, status } = given
  const at = given.at?.getTime() ?? stamp.now
  notInFuture(at, unit, 'at')
  const customerId = await receiverOf(unit, message)
  if (customerId !== null) await unit.lock([customerId])
  // Read under the lock.
  const [before = unknownMessage(message, customerId)] = await tx.get('messageStatuses', [
    [message],
  ])
  const row = withStatus({ ...before, customerId }, status, at, besideOf(given))
  const into = unit.draft()
  into.put('messageStatuses', row)
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
