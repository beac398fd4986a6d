import { atPlace } from '../../domain/error/at-place.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import type { ViewRow } from '../../domain/views/rows.ts'
import type { GivenView, GivenViewChanges } from '../input/view.ts'
import { freeName, thereAlready } from '../named.ts'
import { loadCatalogue } from '../segments/catalogue.ts'
import { predicateReferring } from '../segments/predicate-for.ts'
import { expectSatisfiable } from '../segments/satisfiable.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type View, viewOf } from './view.ts'

/** Whom a view shows, and how. */
type Shown = Pick<ViewRow, 'predicate' | 'columns' | 'sort' | 'direction'>

const everybody: Predicate = { all: [] }

export async function createView(unit: UnitOfWork, given: GivenView): Promise<View> {
  const { now, newId } = unit.stamp
  const { where, columns = null, sort = null, direction = null } = given
  const shown = ordered({
    predicate: where === undefined ? JSON.stringify(everybody) : await predicateGiven(unit, where),
    columns: columns === null ? null : JSON.stringify(columns),
    sort,
    direction,
  })
  const known = await thereAlready(unit, 'views', given, (row) => isShownAlike(row, shown))
  if (known !== undefined) return viewOf(known)
  const named = await freeName(unit, 'views', given.name)
  const row = { id: newId(), ...named, ...shown, createdAt: now, updatedAt: now }
  const into = unit.draft()
  into.insert('views', row)
  into.event('view.created', { view: row.id })
  await unit.write(into)
  return viewOf(row)
}

export async function editView(
  unit: UnitOfWork,
  before: ViewRow,
  changes: GivenViewChanges,
): Promise<View> {
  const row = ordered(await edited(unit, before, changes))
  if (isSame(row, before)) return viewOf(before)
  const into = unit.draft()
  into.put('views', row)
  into.event('view.edited', { view: row.id })
  await unit.write(into)
  return viewOf(row)
}

async function edited(
  unit: UnitOfWork,
  before: ViewRow,
  { name = before.name, where, columns, sort, direction }: GivenViewChanges,
): Promise<ViewRow> {
  const isSortedAnew = sort !== undefined && sort !== before.sort
  return {
    ...before,
    ...(await freeName(unit, 'views', name, before.id)),
    predicate: where === undefined ? before.predicate : await predicateGiven(unit, where),
    columns: columns ? JSON.stringify(columns) : columns === null ? null : before.columns,
    sort: sort === undefined ? before.sort : sort,
    direction: direction === undefined ? (isSortedAnew ? null : before.direction) : direction,
    updatedAt: unit.stamp.now,
  }
}

export async function deleteView(unit: UnitOfWork, { id }: ViewRow): Promise<void> {
  const into = unit.draft()
  into.remove('views', [id])
  into.event('view.deleted', { view: id })
  await unit.write(into)
}

/** @throws LanggananError `PREDICATE_INVALID`, `PREDICATE_MATCHES_NOBODY`, with the place behind `where` */
async function predicateGiven(unit: UnitOfWork, where: unknown): Promise<string> {
  const predicate = await predicateReferring(unit, where, 'where')
  const catalogue = await loadCatalogue(unit)
  const context = { ...catalogue, now: unit.stamp.now }
  await atPlace('where', () => expectSatisfiable(predicate, context, where))
  return JSON.stringify(predicate)
}

/** Refuses a direction of nothing. */
function ordered<R extends Shown>(row: R): R {
  if (row.direction === null || row.sort !== null) return row
  throw new LanggananError(
    'INVALID_INPUT',
    'direction: There is nothing to sort by. Give a sort too, or leave the direction out.',
    { field: 'direction' },
  )
}

function isSame(row: ViewRow, before: ViewRow): boolean {
  return row.name === before.name && isShownAlike(row, before)
}

function isShownAlike(one: Shown, other: Shown): boolean {
  return (['predicate', 'columns', 'sort', 'direction'] as const).every(
    (column) => one[column] === other[column],
  )
}
