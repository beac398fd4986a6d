import { z } from 'zod'
import { limit, reference, text } from './values.ts'

/** Customers of whom something was told as of one person. */
export interface ConflictInput {
  /** Two ids or more; each two of them are a conflict. */
  readonly customers: readonly string[]
}

/** Where a page of conflicts ends, and what it is behind. */
export interface ListConflictsInput {
  /** 50 where nothing is said, 1,000 at most. */
  readonly limit?: number | undefined
  /** The `next` of the page before. */
  readonly after?: string | undefined
}

export const conflictInput: z.ZodType<ConflictInput> = z.strictObject({
  customers: z
    .array(reference, 'Expected a list of customers')
    .max(20, 'Expected at most 20 customers')
    .refine((ids) => new Set(ids).size > 1, 'Expected two different customers or more'),
})

export const listConflictsInput: z.ZodType<ListConflictsInput> = z.strictObject({
  limit,
  after: text(2_000).optional(),
})
