import type { Ids } from '../../world/population.ts'

export const line = { product: 'KOPI-250', quantity: 1, price: 30_000 }
export const back = { product: 'KOPI-250', quantity: -1, price: 30_000 }

/** An order that is right, but for what is said of it. */
export const order =
  (said: object) =>
  ({ customer }: Ids): readonly unknown[] => [
    { customer, orderId: 'INV-9', lines: [line], ...said },
  ]

export const creditNote =
  (said: object) =>
  ({ customer }: Ids): readonly unknown[] => [
    { kind: 'creditNote', customer, orderId: 'CN-9', lines: [back], ...said },
  ]
