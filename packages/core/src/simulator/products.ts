/** Something on the shop's list, in its sizes and colours. */
export interface Product {
  readonly product: string
  readonly category: ProductCategory
  readonly variants: readonly [Variant, ...Variant[]]
  /** How often it is chosen next to others of its category. */
  readonly weight: number
}

export type ProductCategory = 'biji kopi' | 'minuman' | 'makanan' | 'alat seduh' | 'hampers'

/** Prices are whole rupiah. */
export interface Variant {
  readonly size?: string
  readonly colour?: string
  readonly price: number
}

/** Whole or ground beans in bags; a bigger bag is a little cheaper by weight. */
function beans(product: string, price250: number, weight: number): Product {
  return {
    product,
    category: 'biji kopi',
    weight,
    variants: [
      { size: '250 g', price: price250 },
      { size: '500 g', price: thousands(price250 * 1.9) },
      { size: '1000 g', price: thousands(price250 * 3.6) },
    ],
  }
}

function cup(product: string, price: number, weight: number): Product {
  return {
    product,
    category: 'minuman',
    weight,
    variants: [
      { size: 'reguler', price },
      { size: 'besar', price: price + 7_000 },
      { size: 'botol 1 liter', price: price * 4 },
    ],
  }
}

function coloured(
  product: string,
  category: ProductCategory,
  price: number,
  weight: number,
  colours: readonly [string, ...string[]],
): Product {
  const [first, ...others] = colours
  return {
    product,
    category,
    weight,
    variants: [{ colour: first, price }, ...others.map((colour) => ({ colour, price }))],
  }
}

function plain(product: string, category: ProductCategory, price: number, weight: number): Product {
  return { product, category, weight, variants: [{ price }] }
}

function thousands(price: number): number {
  return Math.round(price / 1_000) * 1_000
}

export const products: Readonly<Record<ProductCategory, readonly [Product, ...Product[]]>> = {
  'biji kopi': [
    beans('KOPI-GAYO', 98_000, 9),
    beans('KOPI-TORAJA', 105_000, 7),
    beans('KOPI-KINTAMANI', 92_000, 6),
    beans('KOPI-FLORES', 89_000, 5),
    beans('KOPI-PRIANGAN', 84_000, 7),
    beans('KOPI-WAMENA', 112_000, 3),
    beans('KOPI-ROBUSTA', 52_000, 6),
    beans('KOPI-SENJA-BLEND', 68_000, 11),
  ],
  minuman: [
    cup('ES-KOPI-SUSU', 22_000, 14),
    cup('KOPI-TUBRUK', 15_000, 5),
    cup('AMERICANO', 20_000, 6),
    cup('CAPPUCCINO', 26_000, 6),
    cup('KOPI-GULA-AREN', 24_000, 11),
    cup('MATCHA-LATTE', 28_000, 4),
    cup('TEH-TARIK', 18_000, 3),
  ],
  makanan: [
    plain('ROTI-BAKAR', 'makanan', 20_000, 5),
    plain('PISANG-GORENG', 'makanan', 15_000, 6),
    plain('CROISSANT', 'makanan', 27_000, 4),
    plain('KUE-LUMPUR', 'makanan', 9_000, 3),
    plain('DONAT-KENTANG', 'makanan', 10_000, 4),
  ],
  'alat seduh': [
    coloured('DRIPPER-V60', 'alat seduh', 165_000, 5, ['putih', 'hitam', 'merah']),
    coloured('TUMBLER-350', 'alat seduh', 129_000, 6, ['hitam', 'krem', 'hijau', 'biru']),
    coloured('GELAS-ENAMEL', 'alat seduh', 45_000, 4, ['hijau', 'putih', 'biru']),
    plain('FILTER-KERTAS-100', 'alat seduh', 38_000, 7),
    plain('GILINGAN-TANGAN', 'alat seduh', 285_000, 2),
    plain('FRENCH-PRESS-600', 'alat seduh', 175_000, 2),
    plain('TIMBANGAN-DIGITAL', 'alat seduh', 210_000, 1),
  ],
  hampers: [
    plain('HAMPERS-KECIL', 'hampers', 185_000, 6),
    plain('HAMPERS-SEDANG', 'hampers', 295_000, 4),
    plain('HAMPERS-BESAR', 'hampers', 525_000, 2),
  ],
}
