import { z } from 'zod'
import { nextKeptChange } from '../../domain/kept/next-kept-change.ts'
import { keptPlan } from '../../domain/kept/plan.ts'
import { rulesBehind } from '../../domain/segments/changes/rules-behind.ts'
import type { Locale } from '../../domain/segments/describe/languages.ts'
import type { Explanation } from '../../domain/segments/explain/explanation.ts'
import { explainInWords } from '../../domain/segments/explain/in-words.ts'
import { explain } from '../../domain/segments/explain.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { keptOf } from '../kept/load-plan.ts'
import { loadStates } from '../kept/load-states.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { loadCatalogue } from './catalogue.ts'
import { type NextShown, nextShown } from './next-shown.ts'

/** Why a customer belongs to a segment or does not. Instants among the values are epoch milliseconds. */
export interface MembershipExplanation extends Explanation {
  /** What decides, as a sentence. */
  readonly sentence: string
  /** When the answer changes if nothing but time goes on, or until when it does not; with `never` not later either. */
  readonly next: NextShown
}

/** How a sentence is to be written. */
export interface SentenceOptions {
  /** English `en`, where nothing is said, or Indonesian `id`. */
  readonly locale?: Locale | undefined
}

export const sentenceOptions: z.ZodType<SentenceOptions> = z.strictObject({
  locale: z.enum(['en', 'id'], 'Expected "en" or "id"').optional(),
})

/** @throws LanggananError `CUSTOMER_NOT_FOUND` */
export async function explainMembership(
  unit: UnitOfWork,
  predicate: Predicate,
  customer: string,
  locale: Locale,
): Promise<MembershipExplanation> {
  const catalogue = await loadCatalogue(unit)
  const moment = { ...catalogue, now: unit.stamp.now }
  const rules = rulesBehind(predicate, { ...moment, kept: await keptOf(unit) })
  const plan = keptPlan([...rules, { kind: 'segment', id: '', where: predicate }], moment)
  const stored = (await loadStates(unit, plan, [customer])).get(customer)
  if (stored === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  const explanation = explain(predicate, stored.state.view, moment)
  const next = nextKeptChange(predicate, rules, stored.state, moment)
  return {
    ...explanation,
    sentence: explainInWords(explanation, catalogue, locale),
    next: nextShown(next),
  }
}
