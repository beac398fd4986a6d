import type { CustomerRow, IdentityKind, IdentityRow } from '../customers/rows.ts'
import { isBlacklisted } from '../customers/standing.ts'
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

/** The window after an inbound message; an older message than the last known changes nothing. */
export function windowAfter(
  known: WindowRow | undefined,
  { customerId, businessNumber, at }: Pick<InteractionRow, 'customerId' | 'businessNumber' | 'at'>,
): WindowRow {
  if (known !== undefined && known.lastInboundAt >= at) return known
  return {
    customerId,
    businessNumber: businessNumber ?? '',
    lastInboundAt: at,
    closesAt: at + windowLength,
  }
}

/** The identities by which WhatsApp could know a customer: a phone, or any of its own ids. */
export const whatsAppKinds: readonly IdentityKind[] = ['phone', 'whatsapp', 'userId', 'lid']

/** Whether WhatsApp could know a customer. */
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
