import type { Identity } from '../customers/identity.ts'
import { ownerText } from '../customers/number.ts'
import type { IdentityKind } from '../customers/rows.ts'

/** The identities that somebody can be answered at, the surest first. */
const answered: readonly IdentityKind[] = ['whatsapp', 'phone', 'userId']

/**
 * By which of these identities, all of whoever wrote, an answer finds the way back, in the one text that
 * all spellings of a number share; null where none of them is a way.
 */
export function writtenFrom(identities: readonly Identity[]): string | null {
  const [from] = answered.flatMap((kind) => identities.filter((each) => each.kind === kind))
  return from === undefined ? null : ownerText(from)
}
