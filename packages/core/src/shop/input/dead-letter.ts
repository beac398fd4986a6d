import { z } from 'zod'
import {
  type DeadLetterKind,
  type DeadLetterOutcome,
  deadLetterKinds,
  deadLetterOutcomes,
} from '../../domain/dead-letters/rows.ts'
import { checked } from './checked.ts'
import { limit, text } from './values.ts'

/** Something that came from outside and could not be taken in. */
export interface DeadLetterInput {
  /** Where it came from, such as `whatsapp`. */
  readonly source: string
  /** `unknown`: nobody knows what it is; `rejected`: it could not be read; `refused`: the shop refused it. */
  readonly kind: DeadLetterKind
  /** A code, or what was expected. It is listed and logged: never a value that was found. */
  readonly reason: string
  /** Where in its delivery it stood, such as `entry[0].changes[2]`. */
  readonly place?: string | null | undefined
  /** As it came, as text, up to 2,000,000 characters, with all that it takes to read it again. Personal data. */
  readonly payload: string
}

/** Which dead letters, where a page of them ends, and what it is behind. */
export interface ListDeadLettersInput {
  /** Those that were settled, by when they were, in place of those that are open. */
  readonly settled?: boolean | undefined
  /** 50 where nothing is said, 1,000 at most. */
  readonly limit?: number | undefined
  /** The `next` of the page before. */
  readonly after?: string | undefined
}

export const deadLetterInput: z.ZodType<DeadLetterInput> = z.strictObject({
  source: text(64),
  kind: z.enum(deadLetterKinds, 'Expected unknown, rejected or refused'),
  reason: text(200),
  place: text(500).nullish(),
  payload: text(2_000_000),
})

export const listDeadLettersInput: z.ZodType<ListDeadLettersInput> = z.strictObject({
  settled: z.boolean('Expected true or false').optional(),
  limit,
  after: text(2_000).optional(),
})

/** How a dead letter is settled. @throws LanggananError `INVALID_INPUT` */
export function outcomeGiven(value: unknown): DeadLetterOutcome {
  const outcome = z.enum(deadLetterOutcomes, 'Expected applied or discarded')
  return checked(outcome, value, 'outcome')
}
