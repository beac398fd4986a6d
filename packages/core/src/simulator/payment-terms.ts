import type { SettleInput } from '../shop/input/transaction.ts'
import type { Person } from './person.ts'
import { type Chooser, chooser, type Random } from './random.ts'

/** How an order is paid. */
export interface PaymentTerms {
  readonly method: string
  /** Rupiah with the order. */
  readonly paidAtOnce: number
  /** Days until the rest is due; 0 where no date was agreed. */
  readonly dueInDays: number
  readonly later: readonly { readonly afterHours: number; readonly amount: number }[]
}

const method: Chooser<string> = chooser([
  ['transfer', 38],
  ['qris', 34],
  ['cash', 17],
  ['cod', 11],
])

export function termsOf({ buyer }: Person, total: number, random: Random): PaymentTerms {
  if (buyer.kind === 'wholesale') return onAccount(total, random)
  const chosen = method(random)
  const now = { method: chosen, paidAtOnce: total, dueInDays: 0, later: [] }
  switch (chosen) {
    case 'cod':
      return {
        ...now,
        paidAtOnce: 0,
        later: [{ afterHours: random.between(20, 90), amount: total }],
      }
    case 'transfer':
      return random.chance(0.06) ? transferredLater(now, total, random) : now
    default:
      return now
  }
}

/** A transfer that was promised, came a day or two later, and now and then never. */
function transferredLater(now: PaymentTerms, total: number, random: Random): PaymentTerms {
  const forgotten = random.chance(0.15)
  const later = forgotten ? [] : [{ afterHours: random.between(3, 60), amount: total }]
  return { ...now, paidAtOnce: 0, later }
}

/** Something down, the rest in one or two parts around the due date; some pay late, some stay owing. */
function onAccount(total: number, random: Random): PaymentTerms {
  const dueInDays = random.chance(0.6) ? 14 : 30
  const paidAtOnce = random.chance(0.5) ? thousands(total * (0.2 + 0.3 * random.fraction())) : 0
  const rest = total - paidAtOnce
  const firstPart = random.chance(0.35) ? thousands(rest / 2) : 0
  const late = random.chance(0.18) ? random.between(3, 45) : random.between(-6, 2)
  const bad = random.chance(0.04)
  const parts = [
    { afterHours: dueInDays * 12, amount: firstPart },
    { afterHours: (dueInDays + late) * 24 + random.below(10), amount: bad ? 0 : rest - firstPart },
  ]
  return {
    method: 'transfer',
    paidAtOnce,
    dueInDays,
    later: parts.filter(({ amount }) => amount > 0),
  }
}

/** The payments that follow an order, with the bank's own numbers. */
export function payLater(
  orderId: string,
  orderedAt: number,
  { method: way, later }: PaymentTerms,
): { readonly at: number; readonly input: SettleInput }[] {
  return later.map(({ afterHours, amount }, i) => {
    const at = orderedAt + afterHours * 3_600_000
    const reference = `${orderId}/${i + 1}`
    return { at, input: { orderId, amount, at: new Date(at), method: way, reference } }
  })
}

function thousands(amount: number): number {
  return Math.floor(amount / 1_000) * 1_000
}
