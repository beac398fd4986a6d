export {
  type InteractionMeasures,
  interactions,
  type LabelMeasures,
  labels,
  type PaymentMeasures,
  type PurchaseMeasures,
  payments,
  purchases,
} from './builder/events.ts'
export { type ExpectedPurchasesTests, expectedPurchases } from './builder/expected-purchases.ts'
export { field } from './builder/field.ts'
export {
  all,
  any,
  atLeast,
  canReceiveFreeForm,
  canReceiveTemplate,
  consent,
  hadLabel,
  hasLabel,
  hasTag,
  inGroup,
  inSample,
  inSegment,
  not,
  windowClosesWithin,
  windowIsOpen,
} from './builder/logic.ts'
export type {
  AttributeTests,
  NumberTests,
  TestsByType,
  TestsOf,
  TimeTests,
} from './builder/tests.ts'
export type {
  Catalogue,
  DeclaredAttribute,
  DefinedSegment,
  Named,
  NamedLabel,
} from './catalogue.ts'
export { check } from './check.ts'
export { compile } from './compile.ts'
export { compileCondition } from './compile-condition.ts'
export type {
  AllCondition,
  AnyCondition,
  AtLeastCondition,
  AttributeCondition,
  AverageCondition,
  ColumnCondition,
  ColumnRef,
  Comparison,
  Condition,
  ConsentCondition,
  EventFilter,
  EventListName,
  EventLists,
  EventMeasure,
  EventMeasures,
  EventsCondition,
  EventsConditionOn,
  IdentityCondition,
  LabelCondition,
  MemberCondition,
  MembershipCondition,
  NotCondition,
  OverdueCondition,
  ReachableCondition,
  SampleCondition,
  ScoreCondition,
  ValueTest,
  WindowCondition,
} from './condition.ts'
export type { CustomerListName, CustomerLists, CustomerView, OpenSale } from './customer-view.ts'
export { type EventList, eventLists } from './fields/event-lists.ts'
export type { Field } from './fields/field.ts'
export type { FieldName, FieldType, FieldTypes, KnownFieldName } from './fields/field-types.ts'
export { fields } from './fields/fields.ts'
export { operatorsOf } from './fields/operators.ts'
export { limits } from './limits.ts'
export { type Needs, needs } from './needs.ts'
export type {
  Ago,
  AllPredicate,
  Amount,
  AnyPredicate,
  AtLeastPredicate,
  BetweenPredicate,
  CalendarPeriod,
  CanReceivePredicate,
  ComparisonPredicate,
  ConsentPredicate,
  EventsPredicate,
  EventsTest,
  ExpectedPurchasesPredicate,
  FieldPredicate,
  GroupPredicate,
  HadLabelPredicate,
  HourFilter,
  InteractionFilters,
  InteractionsPredicate,
  LabelFilters,
  LabelPredicate,
  LabelsPredicate,
  LeafPredicate,
  ListPredicate,
  MissingPredicate,
  NotPredicate,
  Operator,
  PaymentFilters,
  PaymentsPredicate,
  Period,
  PeriodKeys,
  PeriodPredicate,
  Predicate,
  PurchaseFilters,
  PurchasesPredicate,
  ReferenceFilter,
  SamplePredicate,
  Scalar,
  SegmentPredicate,
  TagPredicate,
  TextFilter,
  TextPredicate,
  Weekday,
  WeekdayFilter,
  WindowFilters,
  WindowPredicate,
} from './predicate.ts'
export { type Moment, resolve } from './resolve.ts'
