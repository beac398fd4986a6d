import { createHmac, timingSafeEqual } from 'node:crypto'
import type { RowChanges, Storage } from '@langganan/core/storage'
import { webhookHandler } from '@langganan/whatsapp'
import { emptyShop } from '../recorded-orders.ts'
import { recordingStorage } from '../recording-storage.ts'
import { appSecret, type Delivery, requestOf } from './requests.ts'

/** What of a message somebody reads who writes a webhook by hand. */
export interface ReadMessage {
  readonly id: string
  readonly from: string
}

/** What each message writes, by its id. Whoever writes it by hand need not work it out. */
export type RowsByMessage = ReadonlyMap<string, readonly RowChanges[]>

/** What taking these in writes. */
export async function rowsByMessage(
  deliveries: readonly Delivery[],
  storage: Storage,
): Promise<RowsByMessage> {
  const written: RowChanges[][] = []
  const shop = await emptyShop(recordingStorage(storage, written))
  const handle = webhookHandler({ secrets: appSecret, verifyToken: 'token', shop })
  written.length = 0
  for (const delivery of deliveries) await handle(requestOf(delivery))
  await shop.close()
  return new Map(
    written.map((changes) => {
      const [once] = changes.flatMap(({ insert }) => insert.onceKeys ?? [])
      if (once === undefined) throw new Error('A message wrote no key that says it was taken in.')
      return [once.key, changes]
    }),
  )
}

/** Verifies a request and reads its messages, as one would by hand for this one kind of webhook. */
export async function messagesIn(request: Request): Promise<readonly ReadMessage[]> {
  const body = Buffer.from(await request.arrayBuffer())
  const given = Buffer.from(request.headers.get('x-hub-signature-256') ?? '')
  const digest = createHmac('sha256', appSecret).update(body).digest('hex')
  const right = Buffer.from(`sha256=${digest}`)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return []
  const envelope: Envelope = JSON.parse(body.toString('utf8'))
  return envelope.entry.flatMap(({ changes }) => changes.flatMap(({ value }) => value.messages))
}

interface Envelope {
  readonly entry: readonly {
    readonly changes: readonly { readonly value: { readonly messages: readonly ReadMessage[] } }[]
  }[]
}

/** The rows of a message, which must be those of somebody new where nobody has the number yet. */
export function rowsOf(
  rows: RowsByMessage,
  { id }: ReadMessage,
  isNew: boolean,
): readonly RowChanges[] {
  const changes = rows.get(id) ?? []
  const adds = changes.some(({ insert }) => (insert.customers ?? []).length > 0)
  if (changes.length === 0 || adds !== isNew) throw new Error(`${id} does not fit what is there.`)
  return changes
}
