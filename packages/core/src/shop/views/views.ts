import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import {
  type NewViewInput,
  newViewInput,
  type ViewChangesInput,
  viewChangesInput,
} from '../input/view.ts'
import { named } from '../named.ts'
import type { Runner } from '../runner.ts'
import { scanAll } from '../scan-all.ts'
import { byName } from '../sort-by-name.ts'
import { createView, deleteView, editView } from './define.ts'
import { type View, viewOf } from './view.ts'

/** Saved lists of customers, shown by `customers.list({ view })`. Named by id or name. */
export interface Views {
  /**
   * @throws LanggananError `PREDICATE_INVALID` with the place and what was expected;
   * `PREDICATE_MATCHES_NOBODY` where it is certain that it can never show anybody; `NAME_TAKEN`
   */
  create(input: NewViewInput): Promise<View>
  /** @throws LanggananError as {@link Views.create} */
  edit(view: string, changes: ViewChangesInput): Promise<View>
  delete(view: string): Promise<void>
  get(view: string): Promise<View>
  /** By name. */
  list(): Promise<readonly View[]>
}

export function viewsOf({ read, alone }: Runner): Views {
  return {
    async create(input) {
      const given = checked(newViewInput, input)
      return alone((unit) => createView(unit, given))
    },
    async edit(view, input) {
      const given = referenceGiven('view', view)
      const changes = checked(viewChangesInput, input)
      return alone(async (unit) => editView(unit, await named(unit, 'views', given), changes))
    },
    async delete(view) {
      const given = referenceGiven('view', view)
      return alone(async (unit) => deleteView(unit, await named(unit, 'views', given)))
    },
    async get(view) {
      const given = referenceGiven('view', view)
      return read(async (unit) => viewOf(await named(unit, 'views', given)))
    },
    list: () => read(async (unit) => (await scanAll(unit.tx, 'views')).map(viewOf).sort(byName)),
  }
}
