import type { ConsentChannel, ConsentDecision, ConsentPurpose } from '../consents/rows.ts'
import type { Horizon } from '../scores/rows.ts'
import type { Step } from '../time/step.ts'
import type { Comparison, EventMeasures } from './condition.ts'
import type { FieldName } from './fields/field-types.ts'

/**
 * A question about one customer at one instant, as JSON: what shops store, send and build. It means
 * the same on every storage; `check` makes one of unknown input.
 */
export type Predicate =
  | AllPredicate
  | AnyPredicate
  | NotPredicate
  | AtLeastPredicate
  | FieldPredicate
  | EventsPredicate
  | WindowPredicate
  | CanReceivePredicate
  | GroupPredicate
  | TagPredicate
  | LabelPredicate
  | HadLabelPredicate
  | ConsentPredicate
  | ExpectedPurchasesPredicate
  | SegmentPredicate
  | SamplePredicate

/** A predicate that is not made of others. */
export type LeafPredicate = Exclude<
  Predicate,
  AllPredicate | AnyPredicate | NotPredicate | AtLeastPredicate
>

/** Every part holds; true without parts. */
export interface AllPredicate {
  readonly all: readonly Predicate[]
}

/** Some part holds; false without parts. */
export interface AnyPredicate {
  readonly any: readonly Predicate[]
}

/** The complement: customers whose value is missing belong to it. */
export interface NotPredicate {
  readonly not: Predicate
}

/** At least so many of the parts hold. */
export interface AtLeastPredicate {
  readonly atLeast: number
  readonly of: readonly Predicate[]
}

/** A field of the catalogue, or a declared attribute as `attr.` and its name, under a test. */
export type FieldPredicate =
  | ComparisonPredicate
  | ListPredicate
  | PeriodPredicate
  | BetweenPredicate
  | TextPredicate
  | MissingPredicate

export interface ComparisonPredicate {
  readonly field: FieldName
  readonly is: Comparison
  readonly value: Scalar | Ago
}

/** One of the values. */
export interface ListPredicate {
  readonly field: FieldName
  readonly is: 'in'
  readonly value: readonly Scalar[]
}

/** A time in a period. */
export interface PeriodPredicate {
  readonly field: FieldName
  readonly is: 'in'
  readonly value: Period
}

/** Both bounds belong to it. */
export interface BetweenPredicate {
  readonly field: FieldName
  readonly is: 'between'
  readonly value: readonly [low: Scalar, high: Scalar]
}

/** All but `exactly` compare the folded form, in which case and diacritics do not count. */
export interface TextPredicate {
  readonly field: FieldName
  readonly is: 'contains' | 'startsWith' | 'endsWith' | 'exactly'
  readonly value: string
}

export interface MissingPredicate {
  readonly field: FieldName
  readonly is: 'missing'
}

/** How a field may be tested. */
export type Operator = FieldPredicate['is']

/**
 * A text, a number, minor units of the shop's currency, a flag, a local date `YYYY-MM-DD`, an
 * instant in ISO 8601 with its offset, or the id of something.
 */
export type Scalar = string | number | boolean | Amount

/** Money whose currency is named. */
export interface Amount {
  readonly minor: number
  readonly currency: string
}

/** That long before now. `<=` means as long ago or longer, `>` more recently. */
export interface Ago {
  readonly ago: Step
}

export type CalendarPeriod = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A stretch of time in the shop's zone; dates are local days and belong to `since`, `until`, `between`. */
export type Period =
  | { readonly last: Step | CalendarPeriod }
  | { readonly next: Step | CalendarPeriod }
  | { readonly this: CalendarPeriod }
  | { readonly on: string }
  | { readonly before: string }
  | { readonly after: string }
  | { readonly since: string }
  | { readonly until: string }
  | { readonly between: readonly [first: string, last: string] }

/** A measure over the events of a list that pass the filters and lie in the period. */
export type EventsPredicate =
  | PurchasesPredicate
  | PaymentsPredicate
  | InteractionsPredicate
  | LabelsPredicate

/** Standing orders that hold a matching line, or what those lines add up to. */
export type PurchasesPredicate = {
  readonly purchases: PurchaseFilters & PeriodKeys
  readonly measure: EventMeasures['purchases']
} & EventsTest

export type PaymentsPredicate = {
  readonly payments: PaymentFilters & PeriodKeys
  readonly measure: EventMeasures['payments']
} & EventsTest

export type InteractionsPredicate = {
  readonly interactions: InteractionFilters & PeriodKeys
  readonly measure: EventMeasures['interactions']
} & EventsTest

/** Labels put on: one that is on already is not put on again. */
export type LabelsPredicate = {
  readonly labels: LabelFilters & PeriodKeys
  readonly measure: EventMeasures['labels']
} & EventsTest

/** `first` and `last` are times and take what fields of times take. */
export type EventsTest =
  | { readonly is: Comparison; readonly value: number | string | Amount | Ago }
  | {
      readonly is: 'between'
      readonly value: readonly [low: number | Amount, high: number | Amount]
    }
  | { readonly is: 'in'; readonly value: Period }

export interface PurchaseFilters {
  readonly product?: TextFilter
  readonly category?: TextFilter
  readonly colour?: TextFilter
  readonly size?: TextFilter
}

export interface PaymentFilters {
  readonly method?: TextFilter
}

export interface InteractionFilters {
  readonly kind?: TextFilter
  readonly channel?: TextFilter
  readonly direction?: TextFilter
  readonly term?: TextFilter
  readonly product?: TextFilter
  readonly device?: TextFilter
  readonly weekday?: WeekdayFilter
  readonly hour?: HourFilter
}

export interface LabelFilters {
  /** Id of the label, or several. */
  readonly label?: ReferenceFilter
  /** Who put it on. */
  readonly by?: TextFilter
}

/** The id of something, or several. */
export type ReferenceFilter = string | { readonly in: readonly string[] }

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** A day of the week in the shop's zone, or several. */
export type WeekdayFilter = Weekday | { readonly in: readonly Weekday[] }

/** The hour that the clocks of the shop's zone show, 0 to 23; both bounds belong to `between`. */
export type HourFilter =
  | number
  | { readonly in: readonly number[] }
  | { readonly between: readonly [first: number, last: number] }

/** Equal to a text, or another test of texts. */
export type TextFilter =
  | string
  | { readonly in: readonly string[] }
  | { readonly contains: string }
  | { readonly startsWith: string }
  | { readonly endsWith: string }
  | { readonly exactly: string }

/** The keys of a {@link Period} beside the filters, one at most. */
export interface PeriodKeys {
  readonly last?: Step | CalendarPeriod
  readonly next?: Step | CalendarPeriod
  readonly this?: CalendarPeriod
  readonly on?: string
  readonly before?: string
  readonly after?: string
  readonly since?: string
  readonly until?: string
  readonly between?: readonly [first: string, last: string]
}

/** The customer service window: open now, or open and closing within a step. Any number's unless one is named. */
export type WindowPredicate =
  | { readonly window: WindowFilters; readonly is: 'open' }
  | { readonly window: WindowFilters; readonly is: 'closesWithin'; readonly value: Step }

export interface WindowFilters {
  readonly businessNumber?: string
}

/**
 * What may be sent over WhatsApp, by the platform's rules: a template to whom WhatsApp could reach and
 * who is neither archived nor blacklisted; free-form besides only while a window is open, any
 * number's unless one is named.
 */
export type CanReceivePredicate =
  | { readonly canReceive: 'template' }
  | { readonly canReceive: 'freeForm'; readonly businessNumber?: string }

export interface GroupPredicate {
  /** Id of the group. */
  readonly group: string
}

export interface TagPredicate {
  /** Id of the tag. */
  readonly tag: string
}

/** Has the label now. */
export interface LabelPredicate {
  /** Id of the label. */
  readonly label: string
}

/** Had the label at the end of a local day. Nobody had before that day is over. */
export interface HadLabelPredicate {
  /** Id of the label. */
  readonly hadLabel: string
  /** `YYYY-MM-DD` */
  readonly at: string
}

/** What the customer decided last for a purpose, on a channel; on any channel where none is named. */
export interface ConsentPredicate {
  readonly consent: ConsentPurpose
  readonly is: ConsentDecision
  readonly channel?: ConsentChannel
}

/** Purchases that a model expects within a horizon, with three decimals at most. Missing where no model did. */
export type ExpectedPurchasesPredicate = {
  readonly expectedPurchases: { readonly days: Horizon }
} & (
  | { readonly is: Comparison; readonly value: number }
  | { readonly is: 'between'; readonly value: readonly [low: number, high: number] }
  | { readonly is: 'missing' }
)

/**
 * Belongs to a saved segment, which means its definition at the same instant; with `for`, has
 * belonged for that long, which only a tracked segment can tell.
 */
export interface SegmentPredicate {
  /** Id of the segment. */
  readonly segment: string
  readonly for?: Step
}

/** So many percent of all customers, the same ones for the same seed. */
export interface SamplePredicate {
  readonly sample: number
  readonly seed: string
}
