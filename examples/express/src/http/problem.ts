/** What can be wrong with a request itself, before the shop is asked, with the status that says so. */
export const problemStatus = {
  ADDRESS_INVALID: 400,
  BODY_NOT_JSON: 415,
  BODY_INVALID: 400,
  BODY_TOO_LARGE: 413,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UNAUTHORIZED: 401,
} as const

export type ProblemCode = keyof typeof problemStatus

/** A request that is refused for what it is, whatever the shop holds. */
export class Problem extends Error {
  override readonly name: string = 'Problem'
  readonly code: ProblemCode

  constructor(code: ProblemCode, message: string) {
    super(message)
    this.code = code
  }
}
