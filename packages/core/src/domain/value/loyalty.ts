import { shortestGap } from './rhythm.ts'
import type { FactsRow } from './rows.ts'

/** Where a customer stands, from never bought to gone. */
export type LoyaltyStage =
  | 'prospect'
  | 'one-time'
  | 'repeat'
  | 'regular'
  | 'loyal'
  | 'slipping'
  | 'lapsed'

export const loyaltyStages: readonly LoyaltyStage[] = [
  'prospect',
  'one-time',
  'repeat',
  'regular',
  'loyal',
  'slipping',
  'lapsed',
]

/** Standing orders from which a steady customer is loyal. */
export const ordersForLoyal: number = 6

/** The facts that loyalty is read from. */
export type LoyaltyFacts = Pick<
  FactsRow,
  'orders' | 'lastPurchaseAt' | 'ownGap' | 'steady' | 'slippingAt' | 'lapsedAt'
>

/** The stage at an instant: a stored instant compared with now, nothing fitted to the moment. */
export function loyaltyStage(facts: LoyaltyFacts, now: number): LoyaltyStage {
  if (facts.orders === 0) return 'prospect'
  if (facts.lapsedAt !== null && now >= facts.lapsedAt) return 'lapsed'
  if (facts.slippingAt !== null && now >= facts.slippingAt) return 'slipping'
  if (facts.orders === 1) return 'one-time'
  if (facts.orders <= 3) return 'repeat'
  return facts.orders >= ordersForLoyal && facts.steady === 1 ? 'loyal' : 'regular'
}

/** A stage with what it rests on. */
export interface Loyalty {
  readonly stage: LoyaltyStage
  readonly orders: number
  readonly lastPurchaseAt: number | null
  /** The gap that counts, in days rounded to one decimal, at least 1; and whose it is. */
  readonly rhythm: { readonly days: number; readonly of: 'customer' | 'shop' } | null
  readonly slippingAt: number | null
  readonly lapsedAt: number | null
  /** Plain English sentences, most important first. */
  readonly reasons: readonly string[]
}

/** @param isMeasured whether the shop's gap was, or is the one that counts until then */
export function loyaltyOf(facts: LoyaltyFacts, now: number, isMeasured: boolean): Loyalty {
  const stage = loyaltyStage(facts, now)
  const gap = gapUsed(facts)
  const rhythm =
    gap === null
      ? null
      : { days: days(gap), of: facts.ownGap === null ? ('shop' as const) : ('customer' as const) }
  return {
    stage,
    orders: facts.orders,
    lastPurchaseAt: facts.lastPurchaseAt,
    rhythm,
    slippingAt: facts.slippingAt,
    lapsedAt: facts.lapsedAt,
    reasons: reasonsFor(stage, facts, rhythm, now, isMeasured),
  }
}

function reasonsFor(
  stage: LoyaltyStage,
  facts: LoyaltyFacts,
  rhythm: Loyalty['rhythm'],
  now: number,
  isMeasured: boolean,
): string[] {
  if (facts.lastPurchaseAt === null || rhythm === null) return ['Has no standing order yet.']
  const away =
    now < facts.lastPurchaseAt
      ? `The last order lies ${inWords(days(facts.lastPurchaseAt - now))} ahead`
      : `${inWords(days(now - facts.lastPurchaseAt))} since the last order`
  const whose =
    rhythm.of === 'customer'
      ? 'the usual gap of this customer'
      : isMeasured
        ? "the shop's usual gap"
        : "the gap that counts until the shop's own is measured"
  const short = facts.ownGap !== null && facts.ownGap < shortestGap
  const usual = `${whose} is ${short ? 'under a day, which counts as one' : inWords(rhythm.days)}`
  const count = `${facts.orders} standing ${facts.orders === 1 ? 'order' : 'orders'}`
  switch (stage) {
    case 'lapsed':
      return [`${away}, four gaps or more; ${usual}.`, `${count}.`]
    case 'slipping':
      return [`${away}, two gaps or more; ${usual}.`, `${count}.`]
    case 'loyal':
      return [
        `${count}, and none of the last five gaps went past two rhythms.`,
        `${away}; ${usual}.`,
      ]
    case 'regular':
      return [`${count}; ${whyNotLoyal(facts.orders)}.`, `${away}; ${usual}.`]
    default:
      return [`${count}.`, `${away}; ${usual}.`]
  }
}

function whyNotLoyal(orders: number): string {
  return orders < ordersForLoyal
    ? `loyal begins at ${ordersForLoyal}`
    : 'one of the last five gaps went past two rhythms'
}

/** Slipping and lapsed lie two and four gaps behind the last order, so their distance is two gaps. */
function gapUsed({ slippingAt, lapsedAt }: LoyaltyFacts): number | null {
  return slippingAt === null || lapsedAt === null ? null : (lapsedAt - slippingAt) / 2
}

function days(ms: number): number {
  return Math.round((ms / shortestGap) * 10) / 10
}

function inWords(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`
}
