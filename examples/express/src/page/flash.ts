import type { GateReason, SendOutcome } from '@langganan/core'
import { type Html, html } from './html.ts'
import type { View } from './view.ts'

/** What became of an answer, as it stands in an address: words of ours only, nothing of a person. */
export function outcomeQuery(sent: SendOutcome): string {
  const said = new URLSearchParams({ outcome: sent.outcome })
  if (sent.outcome === 'stopped') said.set('reasons', sent.reasons.join(' '))
  if (sent.outcome === 'refused') said.set('code', sent.code)
  return said.toString()
}

/** Says what became of the answer that led here. */
export function flash({ words }: View, query: Readonly<Record<string, unknown>>): Html {
  const { outcome } = query
  switch (outcome) {
    case 'accepted':
      return html`<p class="notice" role="status">${words.sent}</p>`
    case 'stopped':
      return warning(
        words.stopped,
        reasonsIn(query.reasons).map((reason) => words.reasons[reason]),
      )
    case 'refused':
      return warning(words.refused(/^\d{1,6}$/.exec(String(query.code))?.[0] ?? '?'))
    case 'unknown':
      return warning(words.unknown)
    case 'notSent':
      return warning(words.notSent)
    case 'empty':
      return warning(words.empty)
    default:
      return html``
  }
}

function warning(text: string, points: readonly string[] = []): Html {
  return html`<div class="notice warn" role="status">${text}${
    points.length === 0 ? '' : html`<ul>${points.map((point) => html`<li>${point}</li>`)}</ul>`
  }</div>`
}

const known: readonly GateReason[] = [
  'archived',
  'blacklisted',
  'noIdentity',
  'windowClosed',
  'optedOut',
  'notOptedIn',
  'tooSoon',
]

function reasonsIn(given: unknown): readonly GateReason[] {
  const said = new Set(String(given).split(' '))
  return known.filter((reason) => said.has(reason))
}
