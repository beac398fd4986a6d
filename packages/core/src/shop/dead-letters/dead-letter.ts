import type {
  DeadLetterKind,
  DeadLetterOutcome,
  DeadLetterRow,
} from '../../domain/dead-letters/rows.ts'
import { dateOf } from '../customers/customer.ts'
import { notFound } from '../not-found.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** Something that could not be taken in, without what it says: it can be shown and logged. */
export interface DeadLetter {
  readonly id: string
  readonly source: string
  readonly kind: DeadLetterKind
  readonly reason: string
  /** Where in its delivery it stood last. */
  readonly place: string | null
  readonly receivedAt: Date
  /** When it was delivered last. */
  readonly lastReceivedAt: Date
  /** How many deliveries held it. */
  readonly times: number
  readonly settledAt: Date | null
  readonly outcome: DeadLetterOutcome | null
}

/** A dead letter with what it says. */
export interface OpenedDeadLetter extends DeadLetter {
  /** As it came: personal data. Null once the letter is settled. */
  readonly payload: string | null
}

/** @throws LanggananError `DEAD_LETTER_NOT_FOUND` */
export async function deadLetterRow(
  { tx }: UnitOfWork,
  id: string | undefined,
): Promise<DeadLetterRow> {
  const [row] = id === undefined ? [] : await tx.get('deadLetters', [[id]])
  if (row === undefined) throw notFound('DEAD_LETTER_NOT_FOUND', 'dead letter', 'letter')
  return row
}

export function deadLetterOf(row: Omit<DeadLetterRow, 'payload'>): DeadLetter {
  const { id, source, kind, reason, place, times, outcome } = row
  return {
    id,
    source,
    kind,
    reason,
    place,
    receivedAt: new Date(row.receivedAt),
    lastReceivedAt: new Date(row.lastReceivedAt),
    times,
    settledAt: dateOf(row.settledAt),
    outcome,
  }
}
