import { z } from 'zod'
import type { Locale } from '../../domain/segments/describe/languages.ts'
import type { Explanation } from '../../domain/segments/explain/explanation.ts'
import { explainInWords } from '../../domain/segments/explain/in-words.ts'
import { explain } from '../../domain/segments/explain.ts'
import { needs } from '../../domain/segments/needs.ts'
import { nextChange } from '../../domain/segments/next-change.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { resolve } from '../../domain/segments/resolve.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { loadCatalogue } from './catalogue.ts'
import { loadViews } from './load-views.ts'
import { segmentsBehind } from './stored-predicate.ts'

/** Why a customer belongs to a segment or does not. Instants among the values are epoch milliseconds. */
export interface MembershipExplanation extends Explanation {
  /** What decides, as a sentence. */
  readonly sentence: string
  /** When the answer changes if nothing but time goes on, or until when it does not. */
  readonly next: { readonly at: Date } | { readonly noneBefore: Date }
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
  const segments = await segmentsBehind(unit, predicate)
  const catalogue = await loadCatalogue(unit)
  const { attributes } = catalogue
  const moment = { now: unit.stamp.now, timeZone: unit.shop.timeZone, segments, attributes }
  const { lists } = needs(resolve(predicate, moment))
  const [view] = await loadViews(unit, [customer], lists)
  if (view === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  const explanation = explain(predicate, view, moment)
  const next = nextChange(predicate, view, moment)
  return {
    ...explanation,
    sentence: explainInWords(explanation, catalogue, locale),
    next: 'at' in next ? { at: new Date(next.at) } : { noneBefore: new Date(next.noneBefore) },
  }
}
