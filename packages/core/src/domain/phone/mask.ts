const shownHead = 6
const shownTail = 2
const leastHidden = 4

/**
 * A phone number for screens and exports that must not show it, `+62812••••••90`.
 *
 * Up to six characters at the front and two at the end stay, as long as four are hidden between
 * them; shorter texts are hidden whole. The length is kept.
 */
export function maskPhone(e164: string): string {
  const room = e164.length - leastHidden - shownTail
  if (room < 0) return '•'.repeat(e164.length)
  const head = Math.min(shownHead, room)
  const hidden = e164.length - head - shownTail
  return e164.slice(0, head) + '•'.repeat(hidden) + e164.slice(-shownTail)
}
