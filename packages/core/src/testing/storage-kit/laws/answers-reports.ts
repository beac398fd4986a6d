import { describe, expect, test } from 'vitest'
import type { Rows } from '../../../domain/change/rows.ts'
import { compareCodePoints } from '../../../domain/text/code-point-order.ts'
import type { Reports } from '../../../ports/storage/reports.ts'
import type { StorageTransaction } from '../../../ports/storage/storage.ts'
import { holds } from '../../shop-kit/world/holds.ts'
import { type OpenStorage, openStorage } from '../../shop-kit/world/open.ts'
import { arbitraryBooks, type Books, people } from '../rows/arbitrary-books.ts'
import { changesOf } from '../rows/changes-of.ts'
import { agreeOnLabels } from './label-reports.ts'

const runs = { ordinary: 60, long: 2_000 }

/** Every report equals what adding up the rows one by one gives. */
export function answersReports(open: OpenStorage): void {
  describe('answers reports', () => {
    test('as the rows add up', async () => {
      const storage = await openStorage(open)
      let run = 0
      await holds(
        arbitraryBooks,
        async (books) => {
          run += 1
          await storage.transaction(`other than ${run}`, 'write', (tx) => write(tx, books))
          await storage.transaction(`shop ${run}`, 'write', async (tx) => {
            await write(tx, books)
            await agree(tx, books)
            await agreeOnLabels(tx, books)
          })
        },
        runs,
      )
    })

    test('exactly at the edge of safe integers, and not beyond it', async () => {
      const storage = await openStorage(open)
      await storage.transaction('kopi-senja', 'write', async (tx) => {
        const insert = [posting(0, Number.MAX_SAFE_INTEGER - 1), posting(1, 1)]
        await tx.apply(changesOf('postings', { insert }))
        const [sum] = await tx.report('trialBalance', {})
        expect(sum?.bookAmount).toBe(Number.MAX_SAFE_INTEGER)
        await tx.apply(changesOf('postings', { insert: [posting(2, 1)] }))
        const beyond = tx.report('trialBalance', {})
        await expect(beyond).rejects.toMatchObject({ code: 'AMOUNT_OVERFLOW' })
      })
    })

    test('of an empty shop', async () => {
      const storage = await openStorage(open)
      await storage.transaction('kopi-senja', 'read', async (tx) => {
        const customerIds = ['nobody']
        expect(await tx.report('memberCounts', { of: 'group' })).toEqual([])
        expect(await tx.report('orderTimes', { customerIds })).toEqual([])
        expect(await tx.report('medianGap', {})).toBeNull()
        expect(await tx.report('dueTurns', { until: 1, limit: 1 })).toEqual([])
        const sends = { claimedBefore: 1, behind: null, limit: 1 }
        expect(await tx.report('unresolvedSends', sends)).toEqual([])
        expect(await tx.report('openDrafts', { behind: null, limit: 1 })).toEqual([])
        for (const state of ['open', 'settled'] as const)
          expect(await tx.report('deadLetters', { state, behind: null, limit: 1 })).toEqual([])
        const stretches = [{ from: 0, to: 1 }]
        expect(await tx.report('segmentGrowth', { segmentId: 's', stretches })).toEqual([0])
        expect(await tx.report('segmentGrowth', { segmentId: 's', stretches: [] })).toEqual([])
        expect(await tx.report('trialBalance', {})).toEqual([])
        expect(await tx.report('customerAccounts', { customerIds })).toEqual([])
        expect(await tx.report('productsBought', { customerIds })).toEqual([])
        const where = { op: 'all', of: [] } as const
        const range = { where, from: 0, to: 1 }
        expect(await tx.report('labelContacts', { where, at: 1 })).toEqual([])
        expect(await tx.report('labelMovement', range)).toEqual([])
        expect(await tx.report('labelAgents', range)).toEqual([])
        expect(await tx.report('labelOrigins', range)).toEqual([])
        expect(await tx.report('labelBoard', { where, at: 1, limit: 1 })).toEqual([])
      })
    })
  })
}

function posting(position: number, bookAmount: number): Rows['postings'] {
  return { entryId: 'e', position, account: 'cash', currency: 'IDR', amount: 0, bookAmount }
}

async function write(tx: StorageTransaction, books: Books): Promise<void> {
  await tx.apply({ insert: { ...books }, put: {}, remove: {} })
}

async function agree(tx: StorageTransaction, books: Books): Promise<void> {
  const some = { customerIds: [people[0] ?? '', people[2] ?? '', 'nobody'] }
  const chosen = new Set(some.customerIds)

  const counts = await tx.report('memberCounts', { of: 'tag' })
  expect(asSet(counts.filter(({ members }) => members !== 0))).toEqual(asSet(memberCounts(books)))

  for (const customerId of chosen) {
    const times = await tx.report('orderTimes', some)
    const own = times.filter((time) => time.customerId === customerId).map(({ at }) => at)
    expect(own).toEqual(orderTimes(books, customerId))
  }
  expect(await tx.report('medianGap', {})).toBe(medianGap(books))
  for (const limit of [1, people.length]) {
    const due = await tx.report('dueTurns', { until: 6, limit })
    expect(due).toEqual(dueTurns(books, 6).slice(0, limit))
  }
  const unresolved = unresolvedSends(books, 6)
  for (const behind of [null, ...unresolved]) {
    const rest = behind === null ? unresolved : unresolved.slice(unresolved.indexOf(behind) + 1)
    const page = await tx.report('unresolvedSends', { claimedBefore: 6, behind, limit: 2 })
    expect(page).toEqual(rest.slice(0, 2))
  }
  const open = openDrafts(books)
  for (const behind of [null, ...open]) {
    const rest = behind === null ? open : open.slice(open.indexOf(behind) + 1)
    expect(await tx.report('openDrafts', { behind, limit: 2 })).toEqual(rest.slice(0, 2))
  }
  await agreeOnLetters(tx, books)
  const stretches = [...steps.keys()].map((i) => ({ from: steps[i - 1] ?? -1, to: steps[i] ?? 0 }))
  const grown = await tx.report('segmentGrowth', { segmentId: 's1', stretches })
  expect(grown).toEqual(stretches.map((stretch) => growth(books, 's1', stretch)))
  expect(asSet(await tx.report('trialBalance', {}))).toEqual(asSet(trialBalance(books)))
  expect(asSet(await tx.report('customerAccounts', some))).toEqual(
    asSet(customerAccounts(books).filter(({ customerId }) => chosen.has(customerId))),
  )
  const bought = await tx.report('productsBought', some)
  expect(asSet(bought)).toEqual(
    asSet(productsBought(books).filter(({ customerId }) => chosen.has(customerId))),
  )
}

async function agreeOnLetters(tx: StorageTransaction, books: Books): Promise<void> {
  for (const state of ['open', 'settled'] as const) {
    const letters = deadLetters(books, state)
    for (const behind of [null, ...letters]) {
      const rest = behind === null ? letters : letters.slice(letters.indexOf(behind) + 1)
      const page = await tx.report('deadLetters', { state, behind, limit: 2 })
      expect(page).toEqual(rest.slice(0, 2).map(({ row }) => row))
    }
  }
}

const steps: readonly number[] = [3, 4, 9]

function dueTurns({ turns }: Books, until: number): readonly Rows['turns'][] {
  const order = [...people].sort(compareCodePoints)
  return turns
    .filter(({ turnsAt }) => turnsAt <= until)
    .toSorted(
      (a, b) => a.turnsAt - b.turnsAt || order.indexOf(a.customerId) - order.indexOf(b.customerId),
    )
}

function unresolvedSends({ sends }: Books, claimedBefore: number): readonly Rows['sends'][] {
  return sends
    .filter(({ unresolvedSince }) => unresolvedSince !== null)
    .filter(({ state, claimedAt }) => state === 'unknown' || claimedAt < claimedBefore)
    .toSorted((a, b) => a.claimedAt - b.claimedAt || compareCodePoints(a.id, b.id))
}

function openDrafts({ orderDrafts }: Books): readonly Rows['orderDrafts'][] {
  return orderDrafts
    .filter(({ openSince }) => openSince !== null)
    .toSorted((a, b) => a.at - b.at || compareCodePoints(a.id, b.id))
}

function deadLetters({ deadLetters: all }: Books, state: 'open' | 'settled') {
  return all
    .flatMap(({ payload, ...row }) => {
      const at = state === 'open' ? row.openSince : row.settledAt
      return at === null ? [] : [{ at, id: row.id, row }]
    })
    .toSorted((a, b) => a.at - b.at || compareCodePoints(a.id, b.id))
}

function growth(
  { segmentChanges }: Books,
  segmentId: string,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let members = 0
  for (const row of segmentChanges) {
    if (row.segmentId !== segmentId || row.occurredAt <= from || row.occurredAt > to) continue
    members += row.entered === 1 ? 1 : -1
  }
  return members
}

function memberCounts({ countDeltas }: Books): Reports['memberCounts']['answer'] {
  const ofTags = countDeltas.filter(({ kind }) => kind === 'tag')
  return grouped(ofTags, ({ setId }) => [setId])
    .map((rows) => ({ setId: rows[0].setId, members: sum(rows, ({ delta }) => delta) }))
    .filter(({ members }) => members !== 0)
}

function orderTimes({ transactions }: Books, customerId: string): readonly number[] {
  return transactions
    .filter((order) => order.stands === 1 && order.customerId === customerId)
    .map(({ at }) => at)
    .sort((a, b) => a - b)
}

/** As many gaps lie below it as above it. */
function medianGap(books: Books): number | null {
  const gaps = people.flatMap((id) => {
    const times = orderTimes(books, id)
    return times.slice(1).map((at, i) => at - (times[i] ?? at))
  })
  const middle = gaps
    .sort((a, b) => a - b)
    .slice(Math.floor((gaps.length - 1) / 2), Math.floor(gaps.length / 2) + 1)
  return middle.length === 0 ? null : Math.floor(sum(middle, (gap) => gap) / middle.length)
}

function trialBalance({ postings }: Books): Reports['trialBalance']['answer'] {
  return grouped(postings, ({ currency, account }) => [currency, account]).map((rows) => ({
    currency: rows[0].currency,
    account: rows[0].account,
    amount: sum(rows, ({ amount }) => amount),
    bookAmount: sum(rows, ({ bookAmount }) => bookAmount),
  }))
}

function customerAccounts({ entries, postings }: Books): Reports['customerAccounts']['answer'] {
  const owned = postings.flatMap((row) =>
    entries
      .filter(({ id }) => id === row.entryId)
      .map(({ customerId }) => ({ ...row, customerId })),
  )
  return grouped(owned, ({ customerId, account }) => [customerId, account]).map((rows) => ({
    customerId: rows[0].customerId,
    account: rows[0].account,
    bookAmount: sum(rows, ({ bookAmount }) => bookAmount),
  }))
}

function productsBought({ lines }: Books): Reports['productsBought']['answer'] {
  const standing = lines.filter(({ stands }) => stands === 1)
  return grouped(standing, ({ customerId, product }) => [customerId, product]).map((rows) => ({
    customerId: rows[0].customerId,
    product: rows[0].product,
    orders: new Set(rows.map(({ transactionId }) => transactionId)).size,
    pieces: sum(rows, ({ quantity }) => quantity),
    total: sum(rows, ({ bookTotal }) => bookTotal),
  }))
}

function grouped<R>(rows: readonly R[], by: (row: R) => readonly string[]): readonly [R, ...R[]][] {
  const groups = new Map<string, [R, ...R[]]>()
  for (const row of rows) {
    const name = JSON.stringify(by(row))
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  }
  return [...groups.values()]
}

function sum<R>(rows: readonly R[], of: (row: R) => number): number {
  return rows.reduce((total, row) => total + of(row), 0)
}

function asSet(rows: readonly object[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
}
