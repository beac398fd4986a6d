import type { z } from 'zod'
import { atPlace } from '../domain/error/at-place.ts'
import { LanggananError } from '../domain/error/langganan-error.ts'
import { checked } from './input/checked.ts'

const largestBatch = 10_000

/**
 * Checks a batch at the edge. Errors name the place, as in `[3].phone`.
 *
 * @throws LanggananError `INVALID_INPUT`, also for more than 10,000 inputs
 */
export function checkedBatch<T>(
  inputs: readonly T[],
  schemaOf: (input: T) => z.ZodType<T>,
): readonly T[] {
  if (!Array.isArray(inputs))
    throw new LanggananError('INVALID_INPUT', 'Expected a list of inputs.')
  if (inputs.length <= largestBatch) {
    // Not inputs.map, which passes over the holes of a sparse list.
    return Array.from(inputs, (input, i) => checked(schemaOf(input), input, `[${i}]`))
  }
  throw new LanggananError(
    'INVALID_INPUT',
    'Expected at most 10,000 inputs at once. Give them in several calls.',
  )
}

/** Does one thing for each of a batch, in order; what it did for the earlier ones, the later ones see. */
export async function inTurn<T, R>(
  inputs: readonly T[],
  work: (input: T) => Promise<R>,
): Promise<readonly R[]> {
  const answers: R[] = []
  for (const [i, input] of inputs.entries())
    answers.push(await atPlace(`[${i}]`, () => work(input)))
  return answers
}
