import { open } from 'node:fs/promises'
import type { Predicate } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { pathOf } from '../session/path-of.ts'

/** Longest text of a predicate in bytes; longer ones are refused before anything reads them. */
const longest = 100_000

/** A predicate from an argument: JSON itself, `@FILE`, or `-` for stdin; undefined for anything else. */
export async function predicateFrom(text: string): Promise<Predicate | undefined> {
  if (text === '-') return parsed(await allOf(process.stdin))
  if (text.startsWith('@')) return parsed(await contentOf(pathOf(text.slice(1))))
  return /^\s*[{[]/.test(text) ? parsed(text) : undefined
}

/** A predicate where nothing else can be meant. */
export async function neededPredicate(text: string, field: string): Promise<Predicate> {
  const predicate = await predicateFrom(text)
  if (predicate !== undefined) return predicate
  throw notJson(field)
}

function parsed(text: string): Predicate {
  if (Buffer.byteLength(text) > longest) throw tooLarge()
  try {
    // The shop checks what it says.
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) throw notJson('predicate', cause)
    throw cause
  }
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
function notJson(field: string, cause?: unknown): CliError {
  return new CliError(
    'PREDICATE_INVALID',
    `This is no predicate in JSON. Expected such as '{"field":"orders","is":">=","value":2}', in single quotes for the shell, @FILE, or - for stdin.`,
    field,
    cause,
  )
}
