import type { Catalogue } from '../catalogue.ts'
import { contextOfAnyIds } from '../check/context.ts'
import { checkIn } from '../check.ts'
import type { Predicate } from '../predicate.ts'
import { unchecked } from '../resolve/checked.ts'
import { type Group, type Layout, layOut, listed } from './layout.ts'
import { phrases } from './phrases.ts'

/**
 * The text form of a predicate: the shortest natural one, on several lines where one has no room.
 * `parse` makes the same predicate of it, if it has no more than 100 kB.
 *
 * What the shop no longer has is written by its id, as `has tag id "…"`.
 *
 * @throws LanggananError `PREDICATE_INVALID` or `PREDICATE_TOO_LARGE` for what `check` refuses.
 */
export function print(predicate: Predicate, catalogue: Catalogue): string {
  return layOut(written(checkIn(predicate, contextOfAnyIds(catalogue)), catalogue))
}

function written(predicate: Predicate, catalogue: Catalogue): Layout {
  for (const phrase of phrases) {
    const text = phrase.write(predicate, catalogue)
    if (text !== undefined) return text
  }
  const part = (each: Predicate): Layout => written(each, catalogue)
  /** A part behind or between words, in parentheses where it would be read otherwise. */
  const operand = (each: Predicate, outer: ChainWord | 'not'): Layout => {
    const inner = chainWord(each)
    const bindsStronger = inner === undefined || (inner === 'and' && outer === 'or')
    return bindsStronger ? part(each) : listed('', [part(each)])
  }
  const chain = (parts: readonly Predicate[], between: ChainWord): Group => {
    return { open: '', parts: parts.map((each) => operand(each, between)), between, close: '' }
  }
  if ('not' in predicate) return ['not ', operand(predicate.not, 'not')]
  const word = chainWord(predicate)
  if ('all' in predicate) {
    const { all } = predicate
    return word === undefined ? listed('all', all.map(part)) : chain(all, word)
  }
  if ('any' in predicate) {
    const { any } = predicate
    return word === undefined ? listed('any', any.map(part)) : chain(any, word)
  }
  if ('atLeast' in predicate) {
    return listed(`at least ${predicate.atLeast} of `, predicate.of.map(part))
  }
  throw unchecked('a known kind of predicate')
}

type ChainWord = 'and' | 'or'

/** What stands between the parts of several that all or any must hold. */
function chainWord(predicate: Predicate): ChainWord | undefined {
  if ('all' in predicate && predicate.all.length > 1) return 'and'
  return 'any' in predicate && predicate.any.length > 1 ? 'or' : undefined
}
