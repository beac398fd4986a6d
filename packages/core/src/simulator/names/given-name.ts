import type { Random } from '../random.ts'

export type SimulatedGender = 'female' | 'male'

/** The parts of names that people of one culture give. Every name made of them is made up. */
export interface NameStock {
  readonly female: Words
  readonly male: Words
  /** Second names, where they differ between women and men. */
  readonly femaleSecond: Words
  readonly maleSecond: Words
  /** Polite forms of address that people put before their name. */
  readonly femaleHonorific: Words
  readonly maleHonorific: Words
}

export type Words = readonly [string, ...string[]]

/** A name in its usual order; the share given of people has one word only. */
export function givenName(
  stock: NameStock,
  gender: SimulatedGender,
  mononyms: number,
  random: Random,
): string {
  const first = random.pick(gender === 'female' ? stock.female : stock.male)
  const second = random.pick(gender === 'female' ? stock.femaleSecond : stock.maleSecond)
  return random.chance(mononyms) ? first : `${first} ${second}`
}
