/** Options that every command takes. */
export interface GlobalOptions {
  readonly db?: string
  readonly shop?: string
  readonly json?: boolean
  readonly at?: string
}
