import {
  type Catalogue,
  type Condition,
  check,
  type Predicate,
  resolve,
} from '@langganan/core/segments'
import { now } from './customers.ts'

const timeZone = 'Asia/Jakarta'

export const catalogue: Catalogue = {
  currency: 'IDR',
  scale: 0,
  timeZone,
  attributes: [],
  groups: [],
  tags: [],
  categories: [],
  labels: [],
  segments: [],
}

/** A predicate as engines see it at the instant of the benchmarks. */
export function conditionOf(predicate: Predicate): Condition {
  return resolve(check(predicate, catalogue), { now, timeZone })
}
