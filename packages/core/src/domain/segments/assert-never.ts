/**
 * For the end of a switch over a closed union: does not type-check while a case is missing.
 *
 * @throws TypeError if a value outside the union arrives at run time.
 */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected ${typeof value}`)
}
