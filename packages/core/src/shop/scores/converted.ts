import type { ModelScores, RfmScores } from '../../domain/scores/record-scores.ts'
import type { Horizon, RfmGroup, ScoresRow } from '../../domain/scores/rows.ts'
import type { ModelInput, RfmInput } from '../input/scores.ts'

export interface CustomerScores {
  /** Null where none were recorded. */
  readonly rfm: {
    readonly recency: number
    readonly frequency: number
    readonly monetary: number
    readonly group: RfmGroup
    readonly asOf: Date
  } | null
  /** Null where nothing was recorded. */
  readonly model: {
    readonly probabilityAlive: number
    readonly expectedPurchases: Readonly<Record<Horizon, number>>
    readonly asOf: Date
  } | null
}

export function rfmScores(
  { recency, frequency, monetary, group }: RfmInput,
  asOf: Date,
): RfmScores {
  return {
    rfmRecency: recency,
    rfmFrequency: frequency,
    rfmMonetary: monetary,
    rfmGroup: group,
    rfmAsOf: asOf.getTime(),
  }
}

/** In whole numbers: parts per million, and thousandths of a purchase. */
export function modelScores(
  { probabilityAlive, expectedPurchases }: ModelInput,
  asOf: Date,
): ModelScores {
  return {
    probabilityAlive: Math.round(probabilityAlive * 1_000_000),
    expectedPurchases30: thousandths(expectedPurchases[30]),
    expectedPurchases90: thousandths(expectedPurchases[90]),
    expectedPurchases180: thousandths(expectedPurchases[180]),
    expectedPurchases365: thousandths(expectedPurchases[365]),
    modelAsOf: asOf.getTime(),
  }
}

function thousandths(purchases: number): number {
  return Math.round(purchases * 1_000)
}

export function scoresOfCustomer(row: ScoresRow): CustomerScores {
  return { rfm: rfmOf(row), model: modelOf(row) }
}

function rfmOf({
  rfmRecency,
  rfmFrequency,
  rfmMonetary,
  rfmGroup,
  rfmAsOf,
}: ScoresRow): CustomerScores['rfm'] {
  if (rfmRecency === null || rfmFrequency === null || rfmMonetary === null) return null
  if (rfmGroup === null || rfmAsOf === null) return null
  return {
    recency: rfmRecency,
    frequency: rfmFrequency,
    monetary: rfmMonetary,
    group: rfmGroup,
    asOf: new Date(rfmAsOf),
  }
}

function modelOf(row: ScoresRow): CustomerScores['model'] {
  const { probabilityAlive, modelAsOf } = row
  if (probabilityAlive === null || modelAsOf === null) return null
  const purchases = (stored: number | null): number => (stored ?? 0) / 1_000
  return {
    probabilityAlive: probabilityAlive / 1_000_000,
    expectedPurchases: {
      30: purchases(row.expectedPurchases30),
      90: purchases(row.expectedPurchases90),
      180: purchases(row.expectedPurchases180),
      365: purchases(row.expectedPurchases365),
    },
    asOf: new Date(modelAsOf),
  }
}
