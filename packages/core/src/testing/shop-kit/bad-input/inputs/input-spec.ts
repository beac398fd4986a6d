import type { Ids } from '../../world/population.ts'
import type { Wrong } from '../wrong-values.ts'

/** An input object of a method: what is right, and what each of its fields refuses. */
export interface InputSpec {
  readonly method: string
  /** What the errors' fields begin with. */
  readonly place?: string
  args(input: unknown, ids: Ids): readonly unknown[]
  right(ids: Ids): object
  readonly fields: Readonly<Record<string, readonly Wrong[]>>
  /** Objects in it that take no other fields than theirs. */
  readonly closed: readonly string[]
}

export const one = (input: unknown): readonly unknown[] => [input]
export const batchOf = (input: unknown): readonly unknown[] => [[input]]
