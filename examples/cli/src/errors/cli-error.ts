import type { ErrorCode } from '@langganan/core'

/** What can go wrong before the shop is asked. */
type CliCode =
  | 'USAGE'
  | 'FILE_EXISTS'
  | 'FILE_NOT_FOUND'
  | 'FILE_UNREADABLE'
  | 'FILE_NOT_CSV'
  | 'COLUMN_NOT_FOUND'
  | 'ORDERS_LEFT_OUT'
  | 'SHOP_UNSOUND'

/** A failure with a stable code; its message names the cause and the way out, and no person. */
export class CliError extends Error {
  override readonly name: string = 'CliError'
  readonly code: CliCode | ErrorCode
  /** The option, argument or column that it is about. */
  readonly field: string | undefined
  /** What people see beneath the message, and scripts do not: the place in what was typed. */
  readonly excerpt: string | undefined
  /** The message as people see it, where scripts, whose errors end up in logs, are told no names. */
  readonly toPeople: string | undefined

  constructor(
    code: CliCode | ErrorCode,
    message: string,
    field?: string,
    cause?: unknown,
    excerpt?: string,
    toPeople?: string,
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.field = field
    this.excerpt = excerpt
    this.toPeople = toPeople
  }
}
