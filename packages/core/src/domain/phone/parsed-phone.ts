/** What kind of line a number is, as far as its digits tell. */
export type PhoneType = 'mobile' | 'fixedLine' | 'fixedLineOrMobile' | 'other'

/** A phone number that its country's numbering plan knows. */
export interface ParsedPhone {
  /** `+` and digits, as in `+6281234567890`. */
  readonly e164: string
  /** ISO 3166 code in capitals, undefined for numbers of no country (`+800`, `+870`). */
  readonly country: string | undefined
  readonly type: PhoneType
}
