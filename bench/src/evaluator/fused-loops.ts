import type { ColumnarPopulation } from '@langganan/core/segments/columnar'
import { type Asked, average, nested, numbers, sixtyDaysAgo, texts, yearAgo } from './predicates.ts'

/**
 * The predicates as loops over typed arrays, each written by hand for itself: how many pass. `NaN` is
 * a missing number; a text is a code, 0 where it is missing.
 */
export type FusedLoop = (columns: Columns) => number

/** The arrays that the columnar evaluator reads, by name, and the codes of the texts asked for. */
export type Columns = ReturnType<typeof columnsOf>

export function columnsOf(population: ColumnarPopulation) {
  const fact = (column: 'ltv' | 'orders' | 'ordersTotal' | 'lastPurchaseAt') =>
    numbersOf(population, { table: 'facts', column })
  const city = textsOf(population, { table: 'customers', column: 'cityFold' })
  const source = textsOf(population, { table: 'customers', column: 'sourceFold' })
  return {
    size: population.views.length,
    ltv: fact('ltv'),
    orders: fact('orders'),
    ordersTotal: fact('ordersTotal'),
    lastPurchase: fact('lastPurchaseAt'),
    city,
    source,
  }
}

type Ref = Parameters<ColumnarPopulation['column']>[0]

function numbersOf({ column }: ColumnarPopulation, ref: Ref): Float64Array {
  const found = column(ref)
  if (found.holds !== 'numbers') throw new Error(`${ref.column} holds no numbers.`)
  return found.values
}

function textsOf({ column }: ColumnarPopulation, ref: Ref) {
  const found = column(ref)
  if (found.holds !== 'texts') throw new Error(`${ref.column} holds no texts.`)
  const { codes, texts } = found
  return { codes, codeOf: (text: string) => texts.indexOf(text) + 1 }
}

const fusedNumbers: FusedLoop = ({ size, ltv, orders, lastPurchase }) => {
  let kept = 0
  for (let i = 0; i < size; i += 1) {
    const last = lastPurchase[i] ?? Number.NaN
    if ((ltv[i] ?? 0) >= 500_000 && (orders[i] ?? 0) >= 3 && last <= sixtyDaysAgo && last > yearAgo)
      kept += 1
  }
  return kept
}

const fusedTexts: FusedLoop = ({ size, ltv, city, source }) => {
  const bandung = city.codeOf('bandung')
  const [instagram, tiktok, google] = ['instagram', 'tiktok', 'google'].map(source.codeOf)
  const [cities, sources] = [city.codes, source.codes]
  let kept = 0
  for (let i = 0; i < size; i += 1) {
    const from = sources[i]
    if (
      cities[i] === bandung &&
      (from === instagram || from === tiktok || from === google) &&
      (ltv[i] ?? 0) >= 200_000
    )
      kept += 1
  }
  return kept
}

const fusedNested: FusedLoop = ({ size, ltv, orders, lastPurchase, city }) => {
  const jakarta = city.codeOf('jakarta')
  const cities = city.codes
  let kept = 0
  for (let i = 0; i < size; i += 1) {
    const bought = orders[i] ?? 0
    const live = cities[i]
    if (
      ((ltv[i] ?? 0) >= 2_000_000 && !((lastPurchase[i] ?? Number.NaN) <= sixtyDaysAgo)) ||
      (bought >= 1 && bought <= 2 && !(live === 0 || live === jakarta))
    )
      kept += 1
  }
  return kept
}

const fusedAverage: FusedLoop = ({ size, orders, ordersTotal, lastPurchase }) => {
  let kept = 0
  for (let i = 0; i < size; i += 1) {
    const bought = orders[i] ?? 0
    if (
      bought > 0 &&
      (ordersTotal[i] ?? 0) > 150_000 * bought &&
      bought >= 2 &&
      (lastPurchase[i] ?? Number.NaN) > yearAgo
    )
      kept += 1
  }
  return kept
}

export const fusedLoops: readonly (readonly [Asked, FusedLoop])[] = [
  [numbers, fusedNumbers],
  [texts, fusedTexts],
  [nested, fusedNested],
  [average, fusedAverage],
]
