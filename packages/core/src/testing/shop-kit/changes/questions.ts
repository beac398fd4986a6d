import fc from 'fast-check'
import type { Catalogue } from '../../../domain/segments/catalogue.ts'
import { check } from '../../../domain/segments/check.ts'
import type { Predicate } from '../../../domain/segments/predicate.ts'
import { parse } from '../../../domain/segments/text/parse.ts'
import { arbitraryPredicate } from '../../arbitraries/predicate.ts'
import { poolsAt } from '../../arbitraries/scene-pools.ts'

/** One for each thing that actions change, with bounds that a few of them reach. */
const texts: readonly string[] = [
  'ltv >= 500_000',
  'ltv < 90_000',
  'orders >= 3',
  'orders = 1',
  'paid orders >= 2',
  'productive',
  'pieces >= 12',
  'average order > 100_000',
  'average order < 60_000',
  'balance > 0',
  'balance >= 150_000',
  'credit >= 25_000',
  'refunded > 40_000',
  'overdue balance > 0',
  'overdue by > 1 days',
  'last purchase > 20 days ago',
  'last interaction in last 7 days',
  'first purchase is missing',
  'loyalty in (regular, loyal)',
  'loyalty is one-time',
  'purchases(product = "KOPI-250", last 30 days) >= 2',
  'purchases(category = "kopi").total >= 400_000',
  'purchases(product = "DRIP").quantity >= 5',
  'purchases().distinct products >= 4',
  'purchases(last 3 months).lines >= 3',
  'payments(method = "cod") >= 1',
  'payments(last 30 days).total >= 300_000',
  'interactions(kind = search, term contains "gayo", last 14 days) >= 2',
  'interactions(channel = email) = 0',
  'window is open',
  'window closes within 2 hours',
  'can receive free-form',
  'can receive template',
  'in group "Reseller"',
  'has tag "Teman"',
  'has tag "Sultan"',
  'has label "Grade A"',
  'labelled "Grade A" by "dina" in last 7 days',
  'in segment "Besar"',
  'birthday within next 7 days',
  'age between 25 and 34',
  'consent marketing granted',
  'consent marketing denied',
  'opted out',
  'blacklisted',
  'archived',
  'email bounced',
  'city = "Bandung"',
  'city is missing',
  'name contains "budi"',
  'attr.roast = "dark"',
  'attr.cups > 3',
  'interests contains "brew"',
  'sample 50% seed "ab-1"',
  'rfm group is champions',
]

/** Those predicates, each alone. */
export function simpleQuestions(catalogue: Catalogue): readonly Predicate[] {
  return texts.map((text) => parse(text, catalogue))
}

/** They nested in each other, and any others. */
export function questions(catalogue: Catalogue, now: number): fc.Arbitrary<Predicate> {
  const simple = fc.constantFrom(...simpleQuestions(catalogue))
  const two = fc.array(simple, { minLength: 2, maxLength: 3 })
  const one = fc.oneof(
    simple,
    simple.map((not): Predicate => ({ not })),
  )
  return fc
    .oneof(
      { weight: 2, arbitrary: one },
      { weight: 3, arbitrary: two.map((all): Predicate => ({ all })) },
      { weight: 2, arbitrary: two.map((any): Predicate => ({ any })) },
      { weight: 1, arbitrary: two.map((of): Predicate => ({ atLeast: 2, of })) },
      { weight: 2, arbitrary: arbitraryPredicate(catalogue, poolsAt(now, catalogue.timeZone)) },
    )
    .map((predicate) => check(predicate, catalogue))
}
