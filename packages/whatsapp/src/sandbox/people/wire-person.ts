import { digitsOf } from '../business.ts'
import type { Person } from './person.ts'

/** A person in `contacts`; whoever hides the phone has no `wa_id`. */
export function wireContact({ name, username, phone, userId, hidesPhone }: Person): WireContact {
  return {
    profile: { name, ...(username === undefined ? {} : { username }) },
    ...(hidesPhone ? {} : { wa_id: digitsOf(phone) }),
    user_id: userId,
  }
}

export interface WireContact {
  readonly profile: { readonly name: string; readonly username?: string }
  readonly wa_id?: string
  readonly user_id: string
}

/** A person as the sender of a message. */
export function wireSender({ phone, userId, hidesPhone }: Person): object {
  return { ...(hidesPhone ? {} : { from: digitsOf(phone) }), from_user_id: userId }
}

/** A person as whom a status is about. */
export function wireRecipient({ phone, userId, hidesPhone }: Person): object {
  return { ...(hidesPhone ? {} : { recipient_id: digitsOf(phone) }), recipient_user_id: userId }
}

/** A person in `user_preferences` and the like. */
export function wirePreferenceOwner({ phone, userId, hidesPhone }: Person): object {
  return { ...(hidesPhone ? {} : { wa_id: digitsOf(phone) }), user_id: userId }
}

/** A person as the receiver of a message that was written in the app. */
export function wireReceiver({ phone, userId, hidesPhone }: Person): object {
  return { ...(hidesPhone ? {} : { to: digitsOf(phone) }), to_user_id: userId }
}
