import { z } from 'zod'

/** For programs that set a shop up each time that they start. */
export interface IfNotExists {
  /**
   * Answers what has this name already, if that is the same in all that is given; otherwise the name is taken
   * (`NAME_TAKEN`). Without it, it is taken in any case.
   */
  readonly ifNotExists?: boolean | undefined
}

export const ifNotExists: z.ZodType<boolean | undefined> = z
  .boolean('Expected true or false')
  .optional()
