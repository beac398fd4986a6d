import { z } from 'zod'
import { nearest, quoted } from '../../domain/segments/check/nearest.ts'
import type { CustomerSort, SortDirection } from '../../domain/views/rows.ts'
import { type CustomerColumnName, customerColumnNames } from '../customers/columns.ts'
import type { SegmentOrPredicate } from '../segments/predicate-for.ts'
import { customerSort, sortDirection } from './customer.ts'
import { type IfNotExists, ifNotExists } from './if-not-exists.ts'
import { list, text } from './values.ts'

export interface NewViewInput extends IfNotExists {
  readonly name: string
  /** Whom it shows: a predicate in JSON or in text form, or the id or name of a saved segment; without it, everybody. */
  readonly where?: SegmentOrPredicate | undefined
  /** What it shows of each, in this order; without it, whoever shows the list chooses. */
  readonly columns?: readonly CustomerColumnName[] | null | undefined
  /** By id where nothing is said. */
  readonly sort?: CustomerSort | null | undefined
  /** Each sort has its own usual one. */
  readonly direction?: SortDirection | null | undefined
}

/**
 * Absent is left as it is; null takes columns, sort or direction away. A new sort goes its usual way
 * where no direction is given with it.
 */
export interface ViewChangesInput extends Omit<NewViewInput, 'name' | 'ifNotExists'> {
  readonly name?: string | undefined
}

/** What is given of a view; predicates are checked when the catalogue is known. */
export interface GivenViewChanges extends Omit<ViewChangesInput, 'where'> {
  readonly where?: unknown
}

export interface GivenView extends GivenViewChanges, IfNotExists {
  readonly name: string
}

const names = customerColumnNames.join(', ')

const columnName = z.enum(customerColumnNames, {
  error: ({ input }) => {
    const meant = typeof input === 'string' ? nearest(input, customerColumnNames) : undefined
    const perhaps = meant === undefined ? '' : `, perhaps ${quoted(meant)}`
    return `Expected a column${perhaps}: one of ${names}`
  },
})

const columns = list(columnName, customerColumnNames.length).check((checking) => {
  const given = checking.value
  const twice = given.findIndex((name, i) => given.indexOf(name) < i)
  const wrong =
    given.length === 0
      ? { message: 'Expected at least one column, or null for none in particular' }
      : twice === -1
        ? undefined
        : { message: 'Expected each column once', path: [twice] }
  if (wrong !== undefined) checking.issues.push({ code: 'custom', input: given, ...wrong })
})

const definition = {
  where: z.unknown().optional(),
  columns: columns.nullish(),
  sort: customerSort.nullish(),
  direction: sortDirection.nullish(),
}

export const newViewInput: z.ZodType<GivenView> = z.strictObject({
  name: text(200),
  ...definition,
  ifNotExists,
})

export const viewChangesInput: z.ZodType<GivenViewChanges> = z.strictObject({
  name: text(200).optional(),
  ...definition,
})
