import { isLanggananError } from '../../domain/error/langganan-error.ts'
import type { SendRow } from '../../domain/messages/rows.ts'
import { claimHolds, ended, type SendEnd } from '../../domain/messages/send.ts'
import type { GrantedTurn, Recipient, Sendable, SendResult } from '../../ports/channel.ts'
import { checked } from '../input/checked.ts'
import { type SendInput, sendInput } from '../input/send.ts'
import type { Runner } from '../runner.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { actOnRefusal } from './act-on-refusal.ts'
import { claimSend, lookUp, type SendCall } from './claim-send.ts'
import { contentText } from './content-text.ts'
import { counterpartsOf } from './counterparts.ts'
import { recordSent } from './record-sent.ts'
import { endOf, type SendOutcome, storedOutcome } from './send-outcome.ts'

/**
 * Sends one message in steps: a look, the platform's turn, the claim through the gate, the channel, and
 * what became of it. Between two steps anything may happen, also the end of the process: then the claim
 * stays, and says so.
 */
export async function send<M extends Sendable>(
  { read, write }: Runner,
  input: SendInput<M>,
): Promise<SendOutcome> {
  const call = callOf(input)
  const found = await read(async (unit) =>
    lookUp(unit, call, await counterpartsOf(unit, call.customerId)),
  )
  if ('outcome' in found) return found
  const turn = input.channel.takeTurn(found.to)
  const about = { id: found.before?.id ?? null, customer: call.customerId }
  if (!turn.granted) {
    const { reason = 'limit', retryAfter } = turn
    return { ...about, outcome: 'notSent', reason, retryAfter }
  }
  const claim = await write((unit) => claimSend(unit, call))
  if ('outcome' in claim) return claim
  const result = await carried(input, claim, turn).catch(async (error: unknown) => {
    await write((unit) => endSend(unit, claim.send, thrownEnd(error)))
    throw error
  })
  const row = await write((unit) => endSend(unit, claim.send, endOf(result)))
  const isTold = row?.state === 'accepted' && result.outcome !== 'accepted'
  const isSaid = row?.state === 'unknown' && row.resolution !== null
  if (isTold || isSaid) return storedOutcome(row)
  return { id: claim.send.id, customer: call.customerId, ...result }
}

function callOf(input: SendInput): SendCall {
  const { customer: customerId, channel, message, reference = null } = checked(sendInput, input)
  const { form, purpose } = message
  const { name, businessNumber } = channel
  const content = reference === null ? '' : contentText(input.message)
  return { customerId, channel: name, businessNumber, form, purpose, reference, content }
}

/** Hands the message to the channel, which begins within what the claim allows or not at all. */
async function carried<M extends Sendable>(
  { channel, message, signal }: SendInput<M>,
  { send: { id, claimedAt }, to }: { readonly send: SendRow; readonly to: Recipient },
  turn: GrantedTurn,
): Promise<SendResult> {
  const notAfter = claimedAt + claimHolds
  return channel.send(message, { to, reference: id, turn, notAfter, signal })
}

/** A channel throws for what is wrong with the call, which then did not leave; of anything else nobody knows. */
function thrownEnd(error: unknown): SendEnd {
  return isLanggananError(error, 'INVALID_INPUT')
    ? { state: 'notSent', reason: 'invalid' }
    : { state: 'unknown', reason: 'thrown' }
}

/** Writes what became of a send; undefined where it went with its customer. What a status told stays. */
async function endSend(
  unit: UnitOfWork,
  { id, customerId }: SendRow,
  end: SendEnd,
): Promise<SendRow | undefined> {
  await unit.lock([customerId])
  const [send] = await unit.tx.get('sends', [[id]])
  if (send === undefined || send.state === 'accepted') return send
  if (end.state === 'accepted') return recordSent(unit, send, end.messageId)
  const row = ended(send, end, unit.stamp.now)
  const into = unit.draft()
  into.put('sends', row)
  await unit.write(into)
  await actOnRefusal(unit, { ...row, at: row.claimedAt })
  return row
}
