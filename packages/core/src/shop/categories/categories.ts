import type { CategoryRow } from '../../domain/categories/rows.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { type NewNamedInput, nameGiven, newNamedInput, referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { memberCounts } from '../member-counts.ts'
import { freeName, named, thereAlready } from '../named.ts'
import type { Runner } from '../runner.ts'
import { scanAll } from '../scan-all.ts'
import { expectUnreferenced } from '../segments/referrers.ts'
import { byName } from '../sort-by-name.ts'

export interface Category {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  /** Customers in it. */
  readonly members: number
}

/** The kinds of customer that every shop begins with. */
export const startingCategories: readonly string[] = [
  'Retail',
  'Wholesale',
  'VIP',
  'Corporate',
  'Member',
]

/** Kinds of customer; each customer has one or none. Named by id or name. */
export interface Categories {
  /** @throws LanggananError `NAME_TAKEN` */
  create(input: NewNamedInput): Promise<Category>
  rename(category: string, name: string): Promise<Category>
  /**
   * @throws LanggananError `CATEGORY_IN_USE` while a customer has it, `STILL_REFERENCED` while a
   * segment, a rule or a view refers to it
   */
  delete(category: string): Promise<void>
  /** By name. */
  list(): Promise<readonly Category[]>
}

export function categoriesOf({ read, alone }: Runner): Categories {
  return {
    async create(input) {
      const given = checked(newNamedInput, input)
      return alone(async (unit) => {
        const known = await thereAlready(unit, 'categories', given, () => true)
        if (known !== undefined)
          return categoryOf(known, (await memberCounts(unit, 'category')).get(known.id) ?? 0)
        const row = {
          id: unit.stamp.newId(),
          ...(await freeName(unit, 'categories', given.name)),
          createdAt: unit.stamp.now,
        }
        const into = unit.draft()
        into.insert('categories', row)
        into.event('category.created', { category: row.id })
        await unit.write(into)
        return categoryOf(row, 0)
      })
    },
    async rename(category, name) {
      const [given, wanted] = [referenceGiven('category', category), nameGiven(name)]
      return alone(async (unit) => {
        const before = await named(unit, 'categories', given)
        const row = { ...before, ...(await freeName(unit, 'categories', wanted, before.id)) }
        if (row.name !== before.name) {
          const into = unit.draft()
          into.put('categories', row)
          into.event('category.renamed', { category: row.id })
          await unit.write(into)
        }
        return categoryOf(row, (await memberCounts(unit, 'category')).get(row.id) ?? 0)
      })
    },
    async delete(category) {
      const given = referenceGiven('category', category)
      return alone(async (unit) => {
        const row = await named(unit, 'categories', given)
        const members = (await memberCounts(unit, 'category')).get(row.id) ?? 0
        if (members > 0) {
          throw new LanggananError(
            'CATEGORY_IN_USE',
            `${members} customers have this category. Give them another one first.`,
            {
              field: 'category',
              details: { category: row.id, members },
            },
          )
        }
        await expectUnreferenced(unit, 'category', row.id)
        const into = unit.draft()
        into.remove('categories', [row.id])
        into.event('category.deleted', { category: row.id })
        await unit.write(into)
      })
    },
    list: () =>
      read(async (unit) => {
        const counts = await memberCounts(unit, 'category')
        const rows = await scanAll(unit.tx, 'categories')
        return rows.map((row) => categoryOf(row, counts.get(row.id) ?? 0)).sort(byName)
      }),
  }
}

function categoryOf({ id, name, createdAt }: CategoryRow, members: number): Category {
  return { id, name, createdAt: new Date(createdAt), members }
}
