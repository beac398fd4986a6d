import type { Culture } from '../places.ts'
import type { Random } from '../random.ts'
import { balinese, balineseBirthOrder, bugis, chinese, papuan } from './east-and-chinese.ts'
import { givenName, type NameStock, type SimulatedGender, type Words } from './given-name.ts'
import { javanese, sundanese } from './java-and-sunda.ts'
import { batak, malay, minang } from './sumatra.ts'

/** A culture's names, and the share of people who have one word for a name. */
const cultures: Readonly<Record<Culture, readonly [NameStock, number]>> = {
  javanese: [javanese, 0.22],
  sundanese: [sundanese, 0.12],
  malay: [malay, 0.03],
  batak: [batak, 0],
  minang: [minang, 0.3],
  balinese: [balinese, 0.85],
  chinese: [chinese, 0.04],
  bugis: [bugis, 0.12],
  papuan: [papuan, 0],
}

/** Ways in which one name is spelled on identity cards and in chats. */
const spellings: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['Siti', ['Siti', 'Siti', 'Siti', 'Sitti', 'St.']],
  ['Muhammad', ['Muhammad', 'Muhamad', 'Mohamad', 'Mohammad', 'Moh.', 'M.']],
  ['Ahmad', ['Ahmad', 'Achmad', 'Akhmad']],
  ['Yusuf', ['Yusuf', 'Jusuf', 'Yusup']],
  ['Nur', ['Nur', 'Noor']],
  ['Aisyah', ['Aisyah', 'Aisah', 'Aisha']],
  ['Fitri', ['Fitri', 'Fitry']],
  ['Dewi', ['Dewi', 'Dewie']],
  ['Sri', ['Sri', 'Srie']],
  ['Rizky', ['Rizky', 'Rizki', 'Risky']],
])

const asTyped = { honorific: 0.14, lowerCase: 0.05, capitals: 0.03 }

/** A name of a culture, as the person or the staff typed it. */
export function nameOf(culture: Culture, gender: SimulatedGender, random: Random): string {
  const [stock, mononyms] = cultures[culture]
  const given = givenName(stock, gender, mononyms, random)
  const born =
    culture === 'balinese' ? `${random.pick(balineseBirthOrder[gender])} ${given}` : given
  const spelled = born
    .split(' ')
    .map((word) => spelling(word, random))
    .join(' ')
  const honorifics = gender === 'female' ? stock.femaleHonorific : stock.maleHonorific
  const honorific = random.chance(asTyped.honorific) ? `${random.pick(honorifics)} ` : ''
  return letterCase(honorific + spelled, random)
}

function spelling(word: string, random: Random): string {
  const known = spellings.get(word)
  return known === undefined ? word : random.pick(known)
}

function letterCase(name: string, random: Random): string {
  const draw = random.fraction()
  if (draw < asTyped.lowerCase) return name.toLowerCase()
  return draw < asTyped.lowerCase + asTyped.capitals ? name.toUpperCase() : name
}
