import { z } from 'zod'
import { instant, limit } from './values.ts'

/** Who is on the board. */
export interface LabelBoardInput {
  /** A predicate in JSON form or in text form; everybody, where nothing is said. */
  readonly where?: unknown
  /** How many contacts of each label are shown, 1 to 1,000; 50 where nothing is said. */
  readonly limit?: number | undefined
}

/** From when to when, `from` included, and of whom. */
export interface LabelReportInput {
  /** The beginning, where nothing is said. */
  readonly from?: Date | undefined
  /** Now, where nothing is said. */
  readonly to?: Date | undefined
  /** A predicate in JSON form or in text form; everybody, where nothing is said. */
  readonly where?: unknown
}

export const labelBoardInput: z.ZodType<LabelBoardInput> = z.strictObject({
  where: z.unknown().optional(),
  limit,
})

export const labelReportInput: z.ZodType<LabelReportInput> = z
  .strictObject({ from: instant.optional(), to: instant.optional(), where: z.unknown().optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    message: 'Expected a time that is not before from',
  })
