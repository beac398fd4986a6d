import { type Html, html } from './html.ts'

/** WhatsApp's palette, by the numbers that bridges tell. */
const palette = [
  '#ff9485',
  '#64c4ff',
  '#ffd429',
  '#dfaef0',
  '#99b6c1',
  '#55ccb3',
  '#ff9dff',
  '#d3a91d',
  '#6d7cce',
  '#d7e752',
  '#00d0e2',
  '#ffc5c7',
  '#93ceac',
  '#f74848',
  '#00a0f2',
  '#83e422',
  '#ffaf04',
  '#b5ebff',
  '#9ba6ff',
  '#9368cf',
]
const noColour = '#8b949e'

/** A dot in the colour of a label. An image, for pages have no styles in their text. */
export function labelDot(colour: string | null): Html {
  return html`<svg class="dot" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><circle cx="6" cy="6" r="6" fill="${hexOf(colour)}"/></svg>`
}

/** As sources tell colours: a number of the palette, or `#rrggbb`. */
function hexOf(colour: string | null): string {
  if (colour === null) return noColour
  if (/^#[\da-f]{6}$/i.test(colour)) return colour
  return /^\d+$/.test(colour) ? (palette[Number(colour)] ?? noColour) : noColour
}
