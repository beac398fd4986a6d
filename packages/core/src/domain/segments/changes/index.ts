export type { ConsentEventRow } from '../../consents/rows.ts'
export type { Kept } from '../../kept/kept.ts'
export type { LabelEventRow } from '../../labels/rows.ts'
export type { TagMemberRow } from '../../tags/rows.ts'
export type { TransactionRow } from '../../transactions/rows.ts'
export type { Locale } from '../describe/languages.ts'
export type {
  Action,
  ActionKind,
  ArchiveAction,
  BlacklistAction,
  BoughtGoods,
  BounceAction,
  BuyAction,
  ConsentAction,
  Goods,
  GroupAction,
  InteractAction,
  InteractionAsked,
  LabelAction,
  Order,
  ReturnAction,
  SetAction,
  SettleAction,
  SettledPart,
  SetValue,
  TagAction,
  WaitAction,
} from './action.ts'
export {
  type ChangeableView,
  type ChangeMoment,
  needsOfChanges,
} from './changeable-view.ts'
export { describeChange } from './describe-change.ts'
export { type Changes, whatWouldChange } from './what-would-change.ts'
