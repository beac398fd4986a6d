import { hexBytes } from './hex-bytes.ts'
import { timePart } from './uuid-v7.ts'

const counterSize = 2 ** 26
const randomPerId = 6
const poolSize = randomPerId * 512

/**
 * Makes a source of UUIDs of version 7 that are strictly ascending, as text and as bytes.
 *
 * Within one millisecond a 26-bit counter in the bits after the timestamp counts up from a random
 * start in its lower half (RFC 9562, 6.2, method 1); 48 bits of every id stay random. When the clock
 * stands still or runs back the last timestamp is kept, and when the counter is full the timestamp
 * runs ahead by a millisecond.
 *
 * @param now the clock, in epoch milliseconds: an integer from 0 to 2^48−1.
 * @param randomBytes gives that many unpredictable bytes; asked for 3,072 at a time.
 */
export function makeUuidV7Source(
  now: () => number,
  randomBytes: (count: number) => Uint8Array,
): () => string {
  let pool = randomBytes(0)
  let used = 0
  let instant = -1
  let counter = 0
  let time = ''

  function randomByte(): number {
    if (used >= pool.length) {
      pool = randomBytes(poolSize)
      used = 0
    }
    const byte = pool[used] ?? 0
    used += 1
    return byte
  }

  function begin(at: number): void {
    time = timePart(at)
    instant = at
    counter = (randomByte() << 17) | (randomByte() << 9) | (randomByte() << 1) | (randomByte() & 1)
  }

  function hex(): string {
    return hexBytes[randomByte()] ?? ''
  }

  return () => {
    const at = now()
    if (at > instant || instant === -1) begin(at)
    else if (counter + 1 < counterSize) counter += 1
    else begin(instant + 1)
    const group3 = 0x7000 | (counter >>> 14)
    const group4 = 0x8000 | (counter & 0x3fff)
    return `${time}${hexBytes[group3 >>> 8] ?? ''}${hexBytes[group3 & 0xff] ?? ''}-${
      hexBytes[group4 >>> 8] ?? ''
    }${hexBytes[group4 & 0xff] ?? ''}-${hex()}${hex()}${hex()}${hex()}${hex()}${hex()}`
  }
}
