import { html } from './html.ts'
import { layout } from './layout.ts'
import type { View } from './view.ts'

/** A page for what is not there, or did not work. */
export function errorPage(view: View, status: number, message: string): string {
  const { words } = view
  const isMissing = status === 404
  const title = isMissing ? words.notFound : words.failed
  return layout(
    view,
    title,
    html`<h1>${title}</h1>
<p>${isMissing ? words.notFoundHint : hintOf(view, status)}</p>
${isMissing ? '' : html`<p class="hint" lang="en">${message}</p>`}
<p><a href="/">${words.back}</a></p>`,
  ).toString()
}

/** In the reader's language; what the shop itself says, in English, stands beneath. */
function hintOf({ words }: View, status: number): string {
  if (status === 401 || status === 403) return words.notAllowedHint
  if (status === 503) return words.busyHint
  return status < 500 ? words.wrongInputHint : words.unexpectedHint
}
