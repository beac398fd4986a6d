import type { Horizon, ScoreColumn } from '../../scores/rows.ts'

/** The column that holds the expected purchases of a horizon. */
export const expectedPurchasesColumns: Readonly<
  Record<Horizon, ScoreColumn & `expectedPurchases${Horizon}`>
> = {
  30: 'expectedPurchases30',
  90: 'expectedPurchases90',
  180: 'expectedPurchases180',
  365: 'expectedPurchases365',
}
