import type { Order } from './order.ts'
import type { Person } from './person.ts'
import { type Chooser, chooser, type Random } from './random.ts'
import type { LabelChange } from './simulated-event.ts'

const minute = 60_000
const hour = 60 * minute

/** A label or a group that staff give or take at a time. */
export type Mark = { readonly at: number } & ({ readonly group: string } | LabelChange)

const staff: Chooser<string> = chooser([
  ['dina', 5],
  ['rafi', 3],
  ['yoga', 2],
])

/** What staff mark a customer with at a visit. */
export function marksOf(
  person: Person,
  visit: number,
  from: number,
  order: Order | undefined,
  random: Random,
): Mark[] {
  const by = staff(random)
  const marks: Mark[] = []
  const label = (name: string, change: LabelChange['change'], at: number) =>
    marks.push({ label: name, change, by, at })

  if (visit === 0 && person.arrival.kind === 'inbound') {
    label('Pelanggan baru', 'added', from + random.between(2, 40) * minute)
    if (order !== undefined) label('Pelanggan baru', 'removed', order.at + hour)
  }
  const grade = gradeAt(person, visit, random)
  if (grade !== undefined) label(grade, 'added', (order?.at ?? from) + 2 * hour)
  const lastPayment = order?.payments.at(-1)
  if (order !== undefined && lastPayment !== undefined) {
    label('Menunggu pembayaran', 'added', order.at + 3 * minute)
    label('Menunggu pembayaran', 'removed', lastPayment.at + 5 * minute)
  }
  if (order?.creditNote !== undefined) {
    label('Komplain', 'added', order.creditNote.at - hour)
    label('Komplain', 'removed', order.creditNote.at + 20 * hour)
  }
  const group = groupAt(person, visit, random)
  if (group !== undefined) marks.push({ group, at: (order?.at ?? from) + hour })
  return marks
}

function gradeAt({ buyer: { kind } }: Person, visit: number, random: Random): string | undefined {
  if (kind === 'wholesale' && visit === 0) return 'Grade A'
  if (kind === 'loyal' && visit === 3) return 'Grade A'
  if (visit === 1 && kind !== 'talker') return 'Grade B'
  return kind === 'talker' && visit === 0 && random.chance(0.4) ? 'Grade C' : undefined
}

function groupAt({ buyer }: Person, visit: number, random: Random): string | undefined {
  if (buyer.kind === 'wholesale' && visit === 0) return 'Reseller'
  const brewer = buyer.kind === 'loyal' && buyer.taste[0] === 'biji kopi'
  return brewer && visit === 3 && random.chance(0.6) ? 'Komunitas Seduh' : undefined
}
