import type { Draft, Stamp } from '../../../change/draft.ts'
import { recordInteraction } from '../../../interactions/record-interaction.ts'
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
  let known = { facts: view.facts, windows: loaded(view, 'windows'), timeZone }
  for (let i = 0; i < count; i++) {
    const recorded = recordInteraction(into, { ...interaction, at: stamp.now }, known, stamp)
    known = { ...recorded, timeZone }
  }
  into.put('facts', known.facts)
}
