/** A place where the architecture is not kept. */
export interface Violation {
  rule: 'rooms' | 'node' | 'packages' | 'entries' | 'pure' | 'light' | 'cycles' | 'testTools'
  file: string
  line: number
  message: string
}
