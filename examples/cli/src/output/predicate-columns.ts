import {
  type CustomerColumnName,
  customerColumnNames,
  type SegmentOrPredicate,
} from '@langganan/core'
import type { Predicate } from '@langganan/core/segments'
import { parse } from '@langganan/core/segments/text'
import type { Session } from '../session/session.ts'

/** Columns that show what other fields and parts of a predicate are about. */
const others: Readonly<Record<string, CustomerColumnName>> = {
  birthday: 'birthDate',
  overdue: 'balance',
  archived: 'standing',
  blacklisted: 'standing',
}

/** The columns that show what a predicate speaks of, in its order; of a saved segment, that of its own. */
export async function predicateColumns(
  { shop }: Pick<Session, 'shop'>,
  where: SegmentOrPredicate,
): Promise<readonly CustomerColumnName[]> {
  const predicate = typeof where === 'string' ? await meant(shop, where) : where
  return predicate === undefined ? [] : [...new Set(await columnsIn(shop, predicate))]
}

/** A text is the name of a saved segment, or else a predicate: the list was made of it, so it is one of them. */
async function meant({ segments }: Session['shop'], text: string): Promise<Predicate | undefined> {
  const wanted = text.trim().toLowerCase()
  const saved = (await segments.list()).find(
    ({ id, name }) => id === text || name.toLowerCase() === wanted,
  )
  return saved?.where ?? parse(text, await segments.catalogue())
}

async function columnsIn(
  shop: Session['shop'],
  predicate: Predicate,
): Promise<readonly CustomerColumnName[]> {
  if ('segment' in predicate)
    return columnsIn(shop, (await shop.segments.get(predicate.segment)).where)
  if ('field' in predicate) return columnOf(predicate.field)
  if ('group' in predicate) return ['groups']
  if ('tag' in predicate) return ['tags']
  if ('window' in predicate) return ['standing']
  const found = await Promise.all(partsOf(predicate).map((part) => columnsIn(shop, part)))
  return found.flat()
}

function columnOf(field: string): readonly CustomerColumnName[] {
  const found = customerColumnNames.find((name) => name === field) ?? others[field]
  return found === undefined ? [] : [found]
}

function partsOf(predicate: Predicate): readonly Predicate[] {
  if ('all' in predicate) return predicate.all
  if ('any' in predicate) return predicate.any
  if ('not' in predicate) return [predicate.not]
  return 'of' in predicate ? predicate.of : []
}
