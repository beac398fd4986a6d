import { LanggananError } from '@langganan/core'
import type { Request } from 'express'

const header = 'Idempotency-Key'

/**
 * The key by which the shop records a thing once, however often it is sent: the one in the body, else
 * the header's.
 *
 * @throws LanggananError `INVALID_INPUT` where both are given and differ
 */
export function keyOf(request: Request, inBody: string | null | undefined): string | undefined {
  const inHeader = request.get(header)
  if (inBody === undefined || inBody === null) return inHeader
  if (inHeader === undefined || inHeader === inBody) return inBody
  throw new LanggananError('INVALID_INPUT', `${header}: the body has another key.`, {
    field: header,
  })
}

/** For what has no such key: whoever sends one would rely on it. */
export function expectNoKey(request: Request, instead: string): void {
  if (request.get(header) === undefined) return
  throw new LanggananError('INVALID_INPUT', `${header}: not kept here. ${instead}`, {
    field: header,
  })
}
