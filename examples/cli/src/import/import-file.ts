import type { Session } from '../session/session.ts'
import type { ImportOptions } from './import-options.ts'
import { type ImportProgress, noProgress } from './progress.ts'
import { readIntoStaging } from './read-into-staging.ts'
import { type Recorded, recordOrders } from './record-orders.ts'
import { refusal } from './refusal.ts'
import type { Problem, Rejection } from './staged-line.ts'
import { Staging } from './staging.ts'

/** What an import came to. */
export interface Imported extends Recorded {
  readonly rejected: Readonly<Record<Rejection, number>>
  /** Orders and single rows that were left out because something in them is wrong. */
  readonly leftOut: number
}

/** Who hears what happens during an import. */
export interface ImportListener {
  readonly progress?: ImportProgress
  /** Each row that is wrong, where orders with such rows are left out. */
  readonly leftOut?: (problem: Problem) => void
}

/**
 * Imports a file of order lines. All of it is read and checked before the first order is recorded, and
 * refused if a row is wrong; with `skipInvalid` only the orders with such rows are left out. Orders are
 * recorded in batches, and an import that was interrupted is simply run again.
 */
export async function importFile(
  session: Session,
  path: string,
  options: ImportOptions,
  { progress = noProgress, leftOut = () => undefined }: ImportListener = {},
): Promise<Imported> {
  const staging = new Staging()
  try {
    const { rejected, columns } = await readIntoStaging(session, path, options, staging, progress)
    staging.complete(session.now(), (key) =>
      columns.nameOf(key === 'customer' && !columns.has(key) ? 'phone' : key),
    )
    const { problemCount, orderCount } = staging
    if (problemCount > 0 && options.skipInvalid !== true) throw refusal(staging)
    for (const problem of staging.problems()) leftOut(problem)
    const { refused, ...recorded } = await recordOrders(session.shop, staging.orders(), {
      skipInvalid: options.skipInvalid === true,
      column: columns.nameOf('order'),
      refused: leftOut,
      done: (orders) => progress.recorded(orders, orderCount),
    })
    // Also where nothing is new: an earlier run may have ended before it came to this.
    await session.shop.value.refreshRhythm()
    return { ...recorded, rejected, leftOut: staging.leftOutCount + refused }
  } finally {
    progress.stop()
    staging.close()
  }
}
