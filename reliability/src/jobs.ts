import { isLanggananError, type Shop } from '@langganan/core'
import { restore } from '@langganan/core/backup'
import type { Storage } from '@langganan/core/storage'
import { customer, openTheShop } from './shop.ts'
import { takeIn } from './take-in.ts'

/** What a process is told to do with a shop. */
export type Job =
  /** Open the shop, as one of several who come to a database that is not there yet. */
  | { readonly do: 'open' }
  /** One payment after the other, from this number on, each told when it is done, until killed. */
  | { readonly do: 'chain'; readonly from: number }
  /** Payments of these amounts, some at once, with references of its own. */
  | {
      readonly do: 'pay'
      readonly who: string
      readonly orders: readonly string[]
      readonly amount: number
      readonly atOnce: number
    }
  /** The same order, so many times at once. */
  | { readonly do: 'repeat'; readonly orderId: string; readonly times: number }
  /** WhatsApp's webhooks, so many at once. */
  | {
      readonly do: 'takeIn'
      readonly webhooks: readonly unknown[]
      readonly batch: number
    }
  /** Restore a backup, telling of each piece that was read. */
  | { readonly do: 'restore'; readonly backup: string }

/** Says something to the process that gave the job. */
export type Tell = (line: string) => void

/** Does a job; answers what is to be known about it. */
export async function doJob(job: Job, storage: Storage, tell: Tell): Promise<unknown> {
  if (job.do === 'restore') return restore(storage, told(job.backup, tell))
  if (job.do === 'takeIn') return takeIn(storage, job)
  const shop = await openTheShop(storage)
  switch (job.do) {
    case 'open':
      return shop.id
    case 'chain':
      return chain(shop, job.from, tell)
    case 'pay':
      return pay(shop, job)
    case 'repeat':
      return Promise.all(Array.from({ length: job.times }, () => sale(shop, job.orderId)))
  }
}

/** The n-th link of a chain: a payment, and every third time a sale that is paid at once. */
async function chain(shop: Shop, from: number, tell: Tell): Promise<never> {
  for (let i = from; ; i += 1) {
    await link(shop, i)
    tell(String(i))
  }
}

export const invoicesOfChain = 100

/** Paid by the i-th payment of a chain. */
export function amountOf(i: number): number {
  return 100 + (i % 7)
}

async function link(shop: Shop, i: number): Promise<void> {
  const orderId = `INV-${i % invoicesOfChain}`
  await shop.transactions.pay({ orderId, amount: amountOf(i), reference: `P-${i}` })
  if (i % 3 === 0) await sale(shop, `SALE-${i}`)
}

function sale(shop: Shop, orderId: string): Promise<unknown> {
  const lines = [{ product: 'KOPI-250', quantity: 2, price: 55_000 }]
  return shop.transactions.record({ customer, orderId, lines, paid: true })
}

/** By what they came to, `done` or the code of the error, how many payments there were. */
async function pay(
  shop: Shop,
  { who, orders, amount, atOnce }: Extract<Job, { do: 'pay' }>,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  const left = orders.map((orderId, i) => ({ orderId, reference: `${who} ${i}` })).values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const each of left) {
        const code = await codeOf(shop.transactions.pay({ ...each, amount }))
        counts[code] = (counts[code] ?? 0) + 1
      }
    }),
  )
  return counts
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call
    return 'done'
  } catch (error) {
    if (isLanggananError(error)) return error.code
    throw error
  }
}

async function* told(backup: string, tell: Tell): AsyncGenerator<Uint8Array> {
  const { createReadStream } = await import('node:fs')
  for await (const piece of createReadStream(backup, { highWaterMark: 2_000 })) {
    tell('piece')
    yield piece
  }
}
