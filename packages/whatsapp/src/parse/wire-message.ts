import { z } from 'zod'
import type { MessageContent } from '../events/content.ts'
import { contentOf } from './content.ts'
import { type Item, unknownItem } from './items.ts'
import { id, instant, maybeId, maybeUserId } from './values.ts'

/** A message as it comes, of whatever field; its type names the part that holds its body. */
export interface WireMessage {
  readonly id: string
  readonly timestamp: Date
  readonly type: string
  readonly from: string | null
  readonly from_user_id: string | null
  readonly from_parent_user_id: string | null
  readonly to: string | null
  readonly to_user_id: string | null
  readonly to_parent_user_id: string | null
  readonly [part: string]: unknown
}

export const messageSchema: z.ZodType<WireMessage> = z.looseObject({
  id,
  timestamp: instant,
  type: z.string().min(1),
  from: maybeId,
  from_user_id: maybeUserId,
  from_parent_user_id: maybeUserId,
  to: maybeId,
  to_user_id: maybeUserId,
  to_parent_user_id: maybeUserId,
})

/** What a message holds; where nobody knows, it is a message all the same, and what is unknown is told. */
export function contentItem(
  message: WireMessage,
  place: string,
  raw: unknown,
): [content: MessageContent, unknown: readonly Item[]] {
  const { type } = message
  const content = contentOf(type, message)
  if (content !== undefined) return [content, []]
  return [{ type: 'unknown', of: type }, [unknownItem('messageType', type, place, raw)]]
}
