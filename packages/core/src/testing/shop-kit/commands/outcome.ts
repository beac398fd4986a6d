import type { ErrorCode } from '../../../domain/error/codes.ts'
import { isLanggananError } from '../../../domain/error/langganan-error.ts'

/** What a call came to: its answer, or the error that it gave on purpose. */
export type Outcome =
  | { readonly done: true; readonly answer: unknown }
  | { readonly done: false; readonly code: ErrorCode; readonly field: string | undefined }

/** Waits for a call. Any error but a LanggananError is a fault and thrown on. */
export async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { done: true, answer: await call }
  } catch (error) {
    if (!isLanggananError(error)) throw error
    return { done: false, code: error.code, field: error.field }
  }
}
