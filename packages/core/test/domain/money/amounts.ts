import fc from 'fast-check'

/** Any amount that can be stored, with the ends of the range often among them. */
export const anyAmount: fc.Arbitrary<number> = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0, 1, -1, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER),
)

/** Whether a bigint can be stored as an amount. */
export function isStorable(value: bigint): boolean {
  return Number.isSafeInteger(Number(value)) && BigInt(Number(value)) === value
}
