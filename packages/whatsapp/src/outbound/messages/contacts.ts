import { countWithin, textWithin } from './limits.ts'
import { freeForm, type WhatsAppMessage } from './message.ts'

/** Somebody whose number is handed on. */
export interface ContactCard {
  readonly name: string
  readonly phones: readonly ContactPhone[]
  readonly organisation?: string | undefined
}

export interface ContactPhone {
  readonly phone: string
  readonly kind?: 'CELL' | 'MAIN' | 'IPHONE' | 'HOME' | 'WORK' | undefined
}

/** @throws LanggananError `INVALID_INPUT` */
export function contactsMessage(cards: readonly ContactCard[]): WhatsAppMessage {
  countWithin('cards', cards.length, 1, 257)
  return freeForm(
    'contacts',
    cards.map(({ name, phones, organisation }, i) => ({
      name: { formatted_name: textWithin(`cards[${i}].name`, name, 1024), first_name: name },
      phones: phones.map(({ phone, kind }, j) => ({
        phone: textWithin(`cards[${i}].phones[${j}].phone`, phone, 100),
        type: kind,
      })),
      org: organisation === undefined ? undefined : { company: organisation },
    })),
  )
}
