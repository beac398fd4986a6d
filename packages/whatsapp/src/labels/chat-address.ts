/** Whose chat an address is: a person's by number or linked id, or one of those that are no customer's. */
export type ChatAddress =
  | { readonly kind: 'person'; readonly whatsapp: string }
  | { readonly kind: 'person'; readonly lid: string }
  | { readonly kind: OtherChat }

/** Chats that are nobody's own. */
export type OtherChat = 'group' | 'broadcast' | 'newsletter' | 'bot'

// The id, the agent, the device, the server.
const shape = /^(\d{1,20})(?:_\d{1,3})?(?::\d{1,5})?@([a-z.]+)$/

/** Meta's assistants have numbers on the server of people. */
const botNumbers = /^(?:1313555\d{4}|131655500\d{2})$/

/** Reads the address of a chat; undefined where it is none. */
export function chatAddress(address: string): ChatAddress | undefined {
  const other = otherServers.get(address.slice(address.lastIndexOf('@') + 1))
  if (other !== undefined && address.includes('@')) return { kind: other }
  const [, id, server = ''] = shape.exec(address) ?? []
  if (id === undefined) return undefined
  if (lidServers.has(server)) return { kind: 'person', lid: id }
  if (!numberServers.has(server)) return undefined
  // 0 is WhatsApp itself.
  return id === '0' || botNumbers.test(id) ? { kind: 'bot' } : { kind: 'person', whatsapp: id }
}

const otherServers: ReadonlyMap<string, OtherChat> = new Map([
  ['g.us', 'group'],
  ['broadcast', 'broadcast'],
  ['newsletter', 'newsletter'],
  ['bot', 'bot'],
])

const numberServers: ReadonlySet<string> = new Set(['s.whatsapp.net', 'c.us', 'hosted'])
const lidServers: ReadonlySet<string> = new Set(['lid', 'hosted.lid'])
