import { LanggananError } from '../error/langganan-error.ts'

/**
 * Splits a total in minor units by weights, by largest remainder, so that the parts sum to it.
 *
 * Equal remainders favour the earlier part; if all weights are 0 the split is equal; a negative
 * total splits like its positive counterpart. Every part lies within one unit of its exact share.
 *
 * @throws LanggananError `INVALID_INPUT` if the total is not a safe integer, a weight is not a safe
 * integer ≥ 0, or there are no weights for a total other than 0.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  checkAllocation(total, weights)
  if (weights.length === 0) return []
  const given = weights.map(BigInt)
  const givenSum = sum(given)
  const shares = givenSum === 0n ? given.map(() => 1n) : given
  const divisor = givenSum === 0n ? BigInt(given.length) : givenSum

  const magnitude = BigInt(Math.abs(total))
  const parts = shares.map((share) => (magnitude * share) / divisor)
  const rests = shares.map((share, index) => ({ index, rest: (magnitude * share) % divisor }))
  const left = Number(magnitude - sum(parts)) // fewer than there are parts
  if (left > 0) rests.sort((a, b) => compareBigInts(b.rest, a.rest)) // stable: the earlier first
  const extra = new Set(rests.slice(0, left).map(({ index }) => index))

  return parts.map((part, index) => signed(total, Number(part) + (extra.has(index) ? 1 : 0)))
}

function signed(total: number, part: number): number {
  return total < 0 && part !== 0 ? -part : part
}

function sum(values: readonly bigint[]): bigint {
  return values.reduce((a, b) => a + b, 0n)
}

function compareBigInts(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function checkAllocation(total: number, weights: readonly number[]): void {
  if (!Number.isSafeInteger(total)) throw invalid('The total must be a safe integer.', 'total')
  const wrong = weights.findIndex((weight) => !(Number.isSafeInteger(weight) && weight >= 0))
  if (wrong !== -1) throw invalid('A weight must be a safe integer ≥ 0.', `weights[${wrong}]`)
  if (weights.length === 0 && total !== 0) {
    throw invalid('A total other than 0 needs at least one weight.', 'weights')
  }
}

function invalid(message: string, field: string): LanggananError {
  return new LanggananError('INVALID_INPUT', message, { field })
}
