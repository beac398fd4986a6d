import type { CustomerRow, IdentityKind, IdentityRow } from '../customers/rows.ts'
import { isBlacklisted } from '../customers/standing.ts'
import { compareCodePoints } from '../text/code-point-order.ts'
import type { InteractionRow, WindowRow } from './rows.ts'

/** How long the customer service window stays open after the customer's last message: 24 hours in ms. */
const windowLength: number = 86_400_000

/** What may be sent over WhatsApp, by the platform's rules. Whether it should be is the gate's matter. */
export type WindowState = 'free-form' | 'template-only' | 'blocked'

/** Only what the customer sends or calls over WhatsApp opens the window. */
export function opensWindow({
  channel,
  direction,
  kind,
}: Pick<InteractionRow, 'channel' | 'direction' | 'kind'>): boolean {
  return channel === 'whatsapp' && direction === 'inbound' && (kind === 'chat' || kind === 'call')
}

/**
 * The window after an inbound message; an older message than the last known changes nothing. Of several of
 * one instant the greatest text says where they came from, so that their order does not matter.
 *
 * @param from by which identity the customer wrote, where that is known
 */
export function windowAfter(
  known: WindowRow | undefined,
  { customerId, businessNumber, at }: Pick<InteractionRow, 'customerId' | 'businessNumber' | 'at'>,
  from: string | null,
): WindowRow {
  const { lastInboundAt = null, closedAt = null } = known ?? {}
  if (known !== undefined && lastInboundAt !== null && lastInboundAt >= at) {
    const isOfThen = lastInboundAt === at && from !== null
    return isOfThen ? { ...known, lastInboundFrom: greatest(from, known.lastInboundFrom) } : known
  }
  return {
    customerId,
    businessNumber: businessNumber ?? '',
    lastInboundAt: at,
    lastInboundFrom: from,
    closedAt,
    closesAt: closingAt(at, closedAt),
  }
}

function greatest(from: string, other: string | null): string {
  return other === null || compareCodePoints(from, other) > 0 ? from : other
}

/**
 * The window after the platform said that it was closed for a send at this instant. One that was never
 * known to be open counts as one that closed then.
 */
export function windowClosedFor(
  known: WindowRow | undefined,
  { customerId, businessNumber }: Pick<WindowRow, 'customerId' | 'businessNumber'>,
  at: number,
): WindowRow {
  const { lastInboundAt = null, lastInboundFrom = null } = known ?? {}
  const closedAt = Math.max(known?.closedAt ?? at, at)
  const closesAt = lastInboundAt === null ? closedAt : closingAt(lastInboundAt, closedAt)
  return { customerId, businessNumber, lastInboundAt, lastInboundFrom, closedAt, closesAt }
}

/** By the last message, unless the platform said at that time or later that the window is closed. */
function closingAt(lastInboundAt: number, closedAt: number | null): number {
  const closesAt = lastInboundAt + windowLength
  return closedAt === null || lastInboundAt > closedAt ? closesAt : Math.min(closesAt, closedAt)
}

/** When the last of a customer's windows closes, or closed; null where there is none. */
export function lastClosing(windows: readonly WindowRow[]): number | null {
  return windows.length === 0 ? null : Math.max(...windows.map(({ closesAt }) => closesAt))
}

/** These windows with one of them as it is now. */
export function withWindow(windows: readonly WindowRow[], window: WindowRow): readonly WindowRow[] {
  const others = windows.filter(({ businessNumber }) => businessNumber !== window.businessNumber)
  return [...others, window]
}

/** The identities that WhatsApp can write to; a linked id (LID) is none. The gate finds its address by the same. */
export const whatsAppKinds: readonly IdentityKind[] = ['phone', 'whatsapp', 'userId']

/** Whether WhatsApp could reach a customer. */
export function hasWhatsApp(identities: readonly Pick<IdentityRow, 'kind'>[]): boolean {
  return identities.some(({ kind }) => whatsAppKinds.some((known) => known === kind))
}

/** A window is open while now < closesAt. */
export function windowState(
  customer: CustomerRow,
  isReachable: boolean,
  windowClosesAt: number | null,
  now: number,
): WindowState {
  if (!isReachable || customer.archivedAt !== null || isBlacklisted(customer, now)) return 'blocked'
  return windowClosesAt !== null && now < windowClosesAt ? 'free-form' : 'template-only'
}
