import type { SaleInput } from '../shop/input/transaction.ts'
import type { Person } from './person.ts'
import { type Product, type ProductCategory, products } from './products.ts'
import { type Chooser, chooser, type Random } from './random.ts'
import type { Season } from './seasons.ts'

export type Line = SaleInput['lines'][number]

const byWeight: Readonly<Record<ProductCategory, Chooser<Product>>> = {
  'biji kopi': weighted(products['biji kopi']),
  minuman: weighted(products.minuman),
  makanan: weighted(products.makanan),
  'alat seduh': weighted(products['alat seduh']),
  hampers: weighted(products.hampers),
}

/** How many of ten lines are of the favourite products. */
const ofFavourites = 0.72
const lineDiscount = 0.06

/** What somebody puts into one order: no product twice in the same variant. */
export function basketOf(person: Person, season: Season | undefined, random: Random): Line[] {
  if (person.buyer.kind === 'wholesale') return wholesaleBasket(person, random)
  const lines = Array.from({ length: retailLines(random) }, (_, i) => {
    const category = categoryFor(person, i, season, random)
    const product = productFor(person, category, i, random)
    const variant = variantFor(person, product, random)
    const quantity = retailQuantity(category, random)
    const discount = random.chance(lineDiscount) ? round(variant.price * quantity * 0.1) : 0
    return lineOf(product, variant, quantity, discount)
  })
  return withoutRepeats(lines)
}

/** Off the list price of the largest bag: a kilogram then costs a reseller some Rp 140,000 to 300,000. */
const wholesaleDiscount = 0.25

/** Up to four kilograms of each kind, which a small café brews in a few weeks. */
function wholesaleBasket(person: Person, random: Random): Line[] {
  const lines = Array.from({ length: random.between(1, 3) }, (_, i) => {
    const product = productFor(person, 'biji kopi', i, random)
    const quantity = random.between(1, 4)
    const largest = product.variants[product.variants.length - 1] ?? product.variants[0]
    return lineOf(product, largest, quantity, round(largest.price * quantity * wholesaleDiscount))
  })
  return withoutRepeats(lines)
}

function categoryFor(
  { buyer: { taste } }: Person,
  position: number,
  season: Season | undefined,
  random: Random,
): ProductCategory {
  if (position === 0) return season === 'lebaran' && random.chance(0.25) ? 'hampers' : taste[0]
  return taste[random.below(taste.length)] ?? taste[0]
}

function productFor(
  { favourites, buyer }: Person,
  category: ProductCategory,
  position: number,
  random: Random,
): Product {
  const favourite = products[category][favourites[position === 0 ? 0 : 1]]
  if (favourite !== undefined && category === buyer.taste[0] && random.chance(ofFavourites)) {
    return favourite
  }
  return byWeight[category](random)
}

type Variant = Product['variants'][number]

/** People keep to their size; now and then they try another. */
function variantFor({ customer }: Person, { variants }: Product, random: Random): Variant {
  const usual = variants[customer % Math.min(2, variants.length)] ?? variants[0]
  return random.chance(0.75) ? usual : random.pick(variants)
}

function lineOf(product: Product, variant: Variant, quantity: number, discount: number): Line {
  return {
    product: product.product,
    category: product.category,
    ...(variant.size === undefined ? {} : { size: variant.size }),
    ...(variant.colour === undefined ? {} : { colour: variant.colour }),
    quantity,
    price: variant.price,
    ...(discount === 0 ? {} : { discount }),
  }
}

const retailLines: Chooser<number> = chooser([
  [1, 58],
  [2, 29],
  [3, 10],
  [4, 3],
])

function retailQuantity(category: ProductCategory, random: Random): number {
  if (category === 'minuman' || category === 'makanan') return random.between(1, 3)
  return random.chance(0.8) ? 1 : random.between(2, 3)
}

function withoutRepeats(lines: readonly Line[]): Line[] {
  const kept = new Map<string, Line>()
  for (const line of lines) {
    const key = `${line.product} ${line.size ?? ''} ${line.colour ?? ''}`
    if (!kept.has(key)) kept.set(key, line)
  }
  return [...kept.values()]
}

/** Discounts are given in whole hundreds of rupiah. */
function round(amount: number): number {
  return Math.floor(amount / 100) * 100
}

function weighted(list: readonly [Product, ...Product[]]): Chooser<Product> {
  const [first, ...others] = list
  return chooser([
    [first, first.weight],
    ...others.map((product): readonly [Product, number] => [product, product.weight]),
  ])
}
