import type { z } from 'zod'
import { fieldAt } from '../../domain/error/at-place.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'

/**
 * Checks an input at the edge.
 *
 * @param at where in a larger input it lies, for the field of errors
 * @throws LanggananError `INVALID_INPUT` that names the field and what was expected, never the value
 */
export function checked<T>(schema: z.ZodType<T>, input: unknown, at = ''): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const [first] = result.error.issues
  const issue = first === undefined ? undefined : meant(first)
  const field = fieldAt(at, issue === undefined ? '' : pathOf(issue))
  const subject = field ?? 'The input'
  throw new LanggananError('INVALID_INPUT', `${subject}: ${problem(issue)}.`, { field })
}

/** The issue itself; of several ways to say a thing, the one that the input came nearest to. */
function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const ways = issue.errors.flatMap(([first]) => (first === undefined ? [] : [meant(first)]))
  const [nearest] = ways.filter(isBeyondType).sort((a, b) => b.path.length - a.path.length)
  return nearest === undefined ? issue : { ...nearest, path: [...issue.path, ...nearest.path] }
}

/** Whether the type of the value was right, and something else about it or in it was wrong. */
function isBeyondType({ code, path }: z.core.$ZodIssue): boolean {
  return path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_union')
}

function problem(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'is not valid'
  if (issue.code === 'unrecognized_keys') return 'there is no such field'
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return 'expected an object with fields'
  return issue.message
}

/** `lines[2].quantity`; for an unknown field, its own name. */
function pathOf(issue: z.core.$ZodIssue): string {
  const path: PropertyKey[] = [...issue.path]
  if (issue.code === 'unrecognized_keys' && issue.keys[0] !== undefined) path.push(issue.keys[0])
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
}
