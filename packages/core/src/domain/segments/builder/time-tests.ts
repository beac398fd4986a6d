import type { Ago, Period } from '../predicate.ts'
import type { TimeTests } from './tests.ts'

type TimeTest =
  | { readonly is: 'in'; readonly value: Period }
  | { readonly is: '<=' | '>'; readonly value: Ago }

/** Tests of a time, each handed to what makes a predicate of it. */
export function timeTests<P>(make: (test: TimeTest) => P): TimeTests<P> {
  const inPeriod = (value: Period): P => make({ is: 'in', value })
  return {
    in: inPeriod,
    on: (on) => inPeriod({ on }),
    before: (before) => inPeriod({ before }),
    after: (after) => inPeriod({ after }),
    since: (since) => inPeriod({ since }),
    until: (until) => inPeriod({ until }),
    between: (first, last) => inPeriod({ between: [first, last] }),
    moreThanAgo: (ago) => make({ is: '<=', value: { ago } }),
    lessThanAgo: (ago) => make({ is: '>', value: { ago } }),
  }
}
