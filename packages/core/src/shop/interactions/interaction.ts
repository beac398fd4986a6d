import type { Direction, InteractionKind, InteractionRow } from '../../domain/interactions/rows.ts'

/** Something that passed between a customer and the shop. */
export interface Interaction {
  readonly id: string
  readonly customer: string
  readonly kind: InteractionKind
  readonly channel: string
  readonly direction: Direction
  readonly at: Date
  readonly businessNumber: string | null
  readonly device: string | null
  readonly product: string | null
  /** What was searched for. */
  readonly term: string | null
}

export function interactionOf(row: InteractionRow): Interaction {
  const { id, customerId, kind, channel, direction, at } = row
  const { businessNumber, device, product, term } = row
  return {
    id,
    customer: customerId,
    kind,
    channel,
    direction,
    at: new Date(at),
    businessNumber,
    device,
    product,
    term,
  }
}
