import { digitsOf } from './business.ts'
import type { Random } from './time/random.ts'

/** A message id like WhatsApp's, whose base64 holds the phone number. */
export function newMessageId(random: Random, phone: string): string {
  return `wamid.${btoa(`\x1d\x18${digitsOf(phone)}\x15\x02\x00\x12\x18${random.hex(20)}\x00`)}`
}

/** An instant as WhatsApp writes it: whole seconds, as text. */
export function secondsOf(instant: number): string {
  return String(Math.floor(instant / 1000))
}
