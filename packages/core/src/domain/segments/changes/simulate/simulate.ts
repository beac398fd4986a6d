import type { Change } from '../../../change/change.ts'
import { type Draft, draft, type Stamp } from '../../../change/draft.ts'
import { isLanggananError } from '../../../error/langganan-error.ts'
import { judgeKept } from '../../../kept/advance.ts'
import { keptState } from '../../../kept/kept-state.ts'
import { loaded } from '../../customer-view.ts'
import type { Action } from '../action.ts'
import type { ChangeableView } from '../changeable-view.ts'
import { interact } from './interactions.ts'
import { archive, blacklist, bounce, changeGroup, decide, recordLabel, tagByHand } from './marks.ts'
import { buy, takeBack } from './orders.ts'
import { setField } from './set-field.ts'
import type { Setting } from './setting.ts'
import { settleParts } from './settlements.ts'
import { viewAfter } from './view-after.ts'

/**
 * The customer once an action is done now: written by the functions that the shop writes with, and
 * judged by what is kept up as after every write. Undefined where the write would be refused.
 */
export function simulate(action: Action, setting: Setting): ChangeableView | undefined {
  const stamp = stampOf(setting)
  const into = draft(stamp)
  try {
    actOf(action)(into, setting, stamp)
  } catch (error) {
    if (isLanggananError(error, 'AMOUNT_OVERFLOW')) return undefined
    throw error
  }
  const change = into.change()
  return judged(viewAfter(setting.view, change), change, setting)
}

function stampOf({ moment: { now } }: Setting): Stamp {
  let made = 0
  return {
    now,
    actor: '',
    newId: () => {
      made += 1
      return `simulated-${made}`
    },
  }
}

type Act = (into: Draft, setting: Setting, stamp: Stamp) => void

function actOf(action: Action): Act {
  switch (action.kind) {
    case 'wait':
      return () => undefined
    case 'tag':
      return (into, { view }, stamp) => tagByHand(into, action, view, stamp)
    case 'group':
      return (into, { view }, stamp) => changeGroup(into, action, view, stamp)
    case 'label':
      return (into, { view }, stamp) => recordLabel(into, action, view, stamp)
    case 'consent':
      return (into, { view }, stamp) => decide(into, action, view, stamp)
    case 'set':
      return (into, { view }) => setField(into, action, view)
    case 'archive':
      return (into, { view }, stamp) => archive(into, action.archived, view, stamp)
    case 'blacklist':
      return (into, { view }, stamp) => blacklist(into, action.blacklisted, view, stamp)
    case 'bounce':
      return (into, { view }, stamp) => bounce(into, action, view, stamp)
    case 'interact':
      return (into, { view, moment }, stamp) => interact(into, action, view, moment.timeZone, stamp)
    case 'pay':
    case 'refund':
      return (into, { view }, stamp) => settleParts(into, action, view, stamp)
    case 'return':
      return (into, setting, stamp) => takeBack(into, action, setting, stamp)
    case 'buy':
      return (into, setting, stamp) => buy(into, action, setting, stamp)
  }
}

/** Brings in and out of what is kept up and depends on what changed, by what is so after it. */
function judged(
  view: ChangeableView,
  { criteria }: Change,
  { moment, plan }: Setting,
): ChangeableView {
  if (plan.watched.length === 0) return view
  const { state } = judgeKept(plan, keptState(view, view.tagMembers), moment.now, (watched) =>
    [...watched.criteria].some((criterion) => criteria.has(criterion)),
  )
  return {
    ...view,
    tags: loaded(state.view, 'tags'),
    memberships: loaded(state.view, 'memberships'),
  }
}
