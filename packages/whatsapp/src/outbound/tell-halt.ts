import { printError } from '../print-error.ts'

/** The platform said that nothing goes from this number until somebody has looked. */
export interface WhatsAppHalt {
  /** The platform's own code, such as 190 for a token that is no longer accepted. */
  readonly code: string
  /** Milliseconds until one message is tried again. */
  readonly retryAfter: number
  /** By which the platform's support finds the call. */
  readonly trace?: string | undefined
}

/** Tells of a halt. A listener that fails takes nothing from the answer of the send. */
export function tellHalt(
  onHalt: ((halt: WhatsAppHalt) => unknown) | undefined,
  { code, retryAfter, trace }: WhatsAppHalt,
): void {
  // An async call makes a rejection of what is thrown at once, too.
  const told = async (): Promise<unknown> => onHalt?.({ code, retryAfter, trace })
  told().catch((error: unknown) => printError('onHalt failed.', error))
}
