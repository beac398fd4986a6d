import type { Draft } from '../change/draft.ts'
import type { ScoresRow } from './rows.ts'

/** RFM scores of one customer. */
export type RfmScores = Pick<
  ScoresRow,
  'rfmRecency' | 'rfmFrequency' | 'rfmMonetary' | 'rfmGroup' | 'rfmAsOf'
>

/** What a model expects of one customer. */
export type ModelScores = Pick<
  ScoresRow,
  | 'probabilityAlive'
  | 'expectedPurchases30'
  | 'expectedPurchases90'
  | 'expectedPurchases180'
  | 'expectedPurchases365'
  | 'modelAsOf'
>

/** The scores of a customer of whom no model said anything. */
export function noScores(customerId: string): ScoresRow {
  return {
    customerId,
    rfmRecency: null,
    rfmFrequency: null,
    rfmMonetary: null,
    rfmGroup: null,
    rfmAsOf: null,
    probabilityAlive: null,
    expectedPurchases30: null,
    expectedPurchases90: null,
    expectedPurchases180: null,
    expectedPurchases365: null,
    modelAsOf: null,
  }
}

/** The scores after newer ones came; those as of an earlier instant than what is there change nothing. */
export function withScores(
  before: ScoresRow,
  { rfm, model }: { readonly rfm: RfmScores | undefined; readonly model: ModelScores | undefined },
): ScoresRow {
  return {
    ...before,
    ...(rfm !== undefined && isNewer(rfm.rfmAsOf, before.rfmAsOf) ? rfm : {}),
    ...(model !== undefined && isNewer(model.modelAsOf, before.modelAsOf) ? model : {}),
  }
}

function isNewer(asOf: number | null, before: number | null): boolean {
  return before === null || (asOf !== null && asOf >= before)
}

/** Writes the scores that changed; answers how many customers have other ones now. */
export function writeScores(
  into: Draft,
  changes: readonly { readonly before: ScoresRow; readonly after: ScoresRow }[],
): number {
  let changed = 0
  for (const { before, after } of changes) {
    if (isSame(before, after)) continue
    into.put('scores', after)
    into.touch(after.customerId, 'scores')
    changed += 1
  }
  return changed
}

function isSame(a: ScoresRow, b: ScoresRow): boolean {
  const other = new Map<string, unknown>(Object.entries(b))
  return Object.entries(a).every(([column, value]) => other.get(column) === value)
}
