import { styleFor } from './style.ts'

/** What a command has to say, for scripts and for people. */
export interface Answer {
  readonly json: unknown
  readonly text: string
  /** Things to think over; part of the JSON already. */
  readonly warnings?: readonly string[]
}

export function printAnswer({ json, text, warnings = [] }: Answer, asJson: boolean): void {
  if (asJson) {
    process.stdout.write(`${JSON.stringify(json)}\n`)
    return
  }
  process.stdout.write(`${text}\n`)
  const { yellow } = styleFor(process.stderr)
  for (const warning of warnings) process.stderr.write(`${yellow('warning:')} ${warning}\n`)
}
