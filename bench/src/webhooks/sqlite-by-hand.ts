import type { Database } from 'better-sqlite3'
import { rowWriter } from '../raw-writer.ts'
import { shopId } from '../recorded-orders.ts'
import { messagesIn, type RowsByMessage, rowsOf } from './by-hand.ts'

/** A webhook by hand on SQLite: each message in a transaction, once by its id. */
export function sqliteByHand(
  database: Database,
  rows: RowsByMessage,
): (request: Request) => Promise<void> {
  const isThere = database.prepare(
    `select 1 from once_keys where shop_id = ? and scope = 'message' and key = ?`,
  )
  const whose = database.prepare(
    `select customer_id from identities where shop_id = ? and kind = 'whatsapp' and value = ?`,
  )
  const begin = database.prepare('begin immediate')
  const commit = database.prepare('commit')
  const write = rowWriter(database, shopId)
  return async (request) => {
    for (const message of await messagesIn(request)) {
      begin.run()
      if (isThere.get(shopId, message.id) === undefined)
        write(rowsOf(rows, message, whose.get(shopId, message.from) === undefined))
      commit.run()
    }
  }
}
