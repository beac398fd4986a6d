import { interleaved, median } from '../measure.ts'
import { type Asked, forget } from './counting-storage.ts'
import type { Growth } from './exponent.ts'
import type { KeptShop } from './kept-shop.ts'

const writesEach = 40

/** One order of one customer, again and again, in turns with the other shops: milliseconds for one. */
export async function timedWrites(
  shops: readonly KeptShop[],
  repetitions: number,
): Promise<readonly Growth[]> {
  const orders = shops.map(ordersOf)
  const times = await interleaved(
    shops.map(({ customers, shop, clock }, i) => ({
      name: String(customers),
      prepare: async () => {
        clock.now += 1_000
        const given = Array.from({ length: writesEach }, () => orders[i]?.() ?? never())
        return async () => {
          for (const order of given) await shop.transactions.record(order)
        }
      },
    })),
    repetitions,
  )
  return shops.map(({ customers }) => ({
    customers,
    times: (times.get(String(customers)) ?? []).map((ms) => ms / writesEach),
  }))
}

/** How often one write asks the storage, and how many rows it answers: the middle of many writes, in each shop. */
export async function askedByWrites(shops: readonly KeptShop[]): Promise<string> {
  const calls: number[] = []
  const rows: number[] = []
  for (const kept of shops) {
    const order = ordersOf(kept)
    const each: Asked[] = []
    for (let i = 0; i < 100; i += 1) {
      forget(kept.asked)
      await kept.shop.transactions.record(order())
      each.push({ ...kept.asked })
    }
    calls.push(median(each.map((asked) => asked.calls)))
    rows.push(median(each.map((asked) => asked.rows)))
  }
  return `${calls.join(' and ')} questions, ${rows.join(' and ')} rows read`
}

type Order = Parameters<KeptShop['shop']['transactions']['record']>[0]

let begun = 0

/** Orders of one customer after another. */
function ordersOf({ someIds, clock }: KeptShop): () => Order {
  begun += 1
  // A shop that stays for the next run knows the orders of this one.
  const run = `${Date.now()}-${begun}`
  let made = 0
  return () => {
    made += 1
    const quantity = 1 + (made % 3)
    return {
      customer: someIds[(made * 31 + begun * 1_009) % someIds.length] ?? never(),
      orderId: `${run}-${made}`,
      at: new Date(clock.now - 1_000),
      paid: true,
      lines: [{ product: 'KOPI-GAYO', quantity, price: 98_000, total: quantity * 98_000 }],
    }
  }
}

function never(): never {
  throw new Error('The shop has no customers.')
}
