/**
 * The values that data and predicates are both drawn from, so that they meet: few enough to meet
 * often, and among them everything that engines are known to disagree about.
 */

/** Words that fold alike, sort differently by code point, or look like patterns, quotes or numbers. */
export const texts: readonly string[] = [
  'Bandung',
  'BANDUNG',
  'Sri Wahyuni',
  'sri',
  'İzmir',
  'ızmir',
  'straße',
  'STRASSE',
  'Élodie',
  'E\u0301lodie',
  '100%',
  '100_',
  '100',
  '1e2',
  '007',
  'a\\b',
  "O'Brien",
  'say "hi"',
  'kopi 😀',
  '😀',
  '\u{10000}x',
  '\uE000x',
  '\uFFFDx',
  '\u{10FFFF}',
  '\u{10FFFF}\u{10FFFF}',
  '\uD7FF',
  'null',
]

/** Which trap a text of the pool is, by a pattern. */
export const textTraps: readonly (readonly [trap: string, pattern: RegExp])[] = [
  ['percent sign', /%/],
  ['underscore', /_/],
  ['backslash', /\\/],
  ['quote', /['"]/],
  ['emoji', /😀/u],
  ['Turkish i', /[İı]/],
  ['sharp s', /ß/],
  ['accented letter', /É/],
  ['combining mark', /\u0301/],
  ['beyond U+FFFF', /[\u{10000}-\u{10FFFF}]/u],
  ['text that looks like a number', /^(100|1e2|007)$/],
]

export const largest: number = Number.MAX_SAFE_INTEGER

export const counts: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 8, 10, largest]

export const amounts: readonly number[] = [
  0,
  1,
  -1,
  50_000,
  200_000,
  200_001,
  1_000_000,
  2_500_000,
  5_000_000,
  -250_000,
  largest,
  -largest,
]

/** Amounts of one line; a customer's lines add up within the exact range. */
export const lineAmounts: readonly number[] = [0, 1, 50_000, 100_000, 250_000, 1_000_000, 2 ** 48]

export const doubles: readonly number[] = [
  0, 0.1, 0.2, 0.30000000000000004, 1, 1.5, -2.5, 2.5, 100, 1e-7, 5e-324, 1e21,
  1.7976931348623157e308, 9007199254740992, 2815934168266868000,
]

export const products: readonly string[] = [
  'KOPI-250',
  'kopi-250',
  'KOPI-1000',
  'TEH%',
  'Élan',
  '😀',
]
export const productCategories: readonly string[] = ['Kopi', 'kopi', 'Teh', 'alat_seduh']
export const colours: readonly string[] = ['merah', 'Merah', 'hijau']
export const sizes: readonly string[] = ['S', 'M', '10', '10.0']
export const methods: readonly string[] = ['cod', 'COD', 'Transfer', 'qris']
export const channels: readonly string[] = ['whatsapp', 'WhatsApp', 'email', 'web']
export const devices: readonly string[] = ['android', 'Android', 'web']
/** The ends of the day, and what text would sort otherwise. */
export const hours: readonly number[] = [0, 1, 9, 10, 18, 21, 23]
/** Who put labels on. */
export const people: readonly string[] = ['dina', 'Dina', 'budi', 'Élodie', '100%']
export const ranks: readonly number[] = [1, 2, 3, 4, 5]
/** Parts per million. */
export const probabilities: readonly number[] = [
  0, 1, 299_999, 300_000, 300_001, 999_999, 1_000_000,
]
/** Thousandths of a purchase. */
export const thousandths: readonly number[] = [0, 1, 500, 1_999, 2_000, 2_001, 1_000_000_000_000]
export const businessNumbers: readonly string[] = ['', '628111', '628222']
export const phones: readonly string[] = [
  ...[0, 1, 2, 3, 4, 5].map((i) => `+628123456789${i}`),
  ...[0, 1, 2].map((i) => `+628570000000${i}`),
  '+12025550123',
]
export const emails: readonly string[] = [
  'sri@example.com',
  'a_b@example.com',
  'axb@example.com',
  '100%@example.id',
  'élodie@example.com',
  'sari@toko.example',
]
