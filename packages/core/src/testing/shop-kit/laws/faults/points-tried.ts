import { environment } from '../../world/environment.ts'
import type { PointsPassed } from '../../world/fault-points.ts'

/** What the points are drawn by: `LANGGANAN_SEED`, or another one each time. */
export const faultSeed: number = environment().seed ?? Math.floor(Math.random() * 1e9)

/** Of the points that are no commits, so many are tried in the ordinary run. */
const ordinaryPart = 0.1

/**
 * The points of a call at which faults are put: all of them in the long campaign, otherwise all
 * commits and a part of the others, or of both the part that `LANGGANAN_PART` says. They are drawn.
 */
export function pointsTried({ points, commits }: PointsPassed, name: string): readonly number[] {
  const { isLong, part } = environment()
  const all = Array.from({ length: points }, (_, i) => i + 1)
  if (isLong) return all
  return all.filter((point) => {
    const chance = commits.includes(point) ? part : part * ordinaryPart
    return share(`${faultSeed} ${name} ${point}`) < chance
  })
}

/** A number from 0 to 1 that looks random and is the same for the same text. */
function share(text: string): number {
  let hash = 2_166_136_261
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}
