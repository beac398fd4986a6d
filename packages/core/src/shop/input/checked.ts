import { z } from 'zod'
import { fieldAt } from '../../domain/error/at-place.ts'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { didYouMean } from '../../domain/segments/check/nearest.ts'
import { kindOf, valueAt } from './kind-of.ts'

/**
 * Checks an input at the edge.
 *
 * @param at where in a larger input it lies, for the field of errors
 * @throws LanggananError `INVALID_INPUT` that names the field and what was expected, never the value
 */
export function checked<T>(schema: z.ZodType<T>, input: unknown, at = ''): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const first = telling(result.error.issues)
  const issue = first === undefined ? undefined : meant(first)
  const field = fieldAt(at, issue === undefined ? '' : pathOf(issue))
  const subject = field ?? 'The input'
  throw new LanggananError('INVALID_INPUT', `${subject}: ${problem(issue, schema, input)}`, {
    field,
  })
}

/** The first issue; before it a field that is not known, which may be the one that is missing. */
function telling(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue | undefined {
  return issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
}

/** The issue itself; of several ways to say a thing, the one that the input came nearest to. */
function meant(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const ways = issue.errors.flatMap((issues) => {
    const first = telling(issues)
    return first === undefined ? [] : [meant(first)]
  })
  const [nearest] = ways.filter(isBeyondType).sort((a, b) => b.path.length - a.path.length)
  return nearest === undefined ? issue : { ...nearest, path: [...issue.path, ...nearest.path] }
}

/** Whether the type of the value was right, and something else about it or in it was wrong. */
function isBeyondType({ code, path }: z.core.$ZodIssue): boolean {
  return path.length > 0 || !typeCodes.has(code)
}

const typeCodes: ReadonlySet<string> = new Set(['invalid_type', 'invalid_value', 'invalid_union'])

function problem(issue: z.core.$ZodIssue | undefined, schema: z.ZodType, input: unknown): string {
  if (issue === undefined) return 'is not valid.'
  if (issue.code === 'unrecognized_keys') return unknownField(issue, schema)
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_union') return `${issue.message}.`
  return `${expectation(issue)}, found ${kindOf(valueAt(input, issue.path))}.`
}

function expectation(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type' || !issue.message.startsWith('Invalid input')) {
    return issue.message
  }
  return `expected ${typesInWords[issue.expected] ?? issue.expected}`
}

const typesInWords: Readonly<Record<string, string>> = {
  object: 'an object with fields',
  array: 'a list',
  string: 'text',
}

function unknownField(
  { path, keys: [written = ''] }: z.core.$ZodIssueUnrecognizedKeys,
  schema: z.ZodType,
): string {
  const known = fieldsAt(schema, path)
  const list = known.length === 0 ? '' : ` The fields are ${known.join(', ')}.`
  return `there is no such field.${didYouMean(written, known)}${list}`
}

/** The names of the fields that an object at this place may have. */
function fieldsAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return fieldsAt(schema.unwrap(), path)
  }
  const [step, ...rest] = path
  if (schema instanceof z.ZodArray) return fieldsAt(schema.element, rest)
  if (!(schema instanceof z.ZodObject)) return []
  return step === undefined ? Object.keys(schema.shape) : fieldsAt(schema.shape[String(step)], rest)
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
