import { z } from 'zod'
import { numberText } from '../http/input.ts'

/** Where a page of customers begins and how it is sorted, in an address. */
export const pageQuery = {
  sort: z
    .enum(
      ['name', 'totalSpent', 'lastActivity', 'added', 'balance'],
      'expected name, totalSpent, lastActivity, added or balance',
    )
    .optional(),
  direction: z.enum(['ascending', 'descending'], 'expected ascending or descending').optional(),
  limit: numberText.optional(),
  after: z.string().optional(),
}

/** A predicate as text, or the id or name of a saved segment. */
export const where: z.ZodString = z.string('expected a predicate as text, or the name of a segment')
