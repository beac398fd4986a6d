import type { ProductCategory } from './products.ts'
import { type Chooser, chooser, type Random } from './random.ts'
import type { Streams } from './streams.ts'

/**
 * How somebody buys. `loyal`: in a steady rhythm of their own, to the end; `slipping`: steady at
 * first, then at ever longer gaps until they stay away; `repeat`: a few times at no rhythm;
 * `seasonal`: before feasts; `wholesale`: much, regularly, on account; `talker`: asks, never buys.
 */
export type BuyerKind =
  | 'loyal'
  | 'slipping'
  | 'repeat'
  | 'oneTime'
  | 'seasonal'
  | 'wholesale'
  | 'talker'

export interface Buyer {
  readonly kind: BuyerKind
  /** Usual days between visits, while they are steady. */
  readonly gap: number
  /** Visits after which they never come again; Infinity for those who stay. */
  readonly visits: number
  /** The visit from which the gaps of a slipping buyer stretch. */
  readonly steadyVisits: number
  /** Each of those gaps is longer than the one before by this factor. */
  readonly stretch: number
  readonly taste: Taste
  /** Share of visits that go through WhatsApp chats. */
  readonly chatty: number
}

/** Categories in the order of liking; most lines are of the first. */
export type Taste = readonly [ProductCategory, ...ProductCategory[]]

const kind: Chooser<BuyerKind> = chooser<BuyerKind>([
  ['oneTime', 28],
  ['repeat', 22],
  ['talker', 17],
  ['loyal', 15],
  ['slipping', 9],
  ['seasonal', 6],
  ['wholesale', 3],
])

const rhythm: Chooser<number> = chooser([
  [4, 1],
  [7, 5],
  [10, 3],
  [14, 6],
  [21, 4],
  [30, 7],
  [45, 3],
  [60, 2],
])

const taste: Chooser<Taste> = chooser<Taste>([
  [['biji kopi', 'alat seduh', 'minuman'], 40],
  [['minuman', 'makanan', 'biji kopi'], 38],
  [['biji kopi', 'minuman', 'makanan'], 12],
  [['alat seduh', 'biji kopi'], 6],
  [['makanan', 'minuman'], 4],
])

/** How this customer of a simulation buys; the same in a population of any size. */
export function buyerOf(streams: Streams, customer: number): Buyer {
  const random = streams.of('buyer', customer)
  const drawn = kind(random)
  const common = {
    kind: drawn,
    gap: rhythm(random),
    taste: taste(random),
    chatty: chattiness(random),
  }
  const steady = { ...common, steadyVisits: Infinity, stretch: 1 }
  switch (drawn) {
    case 'loyal':
      return { ...steady, visits: Infinity }
    case 'slipping': {
      const steadyVisits = random.between(4, 10)
      const visits = steadyVisits + random.between(1, 3)
      return { ...common, steadyVisits, visits, stretch: 1.4 + random.fraction() * 0.8 }
    }
    case 'repeat':
      return { ...steady, gap: random.between(12, 90), visits: random.between(2, 5) }
    case 'oneTime':
      return { ...steady, visits: 1 }
    case 'seasonal':
      return { ...steady, visits: random.between(2, 6), taste: ['hampers', ...common.taste] }
    case 'wholesale':
      return { ...steady, gap: random.between(10, 35), visits: Infinity, taste: ['biji kopi'] }
    case 'talker':
      return { ...steady, gap: random.between(2, 80), visits: random.between(1, 3), chatty: 1 }
  }
}

function chattiness(random: Random): number {
  return 0.25 + 0.7 * random.fraction()
}
