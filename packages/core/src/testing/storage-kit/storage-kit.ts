import { describe } from 'vitest'
import { segmentLaws } from '../laws/segment-laws.ts'
import type { OpenStorage } from '../shop-kit/world/open.ts'
import { allOrNothing } from './laws/all-or-nothing.ts'
import { answersReports } from './laws/answers-reports.ts'
import { judgesEdges } from './laws/judges-edges.ts'
import { keepsRows } from './laws/keeps-rows.ts'
import { namesItsShop } from './laws/names-its-shop.ts'
import { numbersRows } from './laws/numbers-rows.ts'
import { sideBySide } from './laws/side-by-side.ts'
import { sortsMembers } from './laws/sorts-members.ts'

export interface StorageKitOptions {
  /** The storage's name, for the names of the tests. */
  readonly name: string
  /** Opens a new, empty storage; the kit closes it. */
  readonly open: OpenStorage
  /**
   * How many predicates law 1 tries in an ordinary run: 2,000 where nothing is said. From 20,000 on
   * the run also fails if a criterion or a trap came up less than 100 times.
   */
  readonly predicates?: number | undefined
  /**
   * Whether a read sees one instant, as it has to, and does where nothing is said. Inside a host's
   * transaction it may not: there each statement may see what was committed before it.
   */
  readonly readsOneInstant?: boolean
}

/** Registers the tests that every storage passes, whatever it keeps its rows in. */
export function storageKit({
  name,
  open,
  predicates,
  readsOneInstant = true,
}: StorageKitOptions): void {
  describe(`storage kit on ${name}`, () => {
    keepsRows(open)
    numbersRows(open)
    allOrNothing(open)
    sideBySide(open, readsOneInstant)
    namesItsShop(open)
    sortsMembers(open)
    judgesEdges(open)
    answersReports(open)
    segmentLaws(open, predicates)
  })
}
