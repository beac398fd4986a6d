import { Random } from './random.ts'

/** What a stream is for. Each purpose has its own numbers, so that one more draw in one moves no other. */
export type Purpose = keyof typeof purposes

const purposes = {
  shop: 1,
  phone: 2,
  name: 3,
  profile: 4,
  buyer: 5,
  arrival: 6,
  gap: 7,
  talk: 8,
  order: 9,
  payment: 10,
  goodsBack: 11,
  marks: 12,
  favourite: 13,
  typing: 14,
} as const

/** The random numbers of one simulation, by customer, purpose and visit. */
export interface Streams {
  /** Always begins anew: the same keys give the same numbers, whenever they are asked for. */
  of(purpose: Purpose, customer: number, visit?: number): Random
}

export function streamsOf(seed: string | number): Streams {
  const text = String(seed)
  const words = [hash(text, 0x2545f491), hash(text, 0x6a09e667), hash(text, 0xbb67ae85)] as const
  return {
    of(purpose, customer, visit = 0) {
      const own = mix(Math.imul(purposes[purpose], 0x9e3779b1) ^ Math.imul(visit + 1, 0x85ebca77))
      const a = mix(words[0] ^ mix(customer ^ own))
      const b = mix(words[1] + Math.imul(customer, 0xc2b2ae3d) + own)
      return new Random(a, b, mix(words[2] ^ a ^ Math.imul(b, 0x27d4eb2f)))
    },
  }
}

function hash(text: string, start: number): number {
  let word = start
  for (let i = 0; i < text.length; i++) word = mix(word ^ Math.imul(text.charCodeAt(i), 0x9e3779b1))
  return mix(word ^ text.length)
}

/** Spreads every input bit over all 32 output bits; different inputs stay different. */
function mix(word: number): number {
  let mixed = word | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return mixed ^ (mixed >>> 16)
}
