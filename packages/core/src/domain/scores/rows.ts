/** A group of customers by recency, frequency and money together. */
export type RfmGroup =
  | 'champions'
  | 'potentialLoyalist'
  | 'loyal'
  | 'promising'
  | 'new'
  | 'cantLose'
  | 'atRisk'
  | 'needAttention'
  | 'aboutToSleep'
  | 'lost'

/** Every RFM group, frozen. */
export const rfmGroups: readonly RfmGroup[] = /* @__PURE__ */ Object.freeze([
  'champions',
  'potentialLoyalist',
  'loyal',
  'promising',
  'new',
  'cantLose',
  'atRisk',
  'needAttention',
  'aboutToSleep',
  'lost',
])

/** How far ahead purchases are expected, in days. */
export type Horizon = 30 | 90 | 180 | 365

/** Every horizon, frozen. */
export const horizons: readonly Horizon[] = /* @__PURE__ */ Object.freeze([30, 90, 180, 365])

/**
 * What models say about a customer, as of an instant: snapshots in whole numbers, which no other
 * customer's purchase moves.
 */
export interface ScoresRow {
  readonly customerId: string
  /** From 1 to 5, 5 the best. */
  readonly rfmRecency: number | null
  readonly rfmFrequency: number | null
  readonly rfmMonetary: number | null
  readonly rfmGroup: RfmGroup | null
  readonly rfmAsOf: number | null
  /** Parts per million. */
  readonly probabilityAlive: number | null
  /** Thousandths of a purchase within so many days. */
  readonly expectedPurchases30: number | null
  readonly expectedPurchases90: number | null
  readonly expectedPurchases180: number | null
  readonly expectedPurchases365: number | null
  readonly modelAsOf: number | null
}

/** What of the scores is told to criteria. */
export type ScoreColumn = Exclude<keyof ScoresRow, 'customerId' | 'rfmAsOf' | 'modelAsOf'>
