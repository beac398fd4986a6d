import { decoded } from '../csv/decode.ts'
import { readRows } from '../csv/read-rows.ts'
import { rowError } from '../csv/row-error.ts'
import { openSource } from '../csv/source.ts'
import { localClock } from '../input/local-clock.ts'
import { isoTime, rememberingLast, timeInFormat } from '../input/time-text.ts'
import type { Session } from '../session/session.ts'
import { checkContacts } from './check-contacts.ts'
import { Columns } from './columns.ts'
import type { ImportOptions } from './import-options.ts'
import { type LineReading, readLine } from './line-reader.ts'
import { type ImportProgress, noProgress } from './progress.ts'
import { type Recorded, recordOrders } from './record-orders.ts'
import type { Rejection } from './staged-line.ts'
import { type LeftOut, Staging } from './staging.ts'

/** What an import came to. */
export interface Imported extends Recorded {
  readonly rejected: Readonly<Record<Rejection, number>>
  readonly leftOut: readonly LeftOut[]
}

/**
 * Imports a file of order lines. All of it is read and checked before the first order is recorded;
 * then orders are recorded in batches, and an import that was interrupted is simply run again.
 */
export async function importFile(
  session: Session,
  path: string,
  options: ImportOptions,
  progress: ImportProgress = noProgress,
): Promise<Imported> {
  const staging = new Staging()
  try {
    const rejected = await stage(session, path, options, staging, progress)
    const total = staging.complete()
    refuseFuture(session, staging, options)
    await checkContacts(session.shop, staging, options)
    const recorded = await recordOrders(session.shop, staging.orders(), (done) =>
      progress.recorded(done, total),
    )
    if (recorded.orders > 0) await session.shop.value.refreshRhythm()
    return { ...recorded, rejected, leftOut: staging.leftOut() }
  } finally {
    progress.stop()
    staging.close()
  }
}

async function stage(
  { shop }: Session,
  path: string,
  options: ImportOptions,
  staging: Staging,
  progress: ImportProgress,
): Promise<Record<Rejection, number>> {
  const { dateFormat, delimiter = ',', encoding } = options
  const clock = localClock(shop.timeZone)
  const readTime = rememberingLast(
    dateFormat === undefined ? isoTime(clock) : timeInFormat(dateFormat, clock),
  )
  const rejected = { noCustomer: 0, zeroQuantity: 0, noPrice: 0 }
  let reading: LineReading | undefined

  const source = await openSource(path)
  const texts = decoded(
    source.chunks((bytes) => progress.read(bytes, source.size)),
    encoding,
  )
  await readRows(
    texts,
    { delimiter: delimiter === 'tab' ? '\t' : delimiter },
    {
      header(header) {
        const columns = new Columns(header, options)
        reading = { columns, currency: shop.currency, form: options, readTime }
      },
      row(cells, number) {
        if (reading === undefined) return
        const read = readLine(reading, cells, number)
        if ('rejected' in read) rejected[read.rejected] += 1
        else staging.add(read.line, read.customer)
      },
    },
  )
  return rejected
}

function refuseFuture(session: Session, staging: Staging, { date }: ImportOptions): void {
  const row = staging.firstRowAfter(session.now())
  if (row === undefined) return
  throw rowError(
    row,
    'Expected a time that has passed. Check the order of day and month (--date-format), or --at',
    date,
    'TIME_IN_FUTURE',
  )
}
