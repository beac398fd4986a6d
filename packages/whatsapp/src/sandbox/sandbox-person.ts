import type { PersonAct, ReceivedMessage } from './people/act.ts'
import { writeFromApp } from './people/echo.ts'
import { numberOf, perform } from './people/perform.ts'
import { type Person, windowIsOpen } from './people/person.ts'
import type { World } from './world.ts'

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
  /** Gets a text that somebody at the shop wrote in the WhatsApp Business app; gives its id. */
  getsFromApp(text: string, number?: string): string
  /** Whether the person's window with this number is open; with the first unless given. */
  windowIsOpen(number?: string): boolean
}

export function sandboxPerson(world: World, person: Person): SandboxPerson {
  return {
    key: person.key,
    name: person.name,
    get phone() {
      return person.phone
    },
    get userId() {
      return person.userId
    },
    get received() {
      return [...person.received]
    },
    does: (act) => perform(world, person, act),
    writes: async (text) => (await perform(world, person, { act: 'write', text })) ?? '',
    getsFromApp: (text, number) => writeFromApp(world, person, numberOf(world, number), text),
    windowIsOpen: (number) =>
      windowIsOpen(person, numberOf(world, number).id, world.timeline.now()),
  }
}
