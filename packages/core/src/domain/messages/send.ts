import type { SendReason, SendRow } from './rows.ts'

/** What a send is for, from which number and to whom. */
export type NewSend = Pick<
  SendRow,
  'id' | 'customerId' | 'channel' | 'businessNumber' | 'form' | 'purpose' | 'reference'
>

/** What became of a send. */
export type SendEnd =
  | { readonly state: 'accepted'; readonly messageId: string }
  | (Pick<SendRow, 'code' | 'act' | 'retryAfter'> & { readonly state: 'refused' })
  | (Partial<Pick<SendRow, 'retryAfter'>> & {
      readonly state: 'notSent'
      readonly reason: SendReason
    })
  | { readonly state: 'unknown'; readonly reason: SendReason }

/** Milliseconds after its claim within which a request must begin; later the claim is void. */
export const claimHolds: number = 2_000

/** A send that may begin now, the first time or again. */
export function claimed(send: NewSend, before: SendRow | undefined, now: number): SendRow {
  return {
    ...send,
    originId: send.customerId,
    claimedAt: now,
    state: 'claimed',
    unresolvedSince: now,
    waitSaidAt: before?.waitSaidAt ?? null,
    ...nothingKnown,
  }
}

/** The send, now that this is known of it. */
export function ended(send: SendRow, end: SendEnd, now: number): SendRow {
  const unresolvedSince = end.state === 'unknown' ? send.claimedAt : null
  const { act } = { ...nothingKnown, ...end }
  const waitSaidAt = act === 'waitADay' ? now : send.waitSaidAt
  return { ...send, ...nothingKnown, ...end, unresolvedSince, waitSaidAt, endedAt: now }
}

/** Whether it certainly did not leave, so that it may be claimed again. */
export function neverLeft({ state }: SendRow): boolean {
  return state === 'refused' || state === 'notSent'
}

const nothingKnown = {
  endedAt: null,
  messageId: null,
  reason: null,
  code: null,
  act: null,
  retryAfter: null,
} as const
