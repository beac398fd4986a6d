import type { DeadLetterOutcome, DeadLetterRow } from '../../domain/dead-letters/rows.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { deadLetterRow } from './dead-letter.ts'

/** Ends a dead letter and empties it. One that was settled before stays as it was. */
export async function settleDeadLetter(
  unit: UnitOfWork,
  id: string,
  outcome: DeadLetterOutcome,
): Promise<DeadLetterRow> {
  const before = await deadLetterRow(unit, id)
  if (before.settledAt !== null) return before
  const settled: DeadLetterRow = {
    ...before,
    payload: null,
    openSince: null,
    settledAt: unit.stamp.now,
    outcome,
  }
  const into = unit.draft()
  into.put('deadLetters', settled)
  into.event('deadLetter.settled', { letter: id, outcome })
  await unit.write(into)
  return settled
}
