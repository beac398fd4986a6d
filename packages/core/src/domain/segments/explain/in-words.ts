import type { Catalogue } from '../catalogue.ts'
import { listed } from '../describe/clause-of.ts'
import type { Describing } from '../describe/describing.ts'
import { type Locale, languages } from '../describe/languages.ts'
import { leafClause } from '../describe/leaf-clause.ts'
import { minuteText, toldType, valueText } from '../describe/values.ts'
import { isAttributeFieldName } from '../fields/attribute-field.ts'
import type { ExplainedLeaf, Explanation } from './explanation.ts'

/** An explanation as a sentence: what decides, and what the customer has where it is asked for. */
export function explainInWords(
  { holds, because }: Explanation,
  catalogue: Catalogue,
  locale: Locale,
): string {
  const language = languages[locale]
  const clauses = because.map((leaf) => reason(leaf, { catalogue, language }))
  const all = listed(clauses, language.and)
  return language.belongs(holds, all === '' ? language.anybody.yes : all)
}

function reason(leaf: ExplainedLeaf, describing: Describing): string {
  const { yes, no } = leafClause(leaf.predicate, describing)
  const clause = leaf.holds ? yes : no
  return saysItAll(leaf) ? clause : `${clause} ${here(leaf, describing)}`
}

/** Of a flag the clause tells the value; one of the shop's own attributes may also be missing. */
function saysItAll({ predicate, actual }: ExplainedLeaf): boolean {
  return actual.type === 'flag' && !('field' in predicate && isAttributeFieldName(predicate.field))
}

function here({ predicate, actual }: ExplainedLeaf, describing: Describing): string {
  const { language, catalogue } = describing
  const { values } = actual
  const type = 'field' in predicate ? toldType(actual.type, predicate.field) : actual.type
  const texts = values.map((value) =>
    type === 'instant'
      ? minuteText(Number(value), catalogue.timeZone, language)
      : valueText(value, type, describing),
  )
  return language.here(texts.length === 0 ? language.nothing : texts.join(', '))
}
