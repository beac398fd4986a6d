import type { ConsentChannel, ConsentDecision } from '../consents/rows.ts'
import type { CustomerRow } from '../customers/rows.ts'
import { isBlacklisted } from '../customers/standing.ts'
import type { MessageForm, SendPurpose } from './rows.ts'

/**
 * Why a message may not leave.
 *
 * - `archived`, `blacklisted`: the customer stays in the books only.
 * - `noIdentity`: the channel cannot reach the customer; a linked id (LID) alone leads nowhere.
 * - `windowClosed`: a free-form message, and no open window at the number that it would go from.
 * - `optedOut`: what the message is for was denied or withdrawn on the channel, by the customer or by
 *   somebody who may be the same person, as long as nobody has said that they are two.
 * - `notOptedIn`: nobody ever agreed to it, and the message needs that somebody did.
 * - `tooSoon`: within 24 hours of the platform's word that the person gets enough marketing.
 */
export type GateReason = (typeof reasons)[number]

const reasons = [
  'archived',
  'blacklisted',
  'noIdentity',
  'windowClosed',
  'optedOut',
  'notOptedIn',
  'tooSoon',
] as const

/** A message as the gate sees it. */
export interface GatedMessage {
  readonly channel: ConsentChannel
  readonly form: MessageForm
  readonly purpose: SendPurpose
}

/** What the gate must know of whom a message is for, read while the customer is held. */
export interface KnownToGate {
  readonly customer: CustomerRow
  /** Whether the channel has an address of the customer. */
  readonly isReachable: boolean
  /** When the window at the channel's business number closes, or closed; null where there is none. */
  readonly windowClosesAt: number | null
  /** What was decided about the message's purpose on its channel; null where nothing was. */
  readonly decision: ConsentDecision | null
  /** Whether somebody denied or withdrew the same who may be this person. */
  readonly mayHaveOptedOut: boolean
  /** When the platform said last that the person gets enough marketing on this channel. */
  readonly waitSaidAt: number | null
}

/** How long there is no marketing after the platform's word: 24 hours in ms. */
const waitForMarketing: number = 86_400_000

/**
 * The gate: everything that speaks against letting this message go now, in the order of
 * {@link GateReason}; nothing where it may go. A channel asks nothing of this again.
 *
 * Marketing needs consent that was granted, inside a window too. Service needs consent where the platform
 * lets only templates go to people who opted in, which is WhatsApp outside an open window; an answer inside
 * the window needs none. A denial or withdrawal stops a message whatever the window, also that of somebody
 * who may be the same person; to agree only the customer can.
 */
export function gateReasons(
  message: GatedMessage,
  known: KnownToGate,
  now: number,
): readonly GateReason[] {
  const { customer, isReachable, windowClosesAt, decision, waitSaidAt } = known
  const isOptedOut = isOptOut(decision) || known.mayHaveOptedOut
  const isOpen = windowClosesAt !== null && now < windowClosesAt
  const stops: Readonly<Record<GateReason, boolean>> = {
    archived: customer.archivedAt !== null,
    blacklisted: isBlacklisted(customer, now),
    noIdentity: !isReachable,
    windowClosed: hasWindows(message) && message.form === 'freeForm' && !isOpen,
    optedOut: isOptedOut,
    notOptedIn: !isOptedOut && decision === null && needsConsent(message, isOpen),
    tooSoon:
      message.purpose === 'marketing' && waitSaidAt !== null && now < waitSaidAt + waitForMarketing,
  }
  return reasons.filter((reason) => stops[reason])
}

/** Whether a decision is against what it is about. */
export function isOptOut(decision: ConsentDecision | null): boolean {
  return decision === 'denied' || decision === 'withdrawn'
}

function needsConsent(message: GatedMessage, isOpen: boolean): boolean {
  if (message.purpose === 'marketing') return true
  return hasWindows(message) && message.form === 'template' && !isOpen
}

/** Only WhatsApp knows windows, and asks for consent outside of them. */
function hasWindows({ channel }: GatedMessage): boolean {
  return channel === 'whatsapp'
}
