import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventRow } from '../../../domain/history/rows.ts'
import type { Storage } from '../../../ports/storage/storage.ts'
import type { SaleInput } from '../../../shop/input/transaction.ts'
import type { Command } from '../commands/command.ts'
import { interaction, newCustomer } from '../commands/customer-commands.ts'
import { partPayment } from '../commands/money-commands.ts'
import { opening } from '../commands/opening.ts'
import type { Outcome } from '../commands/outcome.ts'
import { scriptOn } from '../commands/script.ts'
import { creditNote, sale } from '../commands/transactions.ts'
import { testLaw } from '../world/holds.ts'
import { type KitShop, newShop, type OpenStorage, openStorage, shopIn } from '../world/open.ts'
import { type Dump, dumpRows, rowsOf } from '../world/rows.ts'
import { expectSameRows } from './same-rows.ts'

/** The methods that take many at once, beside those that take one. */
const batches: readonly Batch[] = [
  {
    many: 'transactions.recordMany',
    one: 'transactions.record',
    input: fc.oneof(sale, sale, creditNote),
  },
  { many: 'transactions.payMany', one: 'transactions.pay', input: partPayment },
  { many: 'customers.addMany', one: 'customers.add', input: newCustomer },
  { many: 'interactions.recordMany', one: 'interactions.record', input: interaction },
]

interface Batch {
  readonly many: string
  readonly one: string
  readonly input: fc.Arbitrary<object>
}

export function batchLaws(open: OpenStorage): void {
  describe('law 8, once: batches', () => {
    test('law 8: a batch recorded again changes nothing, alone or among others', async () => {
      const { shop, storage } = await newShop(open)
      const orders = Array.from({ length: 30 }, (_, i) => orderOf(i))
      const first = await shop.transactions.recordMany([...orders, orderOf(7)])
      expect(first).toMatchObject({ recorded: 30, unchanged: 1, customersAdded: 10 })
      const before = await dumpRows(storage, shop.id)
      const again = await shop.transactions.recordMany(orders)
      expect(again).toMatchObject({ recorded: 0, unchanged: 30, customersAdded: 0 })
      expect(again.transactions.map(({ id }) => id)).toEqual(
        first.transactions.slice(0, 30).map(({ id }) => id),
      )
      expectSameRows(await dumpRows(storage, shop.id), before)
      const among = await shop.transactions.recordMany([orderOf(29), orderOf(30)])
      expect(among).toMatchObject({ recorded: 1, unchanged: 1 })
      expect((await shop.reports.monitoring()).total).toBe(10)
    })

    test('regression: of several things wrong in a batch of interactions the first is said', async () => {
      const { shop, clock } = await newShop(open)
      const [kind, at] = ['chat', new Date(clock.now() + 1)] as const
      const wrong = { customer: { name: 'Sari', email: 'sari at example' }, kind } as const
      const ahead = { customer: { name: 'Budi', phone: '0857-1111-2222' }, kind, at } as const
      const both = { ...wrong, at }
      const refused = async (
        field: string,
        ...inputs: Parameters<typeof shop.interactions.recordMany>[0]
      ) => expect(shop.interactions.recordMany(inputs)).rejects.toMatchObject({ field })
      await refused('[0].at', ahead, wrong)
      await refused('[0].at', both)
      await refused('[0].customer.email', wrong, ahead)
    })

    for (const { many, one, input } of batches) {
      const inputs = fc.array(input, { minLength: 1, maxLength: 10, size: 'max' })
      testLaw(
        `law 8: ${many} equals ${one}, one by one`,
        inputs,
        { ordinary: 20, long: 2_000 },
        async () => {
          const storage = await openStorage(open)
          return async (drawn, number) => {
            await expectSameAsOneByOne(
              (what) => opened(storage, `${what}-${number}`),
              many,
              one,
              drawn,
            )
          }
        },
      )
    }
  })
}

async function expectSameAsOneByOne(
  shop: (what: string) => Promise<Opened>,
  many: string,
  one: string,
  inputs: readonly object[],
): Promise<void> {
  const batch = (given: readonly object[]): Command => ({ call: many, args: [given] })
  const outcomes = await oneByOne(await shop('scout'), one, inputs)

  const firstWrong = outcomes.findIndex(({ done }) => !done)
  if (firstWrong >= 0) {
    const wrong = await (await shop('wrong')).script.perform(batch(inputs))
    expectWrongAt(wrong, firstWrong, outcomes[firstWrong])
  }

  const good = inputs.filter((_, i) => outcomes[i]?.done)
  const [batched, single] = [await shop('batch'), await shop('single')]
  await oneByOne(single, one, good)
  expect(await batched.script.perform(batch(good))).toMatchObject({ done: true })
  expectSameRows(await comparable(batched), await comparable(single))
}

type Opened = KitShop & { readonly script: ReturnType<typeof scriptOn> }

async function opened(storage: Storage, id: string): Promise<Opened> {
  const kit = await shopIn(storage, { id })
  const script = scriptOn(kit)
  for (const command of opening) await script.perform(command)
  // An order of a batch is filled in before the one before it is recorded.
  script.forgetLater()
  return { ...kit, script }
}

async function oneByOne(
  { script }: Opened,
  call: string,
  inputs: readonly object[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const input of inputs) outcomes.push(await script.perform({ call, args: [input] }))
  return outcomes
}

/** Thirty orders of ten customers who are given on the spot. */
function orderOf(number: number): SaleInput {
  const customer = { name: 'Sari', phone: `0812-3456-78${10 + (number % 10)}` }
  const lines = [{ product: 'KOPI-250', quantity: 1, price: number }]
  return { customer, orderId: `INV-${number}`, lines, paid: true }
}

/** A batch fails as its first wrong input does, unless the shape of a later one is wrong already. */
function expectWrongAt(batch: Outcome, index: number, one: Outcome | undefined): void {
  expect(batch, `the batch, for input ${index} fails`).toMatchObject({ done: false })
  if (batch.done || one === undefined || one.done) return
  if (batch.field?.startsWith(`[${index}]`) !== true) return
  const field = one.field === undefined ? `[${index}]` : `[${index}].${one.field}`
  expect(batch).toEqual({ ...one, field })
}

/**
 * The rows with ids that follow from the log instead of chance. Rule tags are judged once for a
 * batch, so what came and went within it, and the deltas of counts, differ in steps, not in sum.
 */
async function comparable({ storage, shop }: KitShop): Promise<Dump> {
  const events = await rowsOf(storage, shop.id, 'events')
  const told = events.filter(({ type }) => !type.startsWith('tag.') || type === 'tag.created')
  const labels = labelsFrom(told)
  const dump = await dumpRows(storage, shop.id)
  const entries = await rowsOf(storage, shop.id, 'entries')
  for (const { id, kind, transactionId, paymentId } of entries) {
    labels.set(id, `${kind} of ${labels.get(paymentId ?? transactionId)}`)
  }
  const same: Record<string, readonly object[]> = {}
  for (const [table, rows] of Object.entries({ ...dump, events: told, countDeltas: [] })) {
    same[table] = rows.map((row) => relabelled(row, labels)).sort(byText)
  }
  return same
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every id by its place among those that the log names, in the order of the log. */
function labelsFrom(events: readonly EventRow[]): Map<string, string> {
  const labels = new Map<string, string>()
  for (const { customerId, data } of events) {
    for (const id of [customerId ?? '', ...(data.match(uuid) ?? [])]) {
      if (id !== '' && !labels.has(id)) labels.set(id, `id ${labels.size}`)
    }
  }
  return labels
}

function relabelled(row: object, labels: ReadonlyMap<string, string>): object {
  const cells = Object.entries(row).map(([column, cell]) => [
    column,
    labelled(column, cell, labels),
  ])
  return Object.fromEntries(cells)
}

function labelled(column: string, cell: unknown, labels: ReadonlyMap<string, string>): unknown {
  if (column === 'seq' || column === 'sampleKey') return 'any'
  if (typeof cell !== 'string') return cell
  return cell.replace(uuid, (id) => labels.get(id) ?? 'unnamed')
}

function byText(a: object, b: object): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
