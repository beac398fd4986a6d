import { z } from 'zod'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { CrossingCause, SegmentChangeRow } from '../../domain/kept/rows.ts'
import { period, today } from '../../domain/time/period.ts'
import { readCursor, writeCursor } from '../customers/cursor.ts'
import { instant, limit, reference, text } from '../input/values.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** A customer came to belong to a tracked segment, or ceased to. */
export interface SegmentChange {
  readonly customer: string
  readonly change: 'entered' | 'left'
  /** When it became so. */
  readonly at: Date
  /** When it was noticed: a change by time alone, at the tick or the write after it. */
  readonly recordedAt: Date
  readonly cause: CrossingCause
}

export interface SegmentHistoryPage {
  /** Oldest first. */
  readonly rows: readonly SegmentChange[]
  /** Pass it as `after` to go on; null at the end. */
  readonly next: string | null
}

export interface SegmentHistoryInput {
  /** Only what concerns this customer. */
  readonly customer?: string | undefined
  readonly after?: string | undefined
  /** 1 to 1,000; 50 without it. */
  readonly limit?: number | undefined
}

export const segmentHistoryInput: z.ZodType<SegmentHistoryInput> = z.strictObject({
  customer: reference.optional(),
  after: text(2_000).optional(),
  limit,
})

const cursorName = 'segmentHistory'

/** A page of what was recorded of a segment, in the order of time. */
export async function historyOf(
  unit: UnitOfWork,
  segment: string,
  { customer, after, limit: most = 50 }: SegmentHistoryInput,
): Promise<SegmentHistoryPage> {
  const from = after === undefined ? null : cursorAt(after)
  const found =
    customer === undefined
      ? await changesBehind(unit, segment, from, most + 1)
      : await changesOfCustomer(unit, segment, customer, from)
  const rows = found.slice(0, most)
  const last = rows.at(-1)
  return {
    rows: rows.map(segmentChange),
    next:
      last === undefined || found.length <= most
        ? null
        : writeCursor(cursorName, { id: last.id, value: last.occurredAt }),
  }
}

interface Place {
  readonly occurredAt: number
  readonly id: string
}

function cursorAt(after: string): Place {
  const { id, value } = readCursor(cursorName, after)
  return { occurredAt: Number(value), id }
}

const beginning: Place = { occurredAt: Number.MIN_SAFE_INTEGER, id: '' }

/** The keys begin with the segment, so its rows lie together. */
async function changesBehind(
  { tx }: UnitOfWork,
  segment: string,
  place: Place | null,
  most: number,
): Promise<readonly SegmentChangeRow[]> {
  const { occurredAt, id } = place ?? beginning
  const rows = await tx.scan('segmentChanges', [segment, occurredAt, id], most)
  return rows.filter(({ segmentId }) => segmentId === segment)
}

async function changesOfCustomer(
  { tx }: UnitOfWork,
  segment: string,
  customer: string,
  place: Place | null,
): Promise<readonly SegmentChangeRow[]> {
  const rows = await tx.find('segmentChanges', 'byCustomer', [[customer, segment]])
  const inOrder = [...rows].sort((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1))
  return place === null ? inOrder : inOrder.filter((row) => isBehind(row, place))
}

function isBehind(row: SegmentChangeRow, { occurredAt, id }: Place): boolean {
  return row.occurredAt > occurredAt || (row.occurredAt === occurredAt && row.id > id)
}

function segmentChange(row: SegmentChangeRow): SegmentChange {
  return {
    customer: row.customerId,
    change: row.entered === 1 ? 'entered' : 'left',
    at: new Date(row.occurredAt),
    recordedAt: new Date(row.recordedAt),
    cause: row.cause,
  }
}

/** How many members a tracked segment had at an instant. */
export interface SegmentSize {
  readonly at: Date
  readonly members: number
}

export interface SegmentSizesInput {
  readonly from: Date
  /** Now, where nothing is said. */
  readonly to?: Date | undefined
  /** `day` where nothing is said. Weeks begin on Monday; all in the shop's time zone. */
  readonly every?: 'day' | 'week' | 'month' | undefined
}

export const segmentSizesInput: z.ZodType<SegmentSizesInput> = z.strictObject({
  from: instant,
  to: instant.optional(),
  every: z.enum(['day', 'week', 'month'], 'Expected "day", "week" or "month"').optional(),
})

const mostSizes = 1_000

/** The size at the end of every day, week or month from one instant to another, and at the latter; of those since tracking began. */
export async function sizesOf(
  unit: UnitOfWork,
  segment: string,
  { from, to, every = 'day' }: SegmentSizesInput,
): Promise<readonly SegmentSize[]> {
  const last = to?.getTime() ?? unit.stamp.now
  const [first] = await changesBehind(unit, segment, null, 1)
  if (first === undefined) return []
  const begin = Math.max(from.getTime(), first.occurredAt)
  const ends = endsBetween(begin, last, every, unit.shop.timeZone)
  const stretches = ends.map((end, i) => ({
    from: ends[i - 1] ?? Number.MIN_SAFE_INTEGER,
    to: end,
  }))
  const grown = await unit.tx.report('segmentGrowth', { segmentId: segment, stretches })
  let members = 0
  return ends.map((at, i) => {
    members += grown[i] ?? 0
    return { at: new Date(at), members }
  })
}

/** @throws LanggananError `INVALID_INPUT` for more than 1,000 */
function endsBetween(
  from: number,
  to: number,
  every: 'day' | 'week' | 'month',
  timeZone: string,
): readonly number[] {
  const ends: number[] = []
  let next = from
  while (next < to) {
    const { to: end } =
      every === 'day' ? today(next, timeZone) : period('this', every, next, timeZone)
    ends.push(Math.min(end, to))
    if (ends.length > mostSizes) {
      throw new LanggananError(
        'INVALID_INPUT',
        'More than 1,000 sizes were asked for. Begin later, or ask for weeks or months.',
        { field: 'from' },
      )
    }
    next = end
  }
  return ends
}

const pageSize = 1_000

/** The history goes with its segment. */
export async function forgetHistory(unit: UnitOfWork, segment: string): Promise<void> {
  for (;;) {
    const rows = await changesBehind(unit, segment, null, pageSize)
    if (rows.length === 0) return
    const into = unit.draft()
    for (const { occurredAt, id } of rows) into.remove('segmentChanges', [segment, occurredAt, id])
    await unit.apply(into)
  }
}
