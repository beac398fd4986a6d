import type { CustomerView, Predicate } from '@langganan/core/segments'
import { now } from './customers.ts'

/** A predicate as a shop says it, and as a closure over the same rows that somebody writes by hand. */
export interface Asked {
  readonly name: string
  readonly predicate: Predicate
  readonly byHand: (view: CustomerView) => boolean
}

const day = 86_400_000
export const sixtyDaysAgo: number = now - 60 * day
export const yearAgo: number = now - 365 * day

export const numbers: Asked = {
  name: 'numbers',
  predicate: {
    all: [
      { field: 'ltv', is: '>=', value: 500_000 },
      { field: 'orders', is: '>=', value: 3 },
      { field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } },
      { field: 'lastPurchase', is: '>', value: { ago: { days: 365 } } },
    ],
  },
  byHand: ({ facts }) =>
    facts.ltv >= 500_000 &&
    facts.orders >= 3 &&
    facts.lastPurchaseAt !== null &&
    facts.lastPurchaseAt <= sixtyDaysAgo &&
    facts.lastPurchaseAt > yearAgo,
}

export const texts: Asked = {
  name: 'texts',
  predicate: {
    all: [
      { field: 'city', is: '=', value: 'Bandung' },
      { field: 'source', is: 'in', value: ['instagram', 'tiktok', 'google'] },
      { field: 'ltv', is: '>=', value: 200_000 },
    ],
  },
  byHand: ({ customer, facts }) =>
    customer.cityFold === 'bandung' &&
    (customer.sourceFold === 'instagram' ||
      customer.sourceFold === 'tiktok' ||
      customer.sourceFold === 'google') &&
    facts.ltv >= 200_000,
}

export const nested: Asked = {
  name: 'any and not',
  predicate: {
    any: [
      {
        all: [
          { field: 'ltv', is: '>=', value: 2_000_000 },
          { not: { field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } } },
        ],
      },
      {
        all: [
          { field: 'orders', is: 'between', value: [1, 2] },
          {
            not: {
              any: [
                { field: 'city', is: 'missing' },
                { field: 'city', is: '=', value: 'Jakarta' },
              ],
            },
          },
        ],
      },
    ],
  },
  byHand: ({ customer, facts }) =>
    (facts.ltv >= 2_000_000 &&
      !(facts.lastPurchaseAt !== null && facts.lastPurchaseAt <= sixtyDaysAgo)) ||
    (facts.orders >= 1 &&
      facts.orders <= 2 &&
      !(customer.cityFold === null || customer.cityFold === 'jakarta')),
}

export const average: Asked = {
  name: 'average',
  predicate: {
    all: [
      { field: 'averageOrder', is: '>', value: 150_000 },
      { field: 'orders', is: '>=', value: 2 },
      { field: 'lastPurchase', is: '>', value: { ago: { days: 365 } } },
    ],
  },
  byHand: ({ facts }) =>
    facts.orders > 0 &&
    facts.ordersTotal > 150_000 * facts.orders &&
    facts.orders >= 2 &&
    facts.lastPurchaseAt !== null &&
    facts.lastPurchaseAt > yearAgo,
}

/** What the peers are asked, too: nothing that one of them could not say. */
export const common: Asked = {
  name: 'numbers and texts',
  predicate: {
    all: [
      { field: 'ltv', is: '>=', value: 500_000 },
      { field: 'orders', is: 'between', value: [3, 20] },
      { field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } },
      { not: { field: 'city', is: 'missing' } },
      {
        any: [
          { field: 'city', is: '=', value: 'Bandung' },
          { field: 'source', is: 'in', value: ['instagram', 'tiktok'] },
        ],
      },
    ],
  },
  byHand: ({ customer, facts }) =>
    facts.ltv >= 500_000 &&
    facts.orders >= 3 &&
    facts.orders <= 20 &&
    facts.lastPurchaseAt !== null &&
    facts.lastPurchaseAt <= sixtyDaysAgo &&
    customer.cityFold !== null &&
    (customer.cityFold === 'bandung' ||
      customer.sourceFold === 'instagram' ||
      customer.sourceFold === 'tiktok'),
}

export const asked: readonly Asked[] = [numbers, texts, nested, average, common]
