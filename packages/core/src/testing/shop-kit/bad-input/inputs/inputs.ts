import { conflictInputs } from './conflict-inputs.ts'
import { customerInputs } from './customer-inputs.ts'
import { deadLetterInputs } from './dead-letter-inputs.ts'
import type { InputSpec } from './input-spec.ts'
import { interactionInputs } from './interaction-inputs.ts'
import { orderDraftInputs } from './order-draft-inputs.ts'
import { pageInputs } from './page-inputs.ts'
import { recordedInputs } from './recorded-inputs.ts'
import { setInputs } from './set-inputs.ts'
import { transactionInputs } from './transaction-inputs.ts'

/** Every method that takes an object, with everything that its fields refuse. */
export const inputs: readonly InputSpec[] = [
  ...customerInputs,
  ...conflictInputs,
  ...deadLetterInputs,
  ...transactionInputs,
  ...orderDraftInputs,
  ...interactionInputs,
  ...recordedInputs,
  ...setInputs,
  ...pageInputs,
]
