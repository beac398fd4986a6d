import type { Draft, Stamp } from '../../../change/draft.ts'
import { recordInteraction } from '../../../interactions/record-interaction.ts'
import type { WindowRow } from '../../../interactions/rows.ts'
import { withWindow } from '../../../interactions/window.ts'
import { loaded } from '../../customer-view.ts'
import type { InteractAction } from '../action.ts'
import type { ChangeableView } from '../changeable-view.ts'

/** Records interactions one after the other, as one call does. */
export function interact(
  into: Draft,
  { count, interaction }: InteractAction,
  view: ChangeableView,
  timeZone: string,
  stamp: Stamp,
): void {
  let { facts } = view
  let windows: readonly WindowRow[] = loaded(view, 'windows')
  for (let i = 0; i < count; i++) {
    const known = { facts, windows, timeZone }
    const recorded = recordInteraction(into, { ...interaction, at: stamp.now }, known, stamp)
    facts = recorded.facts
    const { window } = recorded
    if (window !== null) windows = withWindow(windows, window)
  }
  into.put('facts', facts)
}
