import type { SaleInput } from '@langganan/core'

/** Orders as a CSV import hands them over: customers by number, lines with totals, paid. */
export function madeUpOrders(orders: number, linesEach: number, customers: number): SaleInput[] {
  return Array.from({ length: orders }, (_, i) => ({
    customer: {
      name: `Customer ${i % customers}`,
      external: `${10_000 + (i % customers)}`,
      acquisition: 'import',
    },
    orderId: `${500_000 + i}`,
    at: new Date(Date.UTC(2025, 0, 1) + i * 60_000),
    paid: true,
    lines: Array.from({ length: linesEach }, (_, k) => lineOf(i * 7 + k)),
  }))
}

function lineOf(n: number): SaleInput['lines'][number] {
  const quantity = 1 + (n % 5)
  const price = 10_000 + (n % 90) * 500
  return { product: `P${n % 3_000}`, quantity, price, total: quantity * price }
}
