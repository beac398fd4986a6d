import type { Catalogue } from './catalogue.ts'
import { clauseOf } from './describe/clause-of.ts'
import { type Locale, languages } from './describe/languages.ts'
import type { Predicate } from './predicate.ts'

/**
 * A checked predicate as a sentence for people: `Customers whose city is “Bandung” and who have the tag
 * “VIP”.` Names come from the catalogue; what the shop no longer has is shown by its id.
 */
export function describe(predicate: Predicate, catalogue: Catalogue, locale: Locale): string {
  const language = languages[locale]
  const clause = clauseOf(predicate, { catalogue, language })
  if (clause === true) return language.everybody
  return clause === false ? language.nobody : language.sentence(clause.text)
}
