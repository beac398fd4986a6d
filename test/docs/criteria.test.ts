/**
 * The page of all criteria is made from the code, and its examples are right. After a change,
 * `LANGGANAN_UPDATE_DOCS=1 npx vitest run --project=docs criteria` writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, test } from 'vitest'
import { sqliteStorage } from '../../packages/adapters-sqlite/src/index.ts'
import {
  type EventList,
  eventLists,
  resolve,
} from '../../packages/core/src/domain/segments/index.ts'
import { parse } from '../../packages/core/src/domain/segments/text/index.ts'
import { openShop } from '../../packages/core/src/index.ts'
import { populateShop } from '../../packages/core/src/simulator/index.ts'
import { built } from './criteria/builders.ts'
import { catalogue, now, shopId } from './criteria/catalogue.ts'
import { entries, eventEntries } from './criteria/entries.ts'
import { layOutSql } from './criteria/layout-sql.ts'
import { writtenPage } from './criteria/page.ts'
import { root } from './pages.ts'

const page = join(root, 'docs/guides/criteria.md')

test('the page is as the code is', () => {
  const written = writtenPage()
  if (process.env.LANGGANAN_UPDATE_DOCS === '1') writeFileSync(page, written)
  expect(readFileSync(page, 'utf8')).toBe(written)
})

test('every filter of events is in some example', () => {
  for (const [list, { filters }] of Object.entries<Pick<EventList<never>, 'filters'>>(eventLists)) {
    const used = eventEntries.flatMap(({ predicate }) =>
      Object.entries<unknown>({ ...predicate }).flatMap(([key, filtered]) =>
        key === list && typeof filtered === 'object' ? Object.keys({ ...filtered }) : [],
      ),
    )
    expect(used).toEqual(expect.arrayContaining(Object.keys(filters)))
  }
})

describe('an example is the same in every form', () => {
  test.each(entries)('$title', ({ predicate, builder, text }) => {
    expect(built(builder)).toEqual(predicate)
    expect(parse(text, catalogue)).toEqual(predicate)
  })
})

describe('the SQL of an example finds whom the storage finds', () => {
  const database = new DatabaseSync(':memory:')
  const storage = sqliteStorage({ database })
  beforeAll(async () => {
    const { currency, timeZone } = catalogue
    const clock = () => now
    const shop = await openShop({ id: shopId, currency, timeZone, storage, clock })
    const until = new Date(now)
    const from = new Date(until.getTime() - 400 * 86_400_000)
    await populateShop(shop, { seed: 'criteria', customers: 120, from, until })
  })

  test.each(entries)('$title', async ({ predicate, sql }) => {
    const where = resolve(predicate, { ...catalogue, now })
    const members = await storage.transaction(shopId, 'read', (tx) =>
      tx.members({ where, limit: 1_000 }),
    )
    const judged =
      'customers join facts on facts.shop_id = customers.shop_id and facts.customer_id = customers.id'
    const found = database
      .prepare(
        `select customers.id as id from ${judged} where customers.shop_id = '${shopId}' and (${layOutSql(sql)}) order by 1`,
      )
      .all()
    expect(found.map(({ id }) => id)).toEqual(members.map(({ id }) => id))
  })
})
