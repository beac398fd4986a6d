import { open } from 'node:fs/promises'
import type { SegmentOrPredicate } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { pathOf } from '../session/path-of.ts'

/** Longest text of a predicate in bytes; longer ones are refused before anything reads them. */
const longest = 100_000

/** What is meant as JSON, be it a predicate or not; a number may well be a name. */
const json = /^\s*(?:[{["]|(?:null|true|false)\s*$)/

/**
 * What an argument says of customers: itself, `@FILE`, or `-` for stdin. JSON is read here; any other
 * text means to the shop what it says, a segment's name or a predicate in text form.
 */
export async function predicateFrom(text: string): Promise<SegmentOrPredicate> {
  if (text === '-') return parsed(await allOf(process.stdin))
  if (text.startsWith('@')) return parsed(await contentOf(pathOf(text.slice(1))))
  return parsed(text)
}

function parsed(text: string): SegmentOrPredicate {
  if (Buffer.byteLength(text) > longest) throw tooLarge()
  if (!json.test(text)) return text
  try {
    const predicate: unknown = JSON.parse(text)
    // The shop would take a text for the name of a segment; it checks all else that it says.
    if (isPredicateLike(predicate)) return predicate
  } catch (cause) {
    if (cause instanceof SyntaxError) throw notJson(cause)
    throw cause
  }
  throw notPredicate()
}

function isPredicateLike(value: unknown): value is Exclude<SegmentOrPredicate, string> {
  return typeof value === 'object' && value !== null
}

function notPredicate(): CliError {
  return new CliError(
    'PREDICATE_INVALID',
    `This is JSON, but no predicate. Expected an object such as '{"field":"orders","is":">=","value":2}'.`,
    'predicate',
  )
}

async function contentOf(path: string): Promise<string> {
  const file = await open(path).catch((cause: unknown) => {
    throw new CliError(
      'FILE_NOT_FOUND',
      'The file of the predicate could not be opened. Check the path behind @.',
      'predicate',
      cause,
    )
  })
  return allOf(file.createReadStream())
}

async function allOf(stream: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk)
      length += bytes.length
      if (length > longest) throw tooLarge()
      chunks.push(bytes)
    }
  } catch (cause) {
    if (cause instanceof CliError) throw cause
    throw new CliError('FILE_UNREADABLE', 'The predicate could not be read.', 'predicate', cause)
  }
  return Buffer.concat(chunks).toString()
}

function tooLarge(): CliError {
  return new CliError(
    'PREDICATE_TOO_LARGE',
    `The predicate is longer than ${longest / 1_000} kB of text. Make it shorter, or keep the customers in a group.`,
    'predicate',
  )
}

/** The engine's own message repeats the text, so it is not passed on. */
function notJson(cause: unknown): CliError {
  return new CliError(
    'PREDICATE_INVALID',
    `This is no predicate in JSON. Expected such as '{"field":"orders","is":">=","value":2}', in single quotes for the shell, @FILE, or - for stdin; or write it as text: 'orders >= 2'.`,
    'predicate',
    cause,
  )
}
