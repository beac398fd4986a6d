import type { Direction, InteractionKind } from './rows.ts'

/** The channel of an interaction of which none is told. */
export function usualChannel(kind: InteractionKind): string {
  if (kind === 'chat' || kind === 'call') return 'whatsapp'
  return kind === 'email' ? 'email' : 'web'
}

/** The kind of an interaction of which only the channel is told. */
export function usualKind(channel: string, direction: Direction): InteractionKind {
  if (channel === 'email') return 'email'
  if (channel === 'phone') return 'call'
  return channel === 'web' && direction === 'inbound' ? 'pageView' : 'chat'
}
