import {
  isLanggananError,
  type LanggananError,
  type RecordedBatch,
  type Shop,
} from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import type { Problem } from './staged-line.ts'
import type { StagedOrder } from './staged-order.ts'

/** What was newly written; what was there before with the same content is `unchanged`. */
export interface Recorded {
  readonly orders: number
  readonly creditNotes: number
  readonly lines: number
  readonly customers: number
  readonly unchanged: number
}

/** What to do about orders that the shop refuses, and who hears of them. */
export interface Recording {
  /** Leaves them out, instead of ending. */
  readonly skipInvalid: boolean
  /** The column of the orders' numbers. */
  readonly column: string
  readonly refused: (problem: Problem) => void
  readonly done: (orders: number) => void
}

/** Orders in one transaction: enough to share its cost, few enough to hold in memory. */
const mostOrders = 100
const mostLinesAtOnce = 1_000

/** Records orders in batches, each all or nothing. */
export async function recordOrders(
  { transactions }: Shop,
  orders: Iterable<StagedOrder>,
  recording: Recording,
): Promise<Recorded & { readonly refused: number }> {
  const sum = { orders: 0, creditNotes: 0, lines: 0, customers: 0, unchanged: 0, refused: 0 }
  let done = 0

  async function record(batch: readonly StagedOrder[]): Promise<void> {
    const recorded = await recordBatch(
      transactions,
      batch,
      recording.skipInvalid ? undefined : done,
    )
    sum.customers += recorded.customersAdded
    sum.unchanged += recorded.unchanged
    for (const [i, { isNew }] of recorded.transactions.entries()) {
      const order = batch[i]
      if (!isNew || order === undefined) continue
      sum[order.input.kind === 'creditNote' ? 'creditNotes' : 'orders'] += 1
      sum.lines += order.lines
    }
  }

  async function recordOrSkip(order: StagedOrder): Promise<void> {
    try {
      await record([order])
    } catch (error) {
      if (!isAboutOrder(error)) throw error
      const { code, message, field } = error
      sum.refused += 1
      const { input, row } = order
      recording.refused({
        row,
        order: input.orderId,
        code,
        message,
        field: field ?? recording.column,
      })
    }
  }

  for (const batch of batches(orders)) {
    try {
      await record(batch)
    } catch (error) {
      if (!recording.skipInvalid || !isAboutOrder(error)) throw error
      // Nothing of the batch was written, and one order may not be the only one that is refused.
      for (const order of batch) await recordOrSkip(order)
    }
    done += batch.length
    recording.done(done)
  }
  return sum
}

/** Whether the shop refused what it was given, and did not fail. */
function isAboutOrder(error: unknown): error is CliError {
  return error instanceof CliError && !error.code.startsWith('STORAGE_')
}

async function recordBatch(
  transactions: Shop['transactions'],
  batch: readonly StagedOrder[],
  before: number | undefined,
): Promise<RecordedBatch> {
  try {
    return await transactions.recordMany(batch.map(({ input }) => input))
  } catch (error) {
    throw isLanggananError(error) ? named(error, batch, before) : error
  }
}

/**
 * The same error with the order that it is about.
 *
 * @param before orders that stay recorded where the import ends here
 */
function named(
  error: LanggananError,
  batch: readonly StagedOrder[],
  before: number | undefined,
): Error {
  const [, index, field] = /^\[(\d+)\](?:\.(.*))?/.exec(error.field ?? '') ?? []
  const order = index === undefined && batch.length > 1 ? undefined : batch[Number(index ?? 0)]
  if (order === undefined) return error
  const { orderId } = order.input
  const problem =
    error.code === 'IDEMPOTENCY_CONFLICT'
      ? `Order ${orderId} was recorded before with other content.`
      : `Order ${orderId}: ${error.message}`
  const message = before === undefined ? problem : `${problem} ${endedBefore(before)}`
  return new CliError(error.code, message, field ?? error.field, error)
}

function endedBefore(orders: number): string {
  const recorded =
    orders === 0 ? 'Nothing was recorded' : `${orders.toLocaleString('en-US')} orders are recorded`
  return `${recorded}. Take it out of the file or correct it and import again, or leave such orders out with --skip-invalid.`
}

function* batches(orders: Iterable<StagedOrder>): Generator<StagedOrder[]> {
  let batch: StagedOrder[] = []
  let lines = 0
  for (const order of orders) {
    batch.push(order)
    lines += order.lines
    if (batch.length < mostOrders && lines < mostLinesAtOnce) continue
    yield batch
    batch = []
    lines = 0
  }
  if (batch.length > 0) yield batch
}
