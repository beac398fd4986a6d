import type { Session } from '../session/session.ts'
import type { ImportOptions } from './import-options.ts'
import { notesOn } from './notes.ts'
import { notesOnBefore } from './notes-on-before.ts'
import { type ImportProgress, noProgress } from './progress.ts'
import { readIntoStaging } from './read-into-staging.ts'
import { type Recorded, recordOrders } from './record-orders.ts'
import { mostNamed, refusal } from './refusal.ts'
import type { Problem, Rejection } from './staged-line.ts'
import { Staging } from './staging.ts'
import { takeNames } from './take-names.ts'

/** Rows that are left out for one reason. */
export interface RejectedRows {
  readonly count: number
  /** The first of them. */
  readonly rows: readonly number[]
}

/** What an import came to. */
export interface Imported extends Recorded {
  readonly rejected: Readonly<Record<Rejection, RejectedRows>>
  /** What people should know of columns that were not named. */
  readonly notes: readonly string[]
  /** Orders and single rows that were left out because something in them is wrong. */
  readonly leftOut: number
  /** Orders that were left out because they were cancelled; undefined where no column says that. */
  readonly cancelled: number | undefined
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
  const staging = new Staging(options.defaultMethod)
  try {
    const { columns, hint, shownDelimiter } = await readIntoStaging(
      session,
      path,
      options,
      staging,
      progress,
    )
    staging.complete(session.now(), (key) =>
      columns.nameOf(key === 'customer' && !columns.has(key) ? 'phone' : key),
    )
    const { problemCount, orderCount } = staging
    if (problemCount > 0 && options.skipInvalid !== true) throw refusal(staging, hint)
    for (const problem of staging.problems()) leftOut(problem)
    const { refused, ...recorded } = await recordOrders(session.shop, staging.orders(), {
      skipInvalid: options.skipInvalid === true,
      saysPaid: columns.has('paid') || columns.has('status'),
      columnOf: (key) => columns.nameOf(key),
      refused: leftOut,
      done: (orders) => progress.recorded(orders, orderCount),
    })
    if (columns.has('name')) await takeNames(session.shop, staging)
    // Also where nothing is new: an earlier run may have ended before it came to this.
    await session.shop.value.refreshRhythm()
    const rejected = {
      noCustomer: staging.rejectedRows('noCustomer', mostNamed),
      zeroQuantity: staging.rejectedRows('zeroQuantity', mostNamed),
      noPrice: staging.rejectedRows('noPrice', mostNamed),
    }
    const hasRows =
      orderCount + problemCount + staging.cancelledCount > 0 ||
      Object.values(rejected).some(({ count }) => count > 0)
    return {
      ...recorded,
      rejected,
      notes: [
        ...(hasRows ? [] : ['The file has a header and no rows beneath it: nothing was imported.']),
        ...(shownDelimiter === undefined
          ? []
          : [`Cells are separated by "${shownDelimiter}", as the header shows.`]),
        ...notesOn(columns, {
          orders: recorded.orders > 0,
          customers: recorded.customers > 0,
        }),
        ...(await notesOnBefore(session.shop, staging.cancelled(), recorded.paidOtherwise)),
      ],
      leftOut: staging.leftOutCount + refused,
      cancelled: columns.has('status') ? staging.cancelledCount : undefined,
    }
  } finally {
    progress.stop()
    staging.close()
  }
}
