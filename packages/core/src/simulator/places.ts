import { type Chooser, chooser, type Weighted } from './random.ts'

/** Whose naming customs are usual somewhere. */
export type Culture =
  | 'javanese'
  | 'sundanese'
  | 'malay'
  | 'batak'
  | 'minang'
  | 'balinese'
  | 'chinese'
  | 'bugis'
  | 'papuan'

export interface Place {
  readonly city: string
  readonly region: string
  readonly culture: Chooser<Culture>
}

const mixed: Mixture = [
  ['javanese', 34],
  ['malay', 26],
  ['sundanese', 12],
  ['chinese', 10],
  ['batak', 8],
  ['minang', 6],
  ['bugis', 3],
  ['balinese', 1],
]
const java: Mixture = [
  ['javanese', 80],
  ['malay', 12],
  ['chinese', 7],
  ['batak', 1],
]
const sunda: Mixture = [
  ['sundanese', 64],
  ['malay', 14],
  ['javanese', 12],
  ['chinese', 7],
  ['batak', 3],
]
const northSumatra: Mixture = [
  ['batak', 52],
  ['malay', 26],
  ['chinese', 14],
  ['minang', 8],
]
const westSumatra: Mixture = [
  ['minang', 84],
  ['malay', 14],
  ['chinese', 2],
]
const sumatra: Mixture = [
  ['malay', 56],
  ['minang', 16],
  ['javanese', 12],
  ['chinese', 10],
  ['batak', 6],
]
const bali: Mixture = [
  ['balinese', 84],
  ['javanese', 10],
  ['chinese', 6],
]
const sulawesi: Mixture = [
  ['bugis', 76],
  ['malay', 16],
  ['chinese', 8],
]
const borneo: Mixture = [
  ['malay', 58],
  ['javanese', 18],
  ['chinese', 14],
  ['bugis', 10],
]
const papua: Mixture = [
  ['papuan', 68],
  ['bugis', 16],
  ['javanese', 16],
]

type Mixture = readonly [Weighted<Culture>, ...Weighted<Culture>[]]

/** Cities with their populations in tens of thousands, rounded. */
const rest: readonly [city: string, region: string, population: number, mixture: Mixture][] = [
  ['Jakarta Timur', 'DKI Jakarta', 304, mixed],
  ['Jakarta Barat', 'DKI Jakarta', 243, mixed],
  ['Jakarta Selatan', 'DKI Jakarta', 223, mixed],
  ['Jakarta Utara', 'DKI Jakarta', 178, mixed],
  ['Jakarta Pusat', 'DKI Jakarta', 106, mixed],
  ['Bekasi', 'Jawa Barat', 254, mixed],
  ['Depok', 'Jawa Barat', 206, mixed],
  ['Tangerang', 'Banten', 190, mixed],
  ['Tangerang Selatan', 'Banten', 135, mixed],
  ['Bogor', 'Jawa Barat', 104, sunda],
  ['Tasikmalaya', 'Jawa Barat', 73, sunda],
  ['Cimahi', 'Jawa Barat', 57, sunda],
  ['Cirebon', 'Jawa Barat', 33, sunda],
  ['Surabaya', 'Jawa Timur', 287, java],
  ['Malang', 'Jawa Timur', 84, java],
  ['Kediri', 'Jawa Timur', 29, java],
  ['Semarang', 'Jawa Tengah', 165, java],
  ['Surakarta', 'Jawa Tengah', 52, java],
  ['Purwokerto', 'Jawa Tengah', 23, java],
  ['Yogyakarta', 'DI Yogyakarta', 41, java],
  ['Medan', 'Sumatera Utara', 243, northSumatra],
  ['Pematangsiantar', 'Sumatera Utara', 27, northSumatra],
  ['Padang', 'Sumatera Barat', 91, westSumatra],
  ['Bukittinggi', 'Sumatera Barat', 12, westSumatra],
  ['Palembang', 'Sumatera Selatan', 167, sumatra],
  ['Batam', 'Kepulauan Riau', 120, sumatra],
  ['Bandar Lampung', 'Lampung', 117, sumatra],
  ['Pekanbaru', 'Riau', 98, sumatra],
  ['Banda Aceh', 'Aceh', 25, sumatra],
  ['Denpasar', 'Bali', 73, bali],
  ['Ubud', 'Bali', 9, bali],
  ['Makassar', 'Sulawesi Selatan', 142, sulawesi],
  ['Parepare', 'Sulawesi Selatan', 15, sulawesi],
  ['Samarinda', 'Kalimantan Timur', 83, borneo],
  ['Balikpapan', 'Kalimantan Timur', 69, borneo],
  ['Pontianak', 'Kalimantan Barat', 66, borneo],
  ['Banjarmasin', 'Kalimantan Selatan', 66, borneo],
  ['Jayapura', 'Papua', 40, papua],
  ['Sorong', 'Papua Barat Daya', 29, papua],
]

const home: Place = { city: 'Bandung', region: 'Jawa Barat', culture: chooser(sunda) }
const homeShare = 0.3

const restPopulation = rest.reduce((sum, [, , population]) => sum + population, 0)

/** Where customers live: three in ten in the shop's own city, the others by population. */
export const place: Chooser<Place> = chooser([
  [home, (homeShare / (1 - homeShare)) * restPopulation],
  ...rest.map(
    ([city, region, population, mixture]): Weighted<Place> => [
      { city, region, culture: chooser(mixture) },
      population,
    ],
  ),
])
