import { LanggananError } from '../error/langganan-error.ts'
import { hexBytes } from './hex-bytes.ts'

/** The last instant that a UUID of version 7 can carry: 48 bits of epoch milliseconds. */
export const LAST_UUID_INSTANT = 0xffff_ffff_ffff

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether the text has the layout of a UUID of any version, in lower case. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text)
}

/**
 * Lays out a UUID of version 7 (RFC 9562, 5.7) in lower case.
 *
 * The instant is in epoch milliseconds, an integer from 0 to 2^48−1; of the ten random bytes 74
 * bits are used, the other six give way to version and variant.
 *
 * @throws LanggananError `INVALID_INPUT` if the instant is out of range or there are fewer than ten
 * random bytes.
 */
export function uuidV7(instant: number, random: Uint8Array): string {
  if (random.length < 10) {
    throw new LanggananError('INVALID_INPUT', 'A UUID needs ten random bytes.', { field: 'random' })
  }
  const at = (index: number): number => random[index] ?? 0
  const hex = (index: number): string => hexBytes[at(index)] ?? ''
  return `${timePart(instant)}7${(hex(0) + hex(1)).slice(1)}-${
    hexBytes[0x80 | (at(2) & 0x3f)] ?? ''
  }${hex(3)}-${hex(4)}${hex(5)}${hex(6)}${hex(7)}${hex(8)}${hex(9)}`
}

/**
 * The text of a UUID's first 48 bits, `xxxxxxxx-xxxx-`.
 *
 * @throws LanggananError `INVALID_INPUT` unless the instant is an integer from 0 to 2^48−1.
 */
export function timePart(instant: number): string {
  if (!(Number.isInteger(instant) && instant >= 0 && instant <= LAST_UUID_INSTANT)) {
    throw new LanggananError('INVALID_INPUT', 'The instant must be an integer from 0 to 2^48−1.', {
      field: 'instant',
    })
  }
  const hex = instant.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-`
}
