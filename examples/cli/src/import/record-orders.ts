import {
  isLanggananError,
  type LanggananError,
  type RecordedBatch,
  type Shop,
} from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import type { StagedOrder } from './staged-order.ts'

/** What was newly written; what was there before with the same content is `unchanged`. */
export interface Recorded {
  readonly orders: number
  readonly creditNotes: number
  readonly lines: number
  readonly customers: number
  readonly unchanged: number
}

/** Orders in one transaction: enough to share its cost, few enough to hold in memory. */
const mostOrders = 1_000
const mostLinesAtOnce = 20_000

/** Records orders in batches, each all or nothing. */
export async function recordOrders(
  { transactions }: Shop,
  orders: Iterable<StagedOrder>,
  onProgress: (done: number) => void,
): Promise<Recorded> {
  const sum = { orders: 0, creditNotes: 0, lines: 0, customers: 0, unchanged: 0 }
  let done = 0
  for (const batch of batches(orders)) {
    const recorded = await recordBatch(transactions, batch, done)
    sum.customers += recorded.customersAdded
    sum.unchanged += recorded.unchanged
    for (const [i, { isNew }] of recorded.transactions.entries()) {
      const order = batch[i]
      if (!isNew || order === undefined) continue
      sum[order.input.kind === 'creditNote' ? 'creditNotes' : 'orders'] += 1
      sum.lines += order.lines
    }
    done += batch.length
    onProgress(done)
  }
  return sum
}

async function recordBatch(
  transactions: Shop['transactions'],
  batch: readonly StagedOrder[],
  before: number,
): Promise<RecordedBatch> {
  try {
    return await transactions.recordMany(batch.map(({ input }) => input))
  } catch (error) {
    throw isLanggananError(error) ? named(error, batch, before) : error
  }
}

/** The same error with the order that it is about. */
function named(error: LanggananError, batch: readonly StagedOrder[], before: number): Error {
  const [, index, field] = /^\[(\d+)\](?:\.(.*))?/.exec(error.field ?? '') ?? []
  const order = index === undefined && batch.length > 1 ? undefined : batch[Number(index ?? 0)]
  if (order === undefined) return error
  const { orderId } = order.input
  const rest = before === 0 ? 'Nothing was recorded' : `The ${before} orders before it are recorded`
  const message =
    error.code === 'IDEMPOTENCY_CONFLICT'
      ? `Order ${orderId} was recorded before with other content. ${rest}; take it out of the file, or correct it, and import again.`
      : `Order ${orderId}: ${error.message}`
  return new CliError(error.code, message, field ?? error.field, error)
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
