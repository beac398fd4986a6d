import { decoded } from '../csv/decode.ts'
import { type RowListener, readRows } from '../csv/read-rows.ts'
import { withoutSeparatorLine } from '../csv/separator-line.ts'
import { openSource } from '../csv/source.ts'
import { CliError } from '../errors/cli-error.ts'
import { localClock } from '../input/local-clock.ts'
import { isoTime, rememberingLast, timeInFormat } from '../input/time-text.ts'
import type { Session } from '../session/session.ts'
import { Columns } from './columns.ts'
import { contactReader } from './contact-reader.ts'
import type { ImportOptions } from './import-options.ts'
import { buyerNamed, isUnnamed, type LineReading, readLine } from './line-reader.ts'
import { DateLook } from './look-at-dates.ts'
import { NumberLook } from './look-at-numbers.ts'
import type { NumberStyle } from './number-style.ts'
import type { ImportProgress } from './progress.ts'
import type { Staging } from './staging.ts'
import { stateReader } from './status.ts'
import { refuseUnreadMoney } from './unread-money.ts'

/** A file that was read: where its columns stand, and what to try where its dates look like others. */
export interface ReadFile {
  readonly columns: Columns
  /** What its header shows to stand between cells, where that was taken. */
  readonly shownDelimiter: string | undefined
  readonly hint: string | undefined
}

/** Reads a file into the staging, lines and what is wrong with others. */
export async function readIntoStaging(
  { shop }: Session,
  path: string,
  options: ImportOptions,
  staging: Staging,
  progress: ImportProgress,
): Promise<ReadFile> {
  const { columns, style } = await lookAt(path, options)
  const clock = localClock(shop.timeZone)
  const { dateFormat } = options
  const readTime = rememberingLast(
    dateFormat === undefined ? isoTime(clock) : timeInFormat(dateFormat, clock),
  )
  const datesSeen = new DateLook(clock)
  const reading: LineReading = {
    columns,
    currency: shop.currency,
    dates: options,
    style,
    readTime,
    readContact: contactReader(),
    readState: stateReader(options.statusWord),
    datesSeen,
  }

  const { shownDelimiter, linesBefore } = await readAll(path, options, progress, {
    header: () => undefined,
    row(cells, row) {
      const unnamed = isUnnamed(reading, cells)
      try {
        const read = readLine(reading, cells, row)
        if ('line' in read) {
          staging.add(read.line, unnamed ? undefined : read.customer)
          return
        }
        if ('cancelled' in read) staging.addCancelled(row, read.cancelled)
        else {
          staging.addRejected(row, orderOf(columns, cells), read.rejected, unnamed)
          staging.addOrderMoney(orderOf(columns, cells), read.money)
        }
      } catch (error) {
        if (!(error instanceof CliError && error.field !== undefined)) throw error
        const { code, message, field } = error
        const order = orderOf(columns, cells)
        const cell = columns.shownCell(cells, field)
        staging.addProblem({ row, order, code, message, field, cell }, unnamed)
      }
      if (!unnamed) staging.addBuyer(orderOf(columns, cells), buyerNamed(reading, cells))
    },
  })
  const counted = linesBefore === 0 ? undefined : 'Rows are counted from the line sep= as row 1.'
  const hints = [datesSeen.hint, counted].filter((hint) => hint !== undefined)
  return { columns, shownDelimiter, hint: hints.length === 0 ? undefined : hints.join(' ') }
}

/** The columns of a file, and how it writes numbers; most often its first rows tell. */
async function lookAt(
  path: string,
  options: ImportOptions,
): Promise<{ readonly columns: Columns; readonly style: NumberStyle }> {
  const look = new NumberLook(options.decimalMark)
  let columns: Columns | undefined
  await readAll(path, options, undefined, {
    header(header) {
      columns = new Columns(header, options, options.ignore)
      refuseUnreadMoney(columns)
    },
    row(cells) {
      if (columns !== undefined) look.take(columns, cells)
    },
    isEnough: () => look.isEnough,
  })
  return { columns: columns ?? new Columns([], options), style: look.style }
}

async function readAll(
  path: string,
  { delimiter, encoding }: ImportOptions,
  progress: ImportProgress | undefined,
  listener: RowListener,
): Promise<{ readonly shownDelimiter: string | undefined; readonly linesBefore: number }> {
  const source = await openSource(path)
  const {
    texts,
    delimiter: said,
    shown,
    linesBefore,
  } = await withoutSeparatorLine(
    decoded(
      source.chunks((bytes) => progress?.read(bytes, source.size)),
      encoding,
    ),
  )
  const stated = delimiter === 'tab' ? '\t' : (delimiter ?? said)
  await readRows(texts, { delimiter: stated ?? shown ?? ',', linesBefore }, listener)
  return { shownDelimiter: stated === undefined ? shown : undefined, linesBefore }
}

/** The order of a row that is wrong; none where that is what is wrong. */
function orderOf(columns: Columns, cells: readonly string[]): string | null {
  const order = columns.text(cells, 'order')
  return order === '' || order.length > 200 ? null : order
}
