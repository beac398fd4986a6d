import type { Draft } from '../domain/change/draft.ts'
import { LanggananError } from '../domain/error/langganan-error.ts'
import type { OnceKeyRow, OnceScope } from '../domain/transactions/rows.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** What may be used once: a key, and the fingerprint of what was said with it. Without a key nothing is remembered. */
export interface Once {
  readonly scope: OnceScope
  readonly key: string | null
  readonly fingerprint: string
}

/**
 * What the first call with this key made; undefined if this call is the first.
 *
 * @throws LanggananError `IDEMPOTENCY_CONFLICT` if the first call said something else
 */
export async function answeredBefore({ tx }: UnitOfWork, once: Once): Promise<string | undefined> {
  if (once.key === null) return undefined
  const [before] = await tx.get('onceKeys', [[once.scope, once.key]])
  return before === undefined ? undefined : sameAnswer(before, once)
}

/** The answer remembered, if it was to the same content. */
export function sameAnswer(before: OnceKeyRow, { fingerprint }: Pick<Once, 'fingerprint'>): string {
  if (before.fingerprint === fingerprint) return before.answerId
  const { field, what, made } = words[before.scope]
  throw new LanggananError(
    'IDEMPOTENCY_CONFLICT',
    `This ${what} was recorded before with other content. Nothing was written. Use another one, or correct what was recorded.`,
    { field, details: { [made]: before.answerId } },
  )
}

/** Remembers what this call made, for good. */
export function remember(
  into: Draft,
  { scope, key, fingerprint }: Once,
  answerId: string,
  { stamp }: UnitOfWork,
): void {
  if (key !== null) into.insert('onceKeys', { scope, key, fingerprint, answerId, at: stamp.now })
}

const words: Readonly<
  Record<OnceScope, { readonly field: string; readonly what: string; readonly made: string }>
> = {
  order: { field: 'orderId', what: 'order id', made: 'transaction' },
  payment: { field: 'reference', what: 'payment reference', made: 'payment' },
  message: { field: 'reference', what: 'message reference', made: 'interaction' },
  send: { field: 'reference', what: 'message reference', made: 'send' },
  draft: { field: 'reference', what: 'message reference', made: 'draft' },
  label: { field: 'eventId', what: 'event id', made: 'labelEvent' },
  consent: { field: 'eventId', what: 'event id', made: 'consent' },
  identityChange: { field: 'reference', what: 'message reference', made: 'customer' },
}
