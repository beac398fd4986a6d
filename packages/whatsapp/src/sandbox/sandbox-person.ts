import type { PersonAct, ReceivedMessage } from './people/act.ts'

/** Somebody in the sandbox who can be told what to do. */
export interface SandboxPerson {
  /** By which `sent` names them, whatever number they have. */
  readonly key: string
  readonly name: string
  /** As they are now; international, with its `+`. */
  readonly phone: string
  readonly userId: string
  /** What arrived so far. */
  readonly received: readonly ReceivedMessage[]
  /**
   * Does something now; what it tells comes as a webhook once time moves on.
   *
   * @returns the id of the message, where it made one
   * @throws LanggananError `INVALID_INPUT`
   */
  does(act: PersonAct): Promise<string | undefined>
  /** Writes a text; gives the id of the message. */
  writes(text: string): Promise<string>
  /** Whether the person's window with this number is open; with the first unless given. */
  windowIsOpen(number?: string): boolean
}
