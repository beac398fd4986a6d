import type { Account } from '../domain/ledger/rows.ts'
import type { SendRow } from '../domain/messages/rows.ts'
import { addAmounts } from '../domain/money/amount.ts'
import type { TransactionRow } from '../domain/transactions/rows.ts'
import { gapsBetween, median } from '../domain/value/median.ts'
import type { Reports } from '../ports/storage/reports.ts'
import { compareCells } from './compare-cells.ts'
import { labelReports } from './label-reports.ts'
import type { MemoryShop } from './memory-shop.ts'

export type Answers = {
  readonly [K in keyof Reports]: (
    shop: MemoryShop,
    question: Reports[K]['question'],
  ) => Reports[K]['answer']
}

/** Every report, by the plainest reading of its definition. */
export const reports: Answers = {
  ...labelReports,
  memberCounts(shop, { of }) {
    const sums = new Map<string, number>()
    for (const row of shop.store('countDeltas').all()) {
      if (row.kind === of) sums.set(row.setId, addAmounts(sums.get(row.setId) ?? 0, row.delta))
    }
    return [...sums].map(([setId, members]) => ({ setId, members }))
  },
  dueTurns: (shop, { until, limit }) =>
    [...shop.store('turns').all()]
      .filter(({ turnsAt }) => turnsAt <= until)
      .sort((a, b) => a.turnsAt - b.turnsAt || compareCells(a.customerId, b.customerId))
      .slice(0, limit),
  unresolvedSends: (shop, { claimedBefore, behind, limit }) =>
    [...shop.store('sends').all()]
      .filter(({ unresolvedSince }) => unresolvedSince !== null)
      .filter(({ state, claimedAt }) => state === 'unknown' || claimedAt < claimedBefore)
      .sort(inOrderOfClaims)
      .filter((send) => behind === null || inOrderOfClaims(send, behind) > 0)
      .slice(0, limit),
  openDrafts: (shop, { behind, limit }) =>
    [...shop.store('orderDrafts').all()]
      .filter(({ openSince }) => openSince !== null)
      .sort(inOrderOfTime)
      .filter((draft) => behind === null || inOrderOfTime(draft, behind) > 0)
      .slice(0, limit),
  deadLetters: (shop, { state, behind, limit }) =>
    [...shop.store('deadLetters').all()]
      .flatMap(({ payload, ...row }) => {
        const at = state === 'open' ? row.openSince : row.settledAt
        return at === null ? [] : [{ at, id: row.id, row }]
      })
      .sort(inOrderOfTime)
      .filter((letter) => behind === null || inOrderOfTime(letter, behind) > 0)
      .slice(0, limit)
      .map(({ row }) => row),
  segmentGrowth(shop, { segmentId, stretches }) {
    const changes = shop.store('segmentChanges').find('key', [segmentId])
    return stretches.map(({ from, to }) => {
      const within = changes.filter((row) => row.occurredAt > from && row.occurredAt <= to)
      const entered = within.filter((row) => row.entered === 1)
      return 2 * entered.length - within.length
    })
  },
  orderTimes: (shop, { customerIds }) =>
    unique(customerIds).flatMap((customerId) =>
      standingOrders(shop, customerId).map(({ at }) => ({ customerId, at })),
    ),
  medianGap: (shop) =>
    median(
      [...shop.store('customers').all()].flatMap(({ id }) =>
        gapsBetween(standingOrders(shop, id).map(({ at }) => at)),
      ),
    ),
  trialBalance(shop) {
    const sums = new Map<
      string,
      { currency: string; account: Account; amount: number; bookAmount: number }
    >()
    for (const { currency, account, amount, bookAmount } of shop.store('postings').all()) {
      const key = JSON.stringify([currency, account])
      const sum = sums.get(key) ?? { currency, account, amount: 0, bookAmount: 0 }
      sums.set(key, {
        ...sum,
        amount: addAmounts(sum.amount, amount),
        bookAmount: addAmounts(sum.bookAmount, bookAmount),
      })
    }
    return [...sums.values()]
  },
  customerAccounts: (shop, { customerIds }) =>
    unique(customerIds).flatMap((customerId) => {
      const sums = new Map<Account, number>()
      for (const entry of shop.store('entries').find('byCustomer', [customerId])) {
        for (const { account, bookAmount } of shop.store('postings').find('key', [entry.id])) {
          sums.set(account, addAmounts(sums.get(account) ?? 0, bookAmount))
        }
      }
      return [...sums].map(([account, bookAmount]) => ({ customerId, account, bookAmount }))
    }),
  productsBought: (shop, { customerIds }) =>
    unique(customerIds).flatMap((customerId) => {
      const bought = new Map<string, { orders: Set<string>; pieces: number; total: number }>()
      for (const line of shop.store('lines').find('byCustomer', [customerId])) {
        if (line.stands === 0) continue
        const sum = bought.get(line.product) ?? { orders: new Set<string>(), pieces: 0, total: 0 }
        sum.orders.add(line.transactionId)
        bought.set(line.product, {
          orders: sum.orders,
          pieces: addAmounts(sum.pieces, line.quantity),
          total: addAmounts(sum.total, line.bookTotal),
        })
      }
      return [...bought].map(([product, { orders, pieces, total }]) => ({
        customerId,
        product,
        orders: orders.size,
        pieces,
        total,
      }))
    }),
}

type Claimed = Pick<SendRow, 'claimedAt' | 'id'>

function inOrderOfClaims(a: Claimed, b: Claimed): number {
  return a.claimedAt - b.claimedAt || compareCells(a.id, b.id)
}

interface Timed {
  readonly at: number
  readonly id: string
}

function inOrderOfTime(a: Timed, b: Timed): number {
  return a.at - b.at || compareCells(a.id, b.id)
}

function standingOrders(shop: MemoryShop, customerId: string): TransactionRow[] {
  return shop
    .store('transactions')
    .find('byCustomer', [customerId])
    .filter((row) => row.stands === 1)
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
