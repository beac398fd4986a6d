import { LanggananError } from '../domain/error/langganan-error.ts'

/** Random bytes of the platform: Node, Deno, Bun and browsers all have `crypto.getRandomValues`. */
export function systemRandomBytes(count: number): Uint8Array {
  const source: unknown = Reflect.get(globalThis, 'crypto')
  if (!hasRandomValues(source)) {
    throw new LanggananError(
      'INVALID_INPUT',
      'This platform has no crypto.getRandomValues. Give openShop randomBytes.',
      { field: 'randomBytes' },
    )
  }
  return source.getRandomValues(new Uint8Array(count))
}

function hasRandomValues(
  value: unknown,
): value is { getRandomValues(array: Uint8Array): Uint8Array } {
  return typeof value === 'object' && value !== null && 'getRandomValues' in value
}
