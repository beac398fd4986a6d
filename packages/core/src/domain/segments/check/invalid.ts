import { LanggananError } from '../../error/langganan-error.ts'

/**
 * The error of a predicate that means nothing. The message never repeats a value of the input, which
 * may be somebody's name or number; unknown names of fields, operators and keys it does.
 *
 * @param path of the offending part, such as `all[1].value`; empty for the whole predicate.
 */
export function invalid(path: string, problem: string, cause?: unknown): LanggananError {
  const place = path === '' ? 'The predicate' : path
  return new LanggananError('PREDICATE_INVALID', `${place}: ${problem}`, {
    field: path === '' ? undefined : path,
    cause,
  })
}

/** The error of a predicate past a limit. */
export function tooLarge(path: string, problem: string): LanggananError {
  const place = path === '' ? 'The predicate' : path
  return new LanggananError('PREDICATE_TOO_LARGE', `${place}: ${problem}`, {
    field: path === '' ? undefined : path,
  })
}

/** The path of a part of a part. */
export function within(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? key : `${path}.${key}`
}
