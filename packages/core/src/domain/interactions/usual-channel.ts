import type { InteractionKind } from './rows.ts'

/** The channel of an interaction of which none is told. */
export function usualChannel(kind: InteractionKind): string {
  if (kind === 'chat' || kind === 'call') return 'whatsapp'
  return kind === 'email' ? 'email' : 'web'
}
