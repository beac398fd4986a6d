import type { Draft, Stamp } from '../change/draft.ts'
import { fold } from '../text/fold.ts'
import { withInteraction } from '../value/facts.ts'
import type { FactsRow } from '../value/rows.ts'
import { localTimeOf } from './local-time.ts'
import type { InteractionRow, WindowRow } from './rows.ts'
import { lastClosing, opensWindow, windowAfter, withWindow } from './window.ts'

/** An interaction as it is to be recorded. */
export type NewInteraction = Pick<
  InteractionRow,
  'kind' | 'channel' | 'direction' | 'at' | 'businessNumber' | 'device' | 'product' | 'term'
>

export function recordInteraction(
  into: Draft,
  interaction: NewInteraction,
  known: {
    readonly facts: FactsRow
    readonly windows: readonly WindowRow[]
    readonly timeZone: string
    /** False for what opens no window although it comes from the customer over WhatsApp. */
    readonly mayOpenWindow?: boolean
    /** By which identity the customer wrote, where that is known. */
    readonly writtenFrom?: string | null
  },
  stamp: Stamp,
): {
  readonly row: InteractionRow
  readonly facts: FactsRow
  readonly windows: readonly WindowRow[]
} {
  const { customerId } = known.facts
  const { product, term, at, channel, device } = interaction
  const row: InteractionRow = {
    ...interaction,
    ...localTimeOf(at, known.timeZone),
    id: stamp.newId(),
    customerId,
    originId: customerId,
    recordedAt: stamp.now,
    channelFold: fold(channel),
    deviceFold: device === null ? null : fold(device),
    productFold: product === null ? null : fold(product),
    termFold: term === null ? null : fold(term),
  }
  into.insert('interactions', row)
  into.event('interaction.recorded', { interaction: row.id }, { customerId, at })
  into.touch(customerId, 'facts', 'interactions')
  const opens = (known.mayOpenWindow ?? true) && opensWindow(row)
  const window = opens
    ? windowAfter(windowAt(known.windows, row), row, known.writtenFrom ?? null)
    : null
  if (window !== null) {
    into.put('windows', window)
    into.touch(customerId, 'windows')
  }
  const windows = window === null ? known.windows : withWindow(known.windows, window)
  const closesAt = window === null ? known.facts.windowClosesAt : lastClosing(windows)
  return { row, facts: withInteraction(known.facts, at, closesAt), windows }
}

function windowAt(
  windows: readonly WindowRow[],
  { businessNumber }: InteractionRow,
): WindowRow | undefined {
  return windows.find((window) => window.businessNumber === (businessNumber ?? ''))
}
