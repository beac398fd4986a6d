export {
  type InteractionMeasures,
  interactions,
  type PaymentMeasures,
  type PurchaseMeasures,
  payments,
  purchases,
} from './builder/events.ts'
export { field } from './builder/field.ts'
export {
  all,
  any,
  atLeast,
  hasTag,
  inGroup,
  inSample,
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
export type { Catalogue, DeclaredAttribute, Named } from './catalogue.ts'
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
  EventFilter,
  EventListName,
  EventLists,
  EventMeasure,
  EventMeasures,
  EventsCondition,
  EventsConditionOn,
  IdentityCondition,
  MemberCondition,
  NotCondition,
  SampleCondition,
  ValueTest,
  WindowCondition,
} from './condition.ts'
export { criteriaOf } from './criteria-of.ts'
export type { CustomerListName, CustomerLists, CustomerView } from './customer-view.ts'
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
  ComparisonPredicate,
  EventsPredicate,
  EventsTest,
  FieldPredicate,
  GroupPredicate,
  InteractionFilters,
  InteractionsPredicate,
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
  SamplePredicate,
  Scalar,
  TagPredicate,
  TextFilter,
  TextPredicate,
  WindowFilters,
  WindowPredicate,
} from './predicate.ts'
export { type Moment, resolve } from './resolve.ts'
