import type { EventsConditionOn } from '../../condition.ts'
import { type Demand, demandsOn, instantIn, passes, textOf } from './demands.ts'
import type { LifeLabel } from './life.ts'
import type { Wanted } from './wanted.ts'

const mostLabels = 50

/** Labels put on and taken off; undefined where no way was found. */
export function planLabels(wanted: Wanted): readonly LifeLabel[] | undefined {
  const demands = demandsOn(wanted, 'labels', labelsOf)
  if (demands === undefined) return undefined
  const told: LifeLabel[] = []
  for (const demand of demands) {
    const made = labelsFor(wanted, demand)
    if (made === undefined) return undefined
    told.push(...made)
  }
  const ids = wanted.context.labels.map(({ id }) => id)
  return [...told, ...ids.flatMap((label) => heldLabel(wanted, label, told))]
}

function labelsOf(condition: object): EventsConditionOn<'labels'> | undefined {
  return isOnLabels(condition) ? condition : undefined
}

function isOnLabels(condition: object): condition is EventsConditionOn<'labels'> {
  return (
    'op' in condition &&
    condition.op === 'events' &&
    'list' in condition &&
    condition.list === 'labels'
  )
}

/** A label is on once at a time, so between two times that it is put on it is taken off. */
function labelsFor(
  wanted: Wanted,
  { condition, target }: Demand<'labels'>,
): readonly LifeLabel[] | undefined {
  const { filters, measure } = condition
  const labels = wanted.context.labels
    .map(({ id }) => id)
    .filter((id) => passes(filters, 'labelId', id))
  const label = labels.find((id) => isOn(wanted, id) !== false) ?? labels[0]
  const by = textOf(filters, 'by')
  const count = measure === 'count' ? target : 1
  const at = measure === 'count' ? instantIn(wanted, condition) : target
  if (label === undefined || by === undefined || at === undefined || count > mostLabels)
    return undefined
  const first = at - 2 * (count - 1)
  return Array.from({ length: count }, (_, i) => [
    { label, change: 'added' as const, at: first + 2 * i, by },
    ...(i < count - 1 ? [{ label, change: 'removed' as const, at: first + 2 * i + 1, by }] : []),
  ]).flat()
}

/** Whether a label is to be on now; null where either will do. */
function isOn({ store }: Wanted, label: string): boolean | null {
  const condition = { op: 'label', id: label, before: null }
  const [held] = store.get(`flag ${JSON.stringify(condition)}`) ?? []
  return held?.holds ?? null
}

/** What is still to be told so that a label is on or off as it should be, now and at the ends of days. */
function heldLabel(
  wanted: Wanted,
  label: string,
  told: readonly LifeLabel[],
): readonly LifeLabel[] {
  const own = told.filter((each) => each.label === label)
  const on = isOn(wanted, label)
  const ends = [...wanted.store.values()].flat().flatMap(({ literal: { condition }, holds }) => {
    const isOfDay = condition.op === 'label' && condition.id === label && condition.before !== null
    return isOfDay && holds && condition.before !== null ? [condition.before] : []
  })
  const added = (at: number): LifeLabel => ({ label, change: 'added', at, by: null })
  const removed: LifeLabel = { label, change: 'removed', at: wanted.at, by: null }
  if (ends.length > 0) {
    const before = added(Math.min(...ends) - 1)
    return on === false ? [before, { ...removed, at: Math.max(...ends) }] : [before]
  }
  if (on === true) return own.length > 0 ? [] : [added(wanted.at)]
  return on === false && own.length > 0 ? [removed] : []
}
