import type { ChatEvent } from '@langganan/whatsapp'
import type { PersonInput, Sandbox, SandboxPerson } from '@langganan/whatsapp/sandbox'

/** One bubble on a phone. */
export interface Bubble {
  readonly at: number
  readonly from: 'person' | 'shop'
  readonly text: string
}

/** A phone in the sandbox, with the person who holds it. */
export interface Phone {
  readonly person: SandboxPerson
  /** The shop is told no number of theirs. */
  readonly hidesPhone: boolean
  /** Everything on it, oldest first. */
  bubbles(): readonly Bubble[]
}

/** Everybody who can be played. */
export class Phones {
  readonly #whatsapp: Sandbox
  readonly #phones = new Map<string, Phone>()
  /** What the shop's webhook heard: the shop keeps no words, so the play does. */
  readonly #heard = new Map<string, Bubble[]>()

  constructor(whatsapp: Sandbox) {
    this.#whatsapp = whatsapp
  }

  add(input: PersonInput): Phone {
    const person = this.#whatsapp.person(input)
    const heard: Bubble[] = []
    this.#heard.set(person.userId, heard)
    const phone: Phone = {
      person,
      hidesPhone: input.hidesPhone ?? false,
      bubbles: () => bubblesOf(person, heard),
    }
    this.#phones.set(person.key, phone)
    return phone
  }

  /** In the order that they came. */
  all(): readonly Phone[] {
    return [...this.#phones.values()]
  }

  get(key: string): Phone | undefined {
    return this.#phones.get(key)
  }

  /** Given to the webhook: the words that people wrote. */
  readonly hear = (events: readonly ChatEvent[]): void => {
    for (const event of events) {
      if (event.type !== 'message') continue
      const heard = this.#heard.get(event.from.userId ?? '')
      const { content } = event
      const text = content.type === 'text' ? content.body : `[${content.type}]`
      heard?.push({ at: event.at.getTime(), from: 'person', text })
    }
  }
}

function bubblesOf(person: SandboxPerson, heard: readonly Bubble[]): readonly Bubble[] {
  const received = person.received.map(({ at, text }): Bubble => ({ at, from: 'shop', text }))
  return [...heard, ...received].sort((a, b) => a.at - b.at)
}
