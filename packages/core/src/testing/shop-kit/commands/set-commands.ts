import fc from 'fast-check'
import type { ThingMade } from './command.ts'
import { aCustomer, anyOf, calls, fields, made, type Weighted } from './draw.ts'
import { setNames } from './pools.ts'

/** A set by its name or id, which may belong to nothing any more. */
export function set(of: ThingMade): fc.Arbitrary<unknown> {
  return fc.oneof(anyOf<unknown>(setNames), made(of, 3))
}

/** Now and then what is there already will do. */
const ifNotExists = fc.option(fc.boolean(), { freq: 2, nil: undefined })
const named = fields({ name: anyOf(setNames), ifNotExists }, 'name')
const bound = fc.constantFrom(-100_000, 0, 1, 50_000, 150_000, Number.MAX_SAFE_INTEGER, null)
const range = { ltvMin: bound, ltvMax: bound }
const someCustomers = fc.array(aCustomer, { maxLength: 4 })

export const predicate: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant<unknown>({ field: 'ltv', is: '>=', value: 50_000 }),
  fc.constant({ field: 'lastPurchase', is: '<=', value: { ago: { days: 60 } } }),
  fc.constant({ purchases: { product: 'kopi-250' }, measure: 'orders', is: '>=', value: 1 }),
  fc.constant({ not: { field: 'city', is: '=', value: 'BANDUNG' } }),
  fc.constant({ field: 'nonsense', is: '=', value: 1 }),
  made('tag', 3).map((tag) => ({ tag })),
  made('group', 3).map((group) => ({ group })),
  made('label', 3).map((label) => ({ label })),
  made('segment', 3).map((segment) => ({ segment })),
  made('segment', 3).map((segment) => ({ not: { all: [{ segment }, { segment }] } })),
  fc.constant({ field: 'optedOut', is: '=', value: true }),
  fc.constant({ expectedPurchases: { days: 90 }, is: '>=', value: 0.5 }),
  fc.constant({ field: 'lastActivity', is: 'in', value: { last: { days: 30 } } }),
  fc.constant({ field: 'loyalty', is: '=', value: 'slipping' }),
  made('segment', 3).map((segment) => ({ segment, for: { days: 10 } })),
)

/** Mostly none, since a range beside it is refused. */
const rule = fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, predicate)

const shown = {
  columns: fc.constantFrom(null, ['name', 'ltv'], ['chat', 'groups', 'standing'], []),
  sort: fc.constantFrom(null, 'name', 'totalSpent', 'balance'),
  direction: fc.constantFrom(null, 'ascending', 'descending'),
}

const declaration = fc.constantFrom(
  { name: 'roast', type: 'choice', choices: ['light', 'dark'] },
  { name: 'cups', type: 'number' },
  { name: 'cups', type: 'text' },
)

const categories = anyOf(['Member', 'Retail', 'Grosir', 'Corporate'])

export const setCommands: readonly Weighted[] = [
  [3, calls('groups.create', named)],
  [1, calls('groups.rename', set('group'), anyOf(setNames))],
  [1, calls('groups.delete', set('group'))],
  [4, calls('groups.add', set('group'), someCustomers)],
  [2, calls('groups.remove', set('group'), someCustomers)],
  [
    3,
    calls(
      'tags.create',
      fields({ name: anyOf(setNames), where: rule, ...range, ifNotExists }, 'name'),
    ),
  ],
  [3, calls('tags.edit', set('tag'), fields({ where: rule, ...range }))],
  [1, calls('tags.delete', set('tag'))],
  [4, calls('tags.assign', set('tag'), aCustomer)],
  [3, calls('tags.unassign', set('tag'), aCustomer)],
  [1, calls('categories.create', named)],
  [1, calls('categories.rename', categories, anyOf(['Grosir', 'Member', 'Anggota']))],
  [1, calls('categories.delete', categories)],
  [
    2,
    calls(
      'segments.create',
      fields(
        { name: anyOf(setNames), where: predicate, tracked: fc.boolean(), ifNotExists },
        'name',
        'where',
      ),
    ),
  ],
  [1, calls('segments.edit', set('segment'), fields({ where: predicate, tracked: fc.boolean() }))],
  [1, calls('segments.delete', set('segment'))],
  [
    1,
    calls(
      'views.create',
      fields({ name: anyOf(setNames), where: predicate, ...shown, ifNotExists }, 'name'),
    ),
  ],
  [1, calls('views.edit', anyOf(setNames), fields({ where: predicate, ...shown }))],
  [1, calls('views.delete', anyOf(setNames))],
  [1, calls('attributes.declare', declaration)],
]
