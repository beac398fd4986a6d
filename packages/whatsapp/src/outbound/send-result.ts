import type { SendResult } from '@langganan/core'
import { z } from 'zod'
import type { GraphAnswer } from './call-graph.ts'
import { actOn } from './errors/platform-codes.ts'

/** What became of an upload; other than a message it can be tried again however it failed. */
export type UploadResult = { readonly outcome: 'accepted'; readonly mediaId: string } | Failure

export type NotSent = Extract<SendResult, { readonly outcome: 'notSent' }>

type Failure = Exclude<SendResult, { readonly outcome: 'accepted' }>

const id = z.string().min(1)
const sent = z.object({ messages: z.tuple([z.object({ id })]) })
const uploaded = z.object({ id })

/** What the answer says about the message that was sent. */
export function sendResultOf(answer: GraphAnswer): SendResult {
  if (answer.kind !== 'success') return failureOf(answer)
  const result = sent.safeParse(answer.body)
  return result.success
    ? { outcome: 'accepted', messageId: result.data.messages[0].id }
    : { outcome: 'unknown', reason: 'answer' }
}

/** What the answer says about the file that was uploaded. */
export function uploadResultOf(answer: GraphAnswer): UploadResult {
  if (answer.kind !== 'success') return failureOf(answer)
  const result = uploaded.safeParse(answer.body)
  return result.success
    ? { outcome: 'accepted', mediaId: result.data.id }
    : { outcome: 'unknown', reason: 'answer' }
}

export function failureOf(answer: Exclude<GraphAnswer, { readonly kind: 'success' }>): Failure {
  switch (answer.kind) {
    case 'error': {
      const { code, trace } = answer
      return { outcome: 'refused', code: String(code), act: actOn(code), trace }
    }
    case 'unclear':
      return { outcome: 'unknown', reason: answer.reason }
    case 'unreachable':
      return { outcome: 'notSent', reason: 'unreachable' }
  }
}
