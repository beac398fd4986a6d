import type { ErrorCode } from '../domain/error/codes.ts'
import { LanggananError } from '../domain/error/langganan-error.ts'

/** A thing that this shop does not have. The reference is not repeated: it may be a person's name. */
export function notFound(code: ErrorCode, what: string, field: string): LanggananError {
  const fix = waysOut[`${what} by ${field}`] ?? waysOut[what] ?? 'Check the id or the name.'
  return new LanggananError(code, `This shop has no such ${what}. ${fix}`, { field })
}

/** Of things that no name leads to. */
const waysOut: Readonly<Record<string, string>> = {
  customer:
    'A text names a customer by id. Look for a phone or another identity with customers.find, for a name with customers.search; transactions.record and interactions.record also take { name, phone } in place of the id.',
  transaction: "Check the order id; a transaction's own id goes in as { id }.",
  'transaction by id': 'Check the id; an order id goes in as a text.',
  payment: 'Check the id.',
  'order draft': 'Check the id, as drafts.open and events name it.',
  'dead letter': 'Check the id, as deadLetters.list and events name it.',
  send: "Check the id: it is the `id` that send answered, not the platform's.",
  message: "Check the id: it is the platform's, the `messageId` that send answered.",
}
