import { randomUUID } from 'node:crypto'
import type { MayReceive } from '@langganan/core'
import { type Html, html } from './html.ts'
import type { View } from './view.ts'

export interface AnswerFormOptions {
  readonly customer: string
  readonly name: string
  readonly mayReceive: MayReceive
  /** Key of the phone to come back to; without one it is the customer's card. */
  readonly phone?: string
}

/**
 * Where staff write to a customer. The form carries a reference of its own, so that sending it twice
 * sends one message. It stays where nothing may be sent: the gate is asked at the moment of sending.
 */
export function answerForm(
  view: View,
  { customer, name, mayReceive, phone = '' }: AnswerFormOptions,
): Html {
  const { words, hasPlay } = view
  return html`<form method="post" action="/customers/${customer}/answers">
<input type="hidden" name="reference" value="${randomUUID()}">
<input type="hidden" name="phone" value="${phone}">
<label>${words.answerTo(name)}<textarea name="text" maxlength="4096"></textarea></label>
${mayReceive.allowed ? '' : reasons(view, mayReceive)}
<div class="buttons">
<button name="send" value="text">${words.send}</button>
${hasPlay ? html`<button class="second" name="send" value="news">${words.sendNews}</button>` : ''}
</div>
</form>`
}

function reasons({ words }: View, { reasons: against }: MayReceive): Html {
  return html`<p class="hint against">${words.mayNot}:</p>
<ul class="reasons hint">${against.map((reason) => html`<li>${words.reasons[reason]}</li>`)}</ul>`
}
