import type { Shop } from '@langganan/core'
import type { Phone } from '../play/phones.ts'
import type { Play } from '../play/play.ts'
import { answerForm } from './answer-form.ts'
import { flash } from './flash.ts'
import { type Html, html, type Part } from './html.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'
import { windowSentence } from './window-badge.ts'

/** The phones of the people in the sandbox, and time, which can be moved on. */
export async function playPage(
  shop: Shop,
  view: View,
  play: Play,
  query: Readonly<Record<string, unknown>>,
): Promise<Html> {
  const { words, time } = view
  const phones = await Promise.all(
    play.phones.all().map((phone) => phoneBox(shop, view, { play, phone, query })),
  )
  return layout(
    view,
    words.play,
    html`<h1>${words.play}</h1>
<p class="hint">${words.playHint}</p>
<div class="halves">
<section class="box" aria-labelledby="time">
<h2 id="time" class="unseen">${words.time}</h2>
<form method="post" action="/play/time">
<p>${words.now} <strong>${time(new Date(play.clock()))}</strong></p>
<div class="buttons">
<button class="second" name="hours" value="1">${words.hourPasses}</button>
<button class="second" name="hours" value="24">${words.dayPasses}</button>
</div></form>
</section>
<section class="box" aria-labelledby="new">
<h2 id="new" class="unseen">${words.someoneNew}</h2>
<form method="post" action="/play/people" class="fields">
<label>${words.someoneNew}: ${words.theirName}<input name="name" required maxlength="100"></label>
<label>${words.theirText}<input name="text" required maxlength="1000"></label>
<button>${words.send}</button>
</form>
</section>
</div>
<h2 class="unseen">${words.customers}</h2>
<div class="phones">${phones}</div>`,
  )
}

interface Box {
  readonly play: Play
  readonly phone: Phone
  readonly query: Readonly<Record<string, unknown>>
}

async function phoneBox(shop: Shop, view: View, { play, phone, query }: Box): Promise<Html> {
  const { words } = view
  const { person } = phone
  return html`<section class="box phone" id="${person.key}" aria-label="${words.phoneOf(person.name)}">
<div class="head"><h3>${person.name}</h3> <span class="hint">${phone.hidesPhone ? words.hidden : person.phone}</span></div>
${bubbles(view, phone)}
${query.phone === person.key ? flash(view, query) : ''}
<form method="post" action="/play/people/${person.key}/writes" class="fields">
<label>${words.writes(person.name)}<input name="text" required maxlength="1000"></label>
<button>${words.send}</button>
</form>
<details><summary>${words.acts}</summary>
<form method="post" action="/play/people/${person.key}/does" class="buttons">
<button class="second" name="act" value="call">${words.calls}</button>
<button class="second" name="act" value="stopMarketing">${words.stopsMarketing}</button>
<button class="second" name="act" value="resumeMarketing">${words.resumesMarketing}</button>
</form></details>
${await shopSide(shop, view, play, phone)}
</section>`
}

function bubbles({ words, time }: View, phone: Phone): Part {
  const all = phone.bubbles()
  if (all.length === 0) return html`<p class="hint">${words.nothingOnPhone}</p>`
  return html`<ol class="bubbles" tabindex="0" aria-label="${words.phoneOf(phone.person.name)}">${all.map(
    ({ from, text, at }) =>
      html`<li class="${from === 'person' ? 'own' : 'other'}">${text}<time datetime="${new Date(at).toISOString()}">${time(new Date(at))}</time></li>`,
  )}</ol>`
}

/** What the shop knows of the person, and where it answers. */
async function shopSide(shop: Shop, view: View, play: Play, { person }: Phone): Promise<Html> {
  const { words } = view
  const { channel } = play
  const customer =
    (await shop.customers.find('userId', person.userId)) ??
    (await shop.customers.find('phone', person.phone))
  if (customer === null) return html`<p class="hint">${words.notKnown}</p>`
  const { id, name } = customer
  const window = await shop.interactions.window(id, channel.businessNumber)
  const asked = { customer: id, channel, form: 'freeForm', purpose: 'service' } as const
  const mayReceive = await shop.messages.mayReceive(asked)
  return html`<div class="shop-side">
<p><a href="/customers/${id}">${words.card}: ${name}</a> ${windowSentence(view, window)}</p>
${answerForm(view, { customer: id, name, mayReceive, phone: person.key })}
</div>`
}
