import type { NewCustomerInput } from '../shop/input/customer.ts'
import type { ArrivalKind } from './arrival.ts'
import { campaignOn, clickId } from './campaigns.ts'
import { knownAs, type Person } from './person.ts'
import { products } from './products.ts'
import { type Chooser, chooser, type Random } from './random.ts'
import type { World } from './world.ts'

/** Share of the profile's fields that the shop gets to know. */
const knownShare: Readonly<Record<ArrivalKind, number>> = {
  inbound: 0.3,
  checkout: 0.5,
  manual: 0.65,
  form: 0.9,
  import: 0.55,
}

const occupation: Chooser<string> = chooser([
  ['Karyawan swasta', 28],
  ['Wiraswasta', 18],
  ['Mahasiswa', 16],
  ['Ibu rumah tangga', 11],
  ['PNS', 8],
  ['Guru', 6],
  ['Pengemudi ojek online', 4],
  ['Desainer', 3],
  ['Programmer', 3],
  ['Perawat', 2],
  ['Dokter', 1],
])

const education: Chooser<string> = chooser([
  ['SMP', 6],
  ['SMA', 42],
  ['D3', 14],
  ['S1', 33],
  ['S2', 5],
])

const channel: Chooser<string> = chooser([
  ['whatsapp', 80],
  ['instagram', 9],
  ['email', 6],
  ['phone', 5],
])

const interests = [
  'seduh manual',
  'latte art',
  'espresso',
  'kopi susu',
  'bersepeda',
  'mendaki gunung',
  'fotografi',
  'memasak',
  'musik',
  'membaca',
] as const

const streets = [
  'Jl. Merdeka',
  'Jl. Melati',
  'Jl. Cendana',
  'Jl. Kenanga',
  'Gg. Mawar',
  'Jl. Diponegoro',
] as const

const remarks = [
  'Minta digiling halus',
  'Suka gula aren, tanpa es',
  'Antar setelah jam 5 sore',
  'Titip di satpam',
  'Jangan telepon, chat saja',
  'Selalu minta struk',
] as const

const businesses = ['Kedai', 'Warung Kopi', 'CV', 'Toko', 'Kafe', 'Katering', 'Kantin'] as const
const businessNames = [
  'Sumber Rasa',
  'Senandung',
  'Pojok Sawah',
  'Tiga Saudara',
  'Rimba Raya',
  'Teras Rindang',
  'Laut Selatan',
  'Hujan Pagi',
] as const

/** Everything that the shop writes down about a customer at the first contact. */
export function profileOf(world: World, person: Person): NewCustomerInput {
  const { customer, arrival, buyer, gender, place } = person
  const random = world.streams.of('profile', customer)
  const known = <T>(value: () => T): T | undefined =>
    random.chance(knownShare[arrival.kind]) ? value() : undefined
  const wholesale = buyer.kind === 'wholesale'
  const [favourite] = person.favourites
  return {
    ...knownAs(world, person, -1),
    acquisition: arrival.kind,
    firstContactAt: new Date(arrival.at),
    ...sourceOf(world, person, random),
    city: random.chance(0.9) ? placeAsTyped(place.city, random) : undefined,
    region: known(() => place.region),
    country: known(() => 'Indonesia'),
    address: known(() => `${random.pick(streets)} No. ${random.between(1, 180)}`),
    email: known(() => emailOf(person)),
    gender: known(() => gender),
    birthDate: known(() => birthDate(random)),
    education: known(() => education(random)),
    occupation: known(() => (wholesale ? 'Wiraswasta' : occupation(random))),
    businessName: wholesale
      ? `${random.pick(businesses)} ${random.pick(businessNames)}`
      : undefined,
    category: categoryOf(person, random),
    preferredChannel: known(() => channel(random)),
    interests: known(() => [...new Set([random.pick(interests), random.pick(interests)])]),
    favouriteProducts: known(() => [products[buyer.taste[0]][favourite]?.product ?? 'KOPI-GAYO']),
    notes: random.chance(0.08) ? random.pick(remarks) : undefined,
  }
}

function sourceOf(world: World, { arrival }: Person, random: Random): Partial<NewCustomerInput> {
  const campaign = campaignOn(world.calendar, arrival.at)
  switch (arrival.kind) {
    case 'inbound': {
      // The first message tells the advertisement that it came from.
      const { source, paid } = inboundSource(random)
      if (!paid) return { source }
      return { source, campaign, adClickId: clickId(random) }
    }
    case 'checkout':
      return random.chance(0.3)
        ? { source: checkoutSource(random), campaign }
        : { source: checkoutSource(random) }
    case 'form':
      return { source: 'website', campaign }
    case 'manual':
      return { source: random.chance(0.7) ? 'toko' : 'teman' }
    case 'import':
      return {}
  }
}

const inboundSource: Chooser<{ readonly source: string; readonly paid: boolean }> = chooser([
  [{ source: 'instagram', paid: true }, 24],
  [{ source: 'instagram', paid: false }, 22],
  [{ source: 'tiktok', paid: true }, 12],
  [{ source: 'tiktok', paid: false }, 9],
  [{ source: 'facebook', paid: true }, 10],
  [{ source: 'google', paid: false }, 11],
  [{ source: 'teman', paid: false }, 12],
])

const checkoutSource: Chooser<string> = chooser([
  ['website', 40],
  ['shopee', 25],
  ['tokopedia', 20],
  ['toko', 15],
])

function categoryOf({ buyer, customer }: Person, random: Random): string | undefined {
  if (buyer.kind === 'wholesale') return customer % 4 === 0 ? 'Corporate' : 'Wholesale'
  if (buyer.kind === 'loyal' && random.chance(0.3)) return 'Member'
  return random.chance(0.6) ? 'Retail' : undefined
}

/** Addresses under a top-level domain that is reserved and delivers nowhere. */
function emailOf({ name, customer }: Person): string {
  const letters = name.toLowerCase().replace(/[^a-z]+/g, '.')
  const local = letters.replace(/^\.+|\.+$/g, '')
  return `${local}.${customer.toString(36)}@surel.example`
}

function birthDate(random: Random): string {
  const year = 1984 + Math.round(22 * random.bell())
  const [month, day] = [random.between(1, 12), random.between(1, 28)]
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function placeAsTyped(city: string, random: Random): string {
  const draw = random.fraction()
  if (draw < 0.05) return city.toLowerCase()
  return draw < 0.07 ? city.toUpperCase() : city
}
