import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../../../memory/memory-storage.ts'
import type { SaleInput } from '../../../shop/input/transaction.ts'
import { day } from '../commands/command.ts'
import { lives } from '../commands/lives.ts'
import { opening } from '../commands/opening.ts'
import { scriptOn } from '../commands/script.ts'
import { testLaw } from '../world/holds.ts'
import { type KitShop, newShop, type OpenStorage, openStorage, shopIn } from '../world/open.ts'
import { dumpRows, rowsOf } from '../world/rows.ts'
import { expectDerivedRows } from './derived-rows.ts'
import { expectSameLife } from './same-life.ts'
import { expectSameRows } from './same-rows.ts'

export function keptUpLaws(open: OpenStorage): void {
  describe('law 4, kept up = recomputed', () => {
    testLaw(
      'law 4: after any writes a rebuild finds nothing wrong, and the rows are those of memory',
      lives,
      { ordinary: 40, long: 4_000 },
      async () => {
        const storage = await openStorage(open)
        const oracle = await openStorage(memoryStorage)
        return async ({ commands, ...settings }, number) => {
          const options = { id: `life-${number}`, ...settings }
          const [kit, twin] = [await shopIn(storage, options), await shopIn(oracle, options)]
          await expectSameLife(kit, twin, [...opening, ...commands])
        }
      },
    )

    test('law 4: more customers than fit on a page', async () => {
      const kit = await newShop(open)
      await kit.shop.tags.create({ name: 'Sultan', ltvMin: 500 })
      const orders = Array.from({ length: 2_200 }, (_, i) => orderOf(i % 1_100, i, kit.clock.now()))
      const batch = await kit.shop.transactions.recordMany(orders)
      expect(batch).toMatchObject({ recorded: 2_200, customersAdded: 1_100 })
      expect(await kit.shop.value.refreshRhythm()).toBe(5)
      const facts = await rowsOf(kit.storage, kit.shop.id, 'facts')
      const slipping = kit.clock.now() - 10 * day + 2 * 5 * day
      expect(facts.filter(({ slippingAt }) => slippingAt !== slipping)).toEqual([])
      expect(await kit.shop.tags.list()).toMatchObject([{ members: 600 }])
      expect(await kit.shop.rebuild()).toBe(0)
      await expectDerivedRows(kit)
    })

    test('law 4: a rebuild puts right what was wrong', async () => {
      const kit = await newShop(open)
      const script = scriptOn(kit)
      for (const command of opening) await script.perform(command)
      const before = await dumpRows(kit.storage, kit.shop.id)
      await damage(kit)
      const damaged = await dumpRows(kit.storage, kit.shop.id)
      expect(await foundIn(kit)).toEqual({
        'transactions notAsRecomputed': 1,
        'interactions notAsRecomputed': 1,
        'facts notAsRecomputed': 2,
        'labelSpans notAsRecomputed': 1,
        'consents notAsRecomputed': 1,
        'tagMembers notAsRecomputed': 2,
        'countDeltas notAsRecomputed': 1,
        'facts notAsPosted': 1,
      })
      expectSameRows(await dumpRows(kit.storage, kit.shop.id), damaged)
      expect(await kit.shop.rebuild()).toBe(9)
      expect(await kit.shop.rebuild()).toBe(0)
      expect(await kit.shop.verify()).toEqual({ sound: true, findings: [] })
      const after = await dumpRows(kit.storage, kit.shop.id)
      for (const table of [
        'facts',
        'tagMembers',
        'transactions',
        'interactions',
        'labelSpans',
        'consents',
      ]) {
        expect(after[table]).toEqual(before[table])
      }
      await expectDerivedRows(kit)
    })
  })
}

/** The first order of a customer 15 days ago, the second 10 days ago, paid by how late the customer comes. */
function orderOf(customer: number, number: number, now: number): SaleInput {
  return {
    customer: { name: `Pelanggan ${customer}`, external: `C-${customer}` },
    orderId: `INV-${number}`,
    at: new Date(now - (number < 1_100 ? 15 : 10) * day),
    lines: [{ product: 'KOPI-250', quantity: 1, price: customer }],
    ...(number < 1_100 ? { paid: true } : {}),
  }
}

/** How many rows are found with each problem. */
async function foundIn({ shop }: KitShop): Promise<Readonly<Record<string, number>>> {
  const { sound, findings } = await shop.verify()
  expect(sound).toBe(findings.length === 0)
  return Object.fromEntries(findings.map((each) => [`${each.table} ${each.problem}`, each.rows]))
}

/**
 * Makes nine derived rows wrong: two of facts, two of rule tags, one count, a sale's opening, a local
 * time, the time of a label, a consent.
 */
async function damage({ storage, shop }: KitShop): Promise<void> {
  const [facts, other] = await rowsOf(storage, shop.id, 'facts')
  const [member] = await rowsOf(storage, shop.id, 'tagMembers')
  const [group] = await rowsOf(storage, shop.id, 'groups')
  const sales = await rowsOf(storage, shop.id, 'transactions')
  const due = sales.find(({ overdueAt }) => overdueAt !== null)
  const [interaction] = await rowsOf(storage, shop.id, 'interactions')
  const [span] = await rowsOf(storage, shop.id, 'labelSpans')
  const [consent] = await rowsOf(storage, shop.id, 'consents')
  if (!facts || !other || !member || !group || !due || !interaction || !span || !consent)
    throw new Error('nothing there to damage')
  const wrongful = { ...member, customerId: other.customerId }
  await storage.transaction(shop.id, 'write', (tx) =>
    tx.apply({
      insert: { countDeltas: [{ kind: 'group', setId: group.id, id: 'damage', delta: 3 }] },
      put: {
        facts: [
          { ...facts, orders: 7 },
          { ...other, lapsedAt: 1, ltv: 5 },
        ],
        tagMembers: [wrongful],
        labelSpans: [{ ...span, until: span.at + 1 }],
        transactions: [{ ...due, openBook: 1, overdueAt: 1 }],
        interactions: [{ ...interaction, weekday: 8, hour: 24 }],
      },
      remove: {
        tagMembers: [[member.tagId, member.customerId]],
        consents: [[consent.customerId, consent.purpose, consent.channel]],
      },
    }),
  )
}
