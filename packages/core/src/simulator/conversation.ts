import type { InteractionInput } from '../shop/input/interaction.ts'
import type { Person } from './person.ts'
import { products } from './products.ts'
import { type Chooser, chooser, type Random } from './random.ts'

const minute = 60_000
const hour = 60 * minute

/** An interaction that is still without its customer and its reference. */
export type Utterance = Omit<InteractionInput, 'customer' | 'reference' | 'at'> & {
  readonly at: number
}

const device: Chooser<string> = chooser([
  ['android', 76],
  ['ios', 18],
  ['web', 6],
])

const terms = [
  'arabika',
  'kopi susu',
  'gula aren',
  'robusta',
  'v60',
  'hampers lebaran',
  'tumbler',
  'beli grosir',
] as const

/** The shop's second line, where wholesale customers write to. */
const wholesaleLine = '6281112340002'

/** What is looked at on the web site before a question; empty for most. */
export function browsing(person: Person, from: number, random: Random): Utterance[] {
  if (!random.chance(0.12)) return []
  const used = device(random)
  const page = { kind: 'pageView', at: from + random.between(1, 6) * minute, device: used } as const
  return [
    { kind: 'search', at: from, device: used, term: random.pick(terms) },
    { ...page, product: favouriteOf(person) },
  ]
}

/** What is said before an order: a question, an answer, perhaps more. */
export function beforeOrder(person: Person, from: number, random: Random): Utterance[] {
  const used = device(random)
  const answered = from + random.between(1, 25) * minute
  const said = [
    { ...inbound(person, from, used), product: favouriteOf(person) },
    outbound(person, answered),
  ]
  if (random.chance(0.4)) said.push(inbound(person, answered + random.between(1, 9) * minute, used))
  return said
}

/** What is said after an order: a confirmation, word of the parcel, thanks. */
export function afterOrder(
  person: Person,
  orderedAt: number,
  delivered: boolean,
  random: Random,
): Utterance[] {
  const said: Utterance[] = []
  if (random.chance(0.7)) said.push(outbound(person, orderedAt + random.between(1, 8) * minute))
  if (delivered && random.chance(0.6)) {
    said.push(outbound(person, orderedAt + random.between(3, 30) * hour))
  }
  if (random.chance(0.18)) {
    said.push(inbound(person, orderedAt + random.between(20, 72) * hour, device(random)))
  }
  return said
}

/** A question that leads to no order; a few people telephone or write e-mails. */
export function onlyTalk(person: Person, from: number, random: Random): Utterance[] {
  const draw = random.fraction()
  if (draw < 0.05) return [{ kind: 'call', direction: 'inbound', at: from, ...lineOf(person) }]
  if (draw < 0.08) return [{ kind: 'email', direction: 'inbound', at: from }]
  return beforeOrder(person, from, random)
}

/** The form that a customer filled in on the web site. */
export function formFilled(at: number, random: Random): Utterance {
  return { kind: 'form', at, device: device(random) }
}

function inbound(person: Person, at: number, used: string): Utterance {
  return { kind: 'chat', direction: 'inbound', at, device: used, ...lineOf(person) }
}

function outbound(person: Person, at: number): Utterance {
  return { kind: 'chat', direction: 'outbound', at, ...lineOf(person) }
}

function lineOf({ buyer }: Person): { readonly businessNumber?: string } {
  return buyer.kind === 'wholesale' ? { businessNumber: wholesaleLine } : {}
}

function favouriteOf({ buyer, favourites }: Person): string {
  const list = products[buyer.taste[0]]
  return (list[favourites[0]] ?? list[0]).product
}
