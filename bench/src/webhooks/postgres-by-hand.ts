import type { Client } from 'pg'
import { rowWriter } from '../postgres/raw-writer.ts'
import { shopId } from '../recorded-orders.ts'
import { messagesIn, type RowsByMessage, rowsOf } from './by-hand.ts'

/** A webhook by hand on Postgres: each message in a transaction, once by its id. */
export function postgresByHand(
  client: Client,
  rows: RowsByMessage,
): (request: Request) => Promise<void> {
  const write = rowWriter(client, shopId)
  const found = async (name: string, text: string, value: string) =>
    ((await client.query({ name, text, values: [shopId, value] })).rowCount ?? 0) > 0
  return async (request) => {
    for (const message of await messagesIn(request)) {
      await client.query('begin')
      if (!(await found('is there', isThere, message.id)))
        await write(rowsOf(rows, message, !(await found('whose', whose, message.from))))
      await client.query('commit')
    }
  }
}

const isThere = `select 1 from once_keys where shop_id = $1 and scope = 'message' and key = $2`
const whose = `select 1 from identities where shop_id = $1 and kind = 'whatsapp' and value = $2`
