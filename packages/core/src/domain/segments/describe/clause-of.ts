import type { Predicate } from '../predicate.ts'
import type { Describing } from './describing.ts'
import { leafClause } from './leaf-clause.ts'

/** A clause behind "customers", and what joins its parts; true and false for everybody and nobody. */
type Joined = Said | boolean

interface Said {
  readonly text: string
  readonly by?: 'and' | 'or' | 'list'
  /** The parts that the text joins. */
  readonly of?: readonly string[]
}

/** What a predicate says, or what holds for all others. Negations stand in the leaves only. */
export function clauseOf(predicate: Predicate, with_: Describing, wanted = true): Joined {
  if ('not' in predicate) return clauseOf(predicate.not, with_, !wanted)
  if ('all' in predicate) return joined(predicate.all, wanted ? 'and' : 'or', with_, wanted)
  if ('any' in predicate) return joined(predicate.any, wanted ? 'or' : 'and', with_, wanted)
  if ('atLeast' in predicate) return counted(predicate, with_, wanted)
  const clause = leafClause(predicate, with_)
  return { text: wanted ? clause.yes : clause.no }
}

function joined(
  parts: readonly Predicate[],
  by: 'and' | 'or',
  describing: Describing,
  wanted: boolean,
): Joined {
  const clauses = parts.map((part) => clauseOf(part, describing, wanted))
  const decided = by === 'or'
  if (clauses.includes(decided)) return decided
  const said = clauses.filter((clause) => typeof clause === 'object')
  const [first, second] = said
  if (first === undefined) return !decided
  if (second === undefined) return first
  const texts = said.flatMap((clause) => within(by, clause))
  return { text: listed(texts, describing.language[by]), by, of: texts }
}

function counted(
  { atLeast, of }: Extract<Predicate, { readonly atLeast: number }>,
  describing: Describing,
  wanted: boolean,
): Joined {
  const { language } = describing
  const texts = of.map((part) => {
    const clause = clauseOf(part, describing)
    if (typeof clause === 'object') return clause.text
    return clause ? language.anybody.yes : language.anybody.no
  })
  const text = wanted ? language.atLeast(atLeast, texts) : language.atMost(atLeast - 1, texts)
  return { text, by: 'list' }
}

/** A part inside a whole: its own parts, where the same word joins them; in brackets, where another does. */
function within(by: 'and' | 'or', said: Said): readonly string[] {
  if (said.by === undefined) return [said.text]
  return said.by === by && said.of !== undefined ? said.of : [`(${said.text})`]
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(texts: readonly string[], word: string): string {
  const last = texts.at(-1) ?? ''
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`
}
