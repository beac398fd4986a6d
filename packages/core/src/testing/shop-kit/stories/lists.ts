import { describe, expect, test } from 'vitest'
import type { CustomerListRow } from '../../../shop/customers/list-row.ts'
import type { PageInput } from '../../../shop/input/customer.ts'
import type { Shop } from '../../../shop/shop.ts'
import { type KitShop, newShop, type OpenStorage } from '../world/open.ts'

interface Sorted {
  readonly sort: NonNullable<PageInput['sort']>
  valueIn(row: CustomerListRow): string | number | null
}

const sorts: readonly Sorted[] = [
  { sort: 'name', valueIn: ({ name }) => name.toLowerCase().replace('ş', 's') },
  { sort: 'totalSpent', valueIn: ({ ltv }) => ltv },
  { sort: 'lastActivity', valueIn: ({ lastActivityAt }) => lastActivityAt?.getTime() ?? null },
  { sort: 'added', valueIn: ({ addedAt }) => addedAt.getTime() },
  { sort: 'balance', valueIn: ({ balance }) => balance },
]

export function listStories(open: OpenStorage): void {
  describe('stories: search and lists', () => {
    test('search finds by part of a name, phone, e-mail or number, and takes signs as they are', async () => {
      const { shop } = await newShop(open)
      await shop.customers.add({ name: 'Élodie ŞAHİN', phone: '0812-3456-7890' })
      await shop.customers.add({
        name: 'Budi 100%_',
        businessName: 'Warung Élok',
        email: 'budi@example.com',
      })
      await shop.customers.add({ name: 'Citra\\', external: '55501' })
      const found = async (query: string): Promise<readonly string[]> =>
        (await shop.customers.search(query)).map(({ name }) => name.slice(0, 2))
      expect(await found('sahin')).toEqual(['Él'])
      expect(await found('ELO')).toEqual(['Bu', 'Él'])
      expect(await found('0812')).toEqual(['Él'])
      expect(await found('62 812-3456 7890')).toEqual(['Él'])
      expect(await found('567890')).toEqual(['Él'])
      expect(await found('BUDI@')).toEqual(['Bu'])
      expect(await found('55501')).toEqual(['Ci'])
      expect(await found('5550')).toEqual([]) // a part of a number is not the number
      expect(await found('%')).toEqual(['Bu'])
      expect(await found('_')).toEqual(['Bu'])
      expect(await found('\\')).toEqual(['Ci'])
      expect(await found('\u200b')).toEqual([])
      expect(await found('zzz')).toEqual([])
      expect(await shop.customers.search('a', { limit: 1 })).toHaveLength(1)
    })

    test.each(sorts)(
      'the list by $sort is stable under ties, page by page, missing values last',
      async ({ sort, valueIn }) => {
        const { shop } = await variedShop(open)
        const everybody = (await shop.customers.list({ limit: 1_000 })).rows
        expect(everybody.map(({ id }) => id)).toEqual(everybody.map(({ id }) => id).sort())
        for (const direction of ['ascending', 'descending'] as const) {
          const wanted = [...everybody].sort((a, b) =>
            inOrder([valueIn(a), a.id], [valueIn(b), b.id], direction),
          )
          for (const limit of [1, 5, 12, 13]) {
            const ids = await pageByPage(shop, { sort, direction, limit })
            expect(ids, `${direction} by ${limit}`).toEqual(wanted.map(({ id }) => id))
          }
        }
      },
    )

    test('the next page goes on where the last ended, whoever came or went meanwhile', async () => {
      const { shop } = await newShop(open)
      for (const name of ['B', 'D', 'F', 'H']) await shop.customers.add({ name })
      const first = await shop.customers.list({ sort: 'name', limit: 2 })
      expect(first.rows.map(({ name }) => name)).toEqual(['B', 'D'])
      await shop.customers.delete(first.rows[1]?.id ?? '')
      for (const name of ['A', 'E', 'I']) await shop.customers.add({ name })
      const second = await shop.customers.list({ sort: 'name', limit: 9, after: first.next ?? '' })
      expect(second).toMatchObject({
        rows: [{ name: 'E' }, { name: 'F' }, { name: 'H' }, { name: 'I' }],
        next: null,
      })
    })

    test('a cursor passes through, however long the name that it stands at', async () => {
      const { shop } = await newShop(open)
      // The first is the sign whose fold is longest in a cursor.
      for (const name of [
        '\u0ccb'.repeat(200),
        '😀'.repeat(100),
        '京'.repeat(200),
        '\u0ccb'.repeat(200),
      ]) {
        await shop.customers.add({ name })
      }
      expect(await pageByPage(shop, { sort: 'name', limit: 1 })).toHaveLength(4)
    })
  })
}

/** Twelve customers with few names, sums and times, so that every sort has ties. */
async function variedShop(open: OpenStorage): Promise<KitShop> {
  const kit = await newShop(open)
  const names = ['Sari', 'sari', 'Şari', 'Budi']
  for (let i = 0; i < 12; i += 1) {
    kit.clock.step(i % 3 === 0 ? 1_000 : 0)
    const { id: customer } = await kit.shop.customers.add({ name: names[i % 4] ?? '' })
    if (i % 5 === 0) continue
    const lines = [{ product: 'KOPI', quantity: 1, price: (i % 2) * 1_000 + 500 }]
    await kit.shop.transactions.record({
      customer,
      orderId: `INV-${i}`,
      lines,
      paid: (i % 3) * 250,
    })
  }
  return kit
}

async function pageByPage(shop: Shop, page: PageInput): Promise<readonly string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    const answer: Awaited<ReturnType<Shop['customers']['list']>> = await shop.customers.list({
      ...page,
      ...(after === null ? {} : { after }),
    })
    ids.push(...answer.rows.map(({ id }) => id))
    after = answer.next
  } while (after !== null)
  return ids
}

type Placed = readonly [value: string | number | null, id: string]

function inOrder(
  [a, idA]: Placed,
  [b, idB]: Placed,
  direction: 'ascending' | 'descending',
): number {
  const byId = idA < idB ? -1 : 1
  if (a === b) return byId
  if (a === null) return 1
  if (b === null) return -1
  return a < b === (direction === 'ascending') ? -1 : 1
}
