import { z } from 'zod'
import { type Horizon, type RfmGroup, rfmGroups } from '../../domain/scores/rows.ts'
import { instant, integer, list, reference } from './values.ts'

/** What models say of up to 10,000 customers, as of one instant. */
export interface ScoresInput {
  readonly asOf: Date
  readonly rfm?: readonly RfmInput[] | undefined
  readonly model?: readonly ModelInput[] | undefined
}

/** Scores from 1 to 5, 5 the best. */
export interface RfmInput {
  /** Id of the customer. */
  readonly customer: string
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
  readonly group: RfmGroup
}

export interface ModelInput {
  /** Id of the customer. */
  readonly customer: string
  /** From 0 to 1; kept to a millionth. */
  readonly probabilityAlive: number
  /** Purchases within so many days; kept to a thousandth. */
  readonly expectedPurchases: Readonly<Record<Horizon, number>>
}

const score = integer('Expected a whole number', {
  least: { bound: 1, message: 'Expected at least 1' },
  most: { bound: 5, message: 'Expected at most 5' },
})
const probability = z
  .number('Expected a number')
  .min(0, 'Expected 0 or more')
  .max(1, 'Expected at most 1')
const purchases = z
  .number('Expected a number')
  .min(0, 'Expected 0 or more')
  .max(1_000_000_000, 'Expected at most 1,000,000,000')

const rfmInput: z.ZodType<RfmInput> = z.strictObject({
  customer: reference,
  recency: score,
  frequency: score,
  monetary: score,
  group: z.enum(rfmGroups, `Expected one of ${rfmGroups.join(', ')}`),
})

const modelInput: z.ZodType<ModelInput> = z.strictObject({
  customer: reference,
  probabilityAlive: probability,
  expectedPurchases: z.strictObject({
    30: purchases,
    90: purchases,
    180: purchases,
    365: purchases,
  }),
})

const most = 10_000

export const scoresInput: z.ZodType<ScoresInput> = z.strictObject({
  asOf: instant,
  rfm: list(rfmInput, most).optional(),
  model: list(modelInput, most).optional(),
})
