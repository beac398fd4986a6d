import { expect } from 'vitest'

/** An error with this code, whose message matches. */
export const refused = (message: string | RegExp, code = 'INVALID_INPUT'): unknown =>
  expect.objectContaining({ code, message: expect.stringMatching(message) })
