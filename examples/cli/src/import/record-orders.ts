import { isLanggananError, type RecordedBatch, type Shop } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import type { ColumnKey } from './columns.ts'
import { paidSince } from './paid-since.ts'
import { asCliError, refusedOrder } from './refused-order.ts'
import type { Problem } from './staged-line.ts'
import type { StagedOrder } from './staged-order.ts'

/** What was newly written; what was there before with the same content is `unchanged`. */
export interface Recorded {
  readonly orders: number
  readonly creditNotes: number
  readonly lines: number
  readonly customers: number
  readonly unchanged: number
  /** Orders of before that were paid since; they are among the unchanged. */
  readonly payments: number
  /** Orders of before for which the file has another method of payment; it stays. */
  readonly paidOtherwise: number
}

/** What to do about orders that the shop refuses, and who hears of them. */
export interface Recording {
  /** Leaves them out, instead of ending. */
  readonly skipInvalid: boolean
  /** Whether the file says what was paid. Where it does not, only new orders are paid. */
  readonly saysPaid: boolean
  /** The column of the file that holds this. */
  readonly columnOf: (key: ColumnKey) => string
  readonly refused: (problem: Problem) => void
  readonly done: (orders: number) => void
}

/** Orders in one transaction: enough to share its cost, few enough to hold in memory. */
const mostOrders = 1_000
const mostLinesAtOnce = 5_000

/** Records orders in batches, each all or nothing. */
export async function recordOrders(
  shop: Shop,
  orders: Iterable<StagedOrder>,
  recording: Recording,
): Promise<Recorded & { readonly refused: number }> {
  const sum = {
    orders: 0,
    creditNotes: 0,
    lines: 0,
    customers: 0,
    unchanged: 0,
    payments: 0,
    paidOtherwise: 0,
    refused: 0,
  }
  let done = 0

  async function record(batch: readonly StagedOrder[]): Promise<void> {
    const before = recording.skipInvalid ? undefined : done
    const { recorded, payments, paidOtherwise } = await recordBatch(shop, batch, recording, before)
    sum.payments += payments
    sum.paidOtherwise += paidOtherwise
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
        field: field ?? recording.columnOf('order'),
        cell: null,
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

interface BatchDone {
  readonly recorded: RecordedBatch
  readonly payments: number
  readonly paidOtherwise: number
}

/** @param before orders that stay recorded where the import ends here */
async function recordBatch(
  shop: Shop,
  batch: readonly StagedOrder[],
  { columnOf, saysPaid }: Pick<Recording, 'columnOf' | 'saysPaid'>,
  before: number | undefined,
): Promise<BatchDone> {
  const inputs = batch.map(({ input }) => input)
  try {
    const recorded = await shop.transactions.recordMany(inputs)
    return { recorded, payments: 0, paidOtherwise: 0 }
  } catch (error) {
    if (!isLanggananError(error, 'IDEMPOTENCY_CONFLICT'))
      throw await named(error, shop, batch, columnOf, before)
  }
  try {
    return await recordPaidSince(shop, batch, saysPaid)
  } catch (error) {
    throw await named(error, shop, batch, columnOf, before)
  }
}

/** Records a batch some of whose orders were recorded before, and may have been paid since. */
async function recordPaidSince(
  { transactions }: Shop,
  batch: readonly StagedOrder[],
  saysPaid: boolean,
): Promise<BatchDone> {
  const inputs = []
  const payments = []
  let paidOtherwise = 0
  for (const { input } of batch) {
    const since = await paidSince(transactions, input, saysPaid)
    inputs.push(since?.recorded ?? input)
    if (since?.payment !== undefined) payments.push(since.payment)
    if (since?.isPaidOtherwise === true) paidOtherwise += 1
  }
  const recorded = await transactions.recordMany(inputs)
  await transactions.payMany(payments)
  return { recorded, payments: payments.length, paidOtherwise }
}

/** The same error, said of the order and the row that it is about. */
async function named(
  error: unknown,
  shop: Shop,
  batch: readonly StagedOrder[],
  columnOf: (key: ColumnKey) => string,
  before: number | undefined,
): Promise<unknown> {
  if (!isLanggananError(error)) return error
  const [, index] = /^\[(\d+)\]/.exec(error.field ?? '') ?? []
  const order = index === undefined && batch.length > 1 ? undefined : batch[Number(index ?? 0)]
  if (order === undefined) return error
  const { message, field } = await refusedOrder(shop, error, order, columnOf)
  return asCliError(error, {
    message: before === undefined ? message : `${message} ${endedBefore(before)}`,
    field,
  })
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
