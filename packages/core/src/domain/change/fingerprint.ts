/** Raised whenever the normalised form of an input changes, so that old fingerprints are not misread. */
const version = 2

/**
 * A short text that two inputs share only if they say the same: 128 bits over their values in a fixed
 * order, with a version. It guards against mistakes, not against forgery. Texts hold no NUL and are
 * not empty, as all that comes in through the edge.
 */
export function fingerprint(values: readonly (string | number | boolean | null)[]): string {
  return `${version}:${hash(values.join('\0'))}`
}

// Four multiply-and-rotate lanes over UTF-16 units, mixed at the end.
const multipliers = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f] as const

function hash(text: string): string {
  let a: number = multipliers[0]
  let b: number = multipliers[1]
  let c: number = multipliers[2]
  let d: number = multipliers[3]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, multipliers[0])
    b = Math.imul(rotate(b, 5) + unit, multipliers[1])
    c = Math.imul(rotate(c, 11) ^ (unit + i), multipliers[2])
    d = Math.imul(d + unit, multipliers[3]) ^ (d >>> 15)
  }
  return [a, b, c, d].map((lane) => finish(lane ^ text.length)).join('')
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}

function finish(lane: number): string {
  let mixed = lane
  mixed = Math.imul(mixed ^ (mixed >>> 16), multipliers[1])
  mixed = Math.imul(mixed ^ (mixed >>> 13), multipliers[2])
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
