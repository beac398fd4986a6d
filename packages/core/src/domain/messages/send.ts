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
    resolution: null,
    unresolvedSince: now,
    waitSaidAt: before?.waitSaidAt ?? null,
    ...nothingKnown,
  }
}

/** The send, now that this is known of it. What a person said of it stays until the platform tells. */
export function ended(send: SendRow, end: SendEnd, now: number): SendRow {
  const resolution = end.state === 'unknown' ? send.resolution : null
  const unresolvedSince = end.state === 'unknown' && resolution === null ? send.claimedAt : null
  const { act } = { ...nothingKnown, ...end }
  const waitSaidAt = act === 'waitADay' ? now : send.waitSaidAt
  const known = { resolution, unresolvedSince, waitSaidAt, endedAt: now }
  return { ...send, ...nothingKnown, ...end, ...known }
}

/** The send, now that a person has said what became of it. It is not claimed again either way. */
export function resolved(send: SendRow, resolution: 'sent' | 'notSent'): SendRow {
  return { ...send, resolution, unresolvedSince: null }
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
