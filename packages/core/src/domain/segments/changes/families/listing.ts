import { compile } from '../../compile.ts'
import { type CustomerView, loaded } from '../../customer-view.ts'
import type { FieldName } from '../../fields/field-types.ts'
import type { FieldPredicate } from '../../predicate.ts'
import type { SetAction } from '../action.ts'
import type { ChangeMoment } from '../changeable-view.ts'
import { textsFor } from './values.ts'

/** So many values a field holds at most. */
const mostValues = 100
/** So many groups of values are told apart; where leaves tell more, none is taken away. */
const mostGroups = 10

/**
 * What a field of several values may be set to: with some of what it holds taken away, with one value
 * more, or with all that are asked about; what takes away or gives the fewest first.
 *
 * A leaf turns only where all values are gone that it finds. So of the values that no leaf tells
 * apart, all are taken away or none, and no smaller choice than those tried turns any leaf.
 *
 * @param given values of which each may be added
 */
export function listSettings(
  field: FieldName,
  leaves: readonly FieldPredicate[],
  given: readonly SetAction[],
  { view, moment }: { readonly view: CustomerView; readonly moment: ChangeMoment },
): readonly SetAction[] {
  const rows = loaded(view, 'attributes').filter((row) => row.field === field)
  const held = rows.flatMap(({ text }) => text ?? [])
  const found = leaves.map((leaf) => {
    const judge = compile(leaf, moment.timeZone, moment.segments)
    const answer = (attributes: typeof rows) => judge({ ...view, attributes }, moment.now)
    return rows.flatMap((row) => (answer([row]) === answer([]) ? [] : (row.text ?? [])))
  })
  const less = unions(found).map((gone): TakingAction => {
    const left = held.filter((value) => !gone.has(value))
    const taken = held.filter((value) => gone.has(value))
    return { kind: 'set', field, value: left.length === 0 ? null : left, isExample: false, taken }
  })
  const more = held.length < mostValues ? given : []
  const asked = new Set(leaves.flatMap(textsFor))
  const named = given.map(({ value }) => String(value)).filter((value) => asked.has(value))
  const together = [...new Set([...held, ...named])]
  const isMore = named.length > 1 && together.length <= mostValues
  return [
    ...less.filter(({ taken }) => taken.length === 1),
    ...more.map((action) => ({ ...action, value: [...held, String(action.value)] })),
    ...(isMore ? [{ kind: 'set' as const, field, value: together, isExample: false }] : []),
    ...less.filter(({ taken }) => taken.length > 1),
  ]
}

type TakingAction = SetAction & Required<Pick<SetAction, 'taken'>>

/** What is in any of some of the groups, the smallest first; never nothing. */
function unions(groups: readonly (readonly string[])[]): readonly ReadonlySet<string>[] {
  const told = new Map(groups.map((group) => [JSON.stringify(group), group]))
  told.delete('[]')
  if (told.size > mostGroups) return []
  let all: readonly ReadonlySet<string>[] = [new Set()]
  for (const group of told.values())
    all = [...all, ...all.map((union) => new Set([...union, ...group]))]
  return all.slice(1).sort((a, b) => a.size - b.size)
}
