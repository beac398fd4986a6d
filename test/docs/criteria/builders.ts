import {
  all,
  any,
  atLeast,
  canReceiveFreeForm,
  canReceiveTemplate,
  consent,
  expectedPurchases,
  field,
  hadLabel,
  hasLabel,
  hasTag,
  inGroup,
  inSample,
  inSegment,
  interactions,
  labels,
  not,
  payments,
  purchases,
  windowClosesWithin,
  windowIsOpen,
} from '../../../packages/core/src/domain/segments/index.ts'

/** The functions of the builder, by name. */
export const builders: Readonly<Record<string, unknown>> = {
  all,
  any,
  atLeast,
  canReceiveFreeForm,
  canReceiveTemplate,
  consent,
  expectedPurchases,
  field,
  hadLabel,
  hasLabel,
  hasTag,
  inGroup,
  inSample,
  inSegment,
  interactions,
  labels,
  not,
  payments,
  purchases,
  windowClosesWithin,
  windowIsOpen,
}

/** What a call of the builder, written as TypeScript, makes. */
export function built(call: string): unknown {
  return new Function(...Object.keys(builders), `return ${call}`)(...Object.values(builders))
}
