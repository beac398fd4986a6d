import type { Audience } from './items.ts'

const servers: readonly [suffix: string, audience: Audience][] = [
  ['@g.us', 'group'],
  ['@broadcast', 'broadcast'],
  ['@newsletter', 'newsletter'],
]

/** To whom an item went that is not of one person; undefined if it is. */
export function audienceOf(item: Readonly<Record<string, unknown>>): Audience | undefined {
  if (isSaid(item.group_id) || item.recipient_type === 'group') return 'group'
  for (const address of [item.from, item.to, item.recipient_id, item.id]) {
    if (typeof address !== 'string') continue
    const found = servers.find(([suffix]) => address.endsWith(suffix))
    if (found !== undefined) return found[1]
  }
  return undefined
}

function isSaid(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '')
}
