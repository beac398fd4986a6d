import type { RandomBytes } from '../../../ports/random.ts'

/** Bytes that look random and are the same for the same seed, so that two shops make the same ids. */
export function seededBytes(seed: number): RandomBytes {
  let state = (seed | 0) ^ 0x2545f491
  if (state === 0) state = 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state & 0xff
  }
  return (count) => Uint8Array.from({ length: count }, next)
}
