import type { WindowStatus } from '@langganan/core'
import { type Html, html } from './html.ts'
import type { View } from './view.ts'

/** Whether somebody can be written to freely, in one word; who cannot see where it stands hears what of. */
export function windowBadge({ words }: View, isOpen: boolean): Html {
  const of = html`<span class="unseen">${words.window}: </span>`
  return isOpen
    ? html`<span class="badge open">${of}${words.windowOpen}</span>`
    : html`<span class="badge">${of}${words.windowClosed}</span>`
}

/** Until when somebody can be written to freely, or what can be sent instead, in few words. */
export function windowBadgeUntil(view: View, { state, closesAt }: WindowStatus): Html {
  const { words, weekTime } = view
  const of = html`<span class="unseen">${words.window}: </span>`
  if (state === 'free-form' && closesAt !== null)
    return html`<span class="badge open">${of}${words.windowUntil(weekTime(closesAt))}</span>`
  const text = state === 'blocked' ? words.windowBlocked : words.windowTemplates
  return html`<span class="badge">${of}${text}</span>`
}

/** The same in a sentence, with the time. */
export function windowSentence({ words, time }: View, { state, closesAt }: WindowStatus): Html {
  if (state === 'blocked') return html`<span class="badge">${words.windowNone}</span>`
  if (closesAt === null) return html`<span class="badge">${words.windowNever}</span>`
  return state === 'free-form'
    ? html`<span class="badge open">${words.windowOpenUntil(time(closesAt))}</span>`
    : html`<span class="badge">${words.windowClosedSince(time(closesAt))}</span>`
}
