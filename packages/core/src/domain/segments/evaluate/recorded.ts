import type {
  ConsentCondition,
  LabelCondition,
  MembershipCondition,
  ScoreCondition,
} from '../condition.ts'
import { loaded } from '../customer-view.ts'
import type { Judge } from './judge.ts'
import { compileValueTest } from './value-test.ts'

/** Judges whether a label is on, or was just before an instant. */
export function judgeLabel({ id, before }: LabelCondition): Judge {
  return (view) =>
    loaded(view, 'labels').some(
      ({ labelId, at, until }) =>
        labelId === id &&
        (before === null ? until === null : at < before && (until === null || until >= before)),
    )
}

/** Judges what was decided for a purpose: on the channel, or on any. */
export function judgeConsent({ purpose, channel, decisions }: ConsentCondition): Judge {
  return (view) =>
    loaded(view, 'consents').some(
      (consent) =>
        consent.purpose === purpose &&
        (channel === null || consent.channel === channel) &&
        decisions.includes(consent.decision),
    )
}

/** Judges one score of the customer, which may be missing with the whole row. */
export function judgeScore({ column, test }: ScoreCondition): Judge {
  if (test.is === 'missing') {
    return (view) => loaded(view, 'scores').every((scores) => scores[column] === null)
  }
  const passes = compileValueTest(test)
  return (view) => loaded(view, 'scores').some((scores) => passes(scores[column]))
}

/** Judges since when the customer is kept as a member of a segment. */
export function judgeMembership({ segment, upTo }: MembershipCondition): Judge {
  return (view) =>
    loaded(view, 'memberships').some(
      ({ segmentId, since }) => segmentId === segment && since <= upTo,
    )
}
