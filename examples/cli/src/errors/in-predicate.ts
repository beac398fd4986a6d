import { isLanggananError, type LanggananError, type SegmentOrPredicate } from '@langganan/core'
import { predicateFrom } from '../input/predicate.ts'
import type { Session } from '../session/session.ts'
import { CliError } from './cli-error.ts'
import { excerpt } from './excerpt.ts'
import { nearest } from './nearest.ts'

/** Does the work with what an argument says of customers; errors of a text show their place in it. */
export async function withPredicate<T>(
  text: string,
  work: (predicate: SegmentOrPredicate) => T | Promise<T>,
): Promise<T> {
  const predicate = await predicateFrom(text)
  try {
    return await work(predicate)
  } catch (error) {
    throw isLanggananError(error) && typeof predicate === 'string'
      ? pointed(error, predicate)
      : error
  }
}

/** The same where the name of a saved segment may stand too. */
export function withSegment<T>(
  text: string,
  { shop }: Session,
  work: (segment: SegmentOrPredicate) => Promise<T>,
): Promise<T> {
  return withPredicate(text, async (segment) => {
    try {
      return await work(segment)
    } catch (error) {
      if (!isLanggananError(error, 'SEGMENT_NOT_FOUND') || typeof segment !== 'string') throw error
      const names = (await shop.segments.list()).map(({ name }) => name)
      throw neither(nearest(segment, names), error)
    }
  })
}

function pointed(error: LanggananError, text: string): Error {
  const { line, column } = error.details
  if (typeof line !== 'number' || typeof column !== 'number') return error
  const { code, message, field = 'predicate' } = error
  return new CliError(code, message, field, error, excerpt(text, line, column))
}

function neither(meant: string | undefined, cause: unknown): CliError {
  const hint =
    meant === undefined ? 'See toko segment list.' : `Did you mean the segment "${meant}"?`
  return new CliError(
    'SEGMENT_NOT_FOUND',
    `There is no segment of that name, and it does not read as a predicate such as city = "Bandung" and last purchase > 60 days ago. ${hint}`,
    'segment',
    cause,
  )
}
