import { TextDecoder } from 'node:util'
import { CliError } from '../errors/cli-error.ts'

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

export type Encoding = (typeof encodings)[number]

const headLength = 4_096

/**
 * The text of a file: in the given encoding, else the one of its byte order mark, else UTF-8.
 * Bytes that are none become U+FFFD, which the reader of rows refuses with their place.
 *
 * @throws CliError `FILE_NOT_CSV` for a file whose first bytes cannot be a text's.
 */
export async function* decoded(
  chunks: AsyncIterable<Buffer>,
  given: Encoding | undefined,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let head: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    if (decoder !== undefined) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < headLength) continue
    decoder = new TextDecoder(encodingOf(head, given))
    yield decoder.decode(head, { stream: true })
  }
  decoder ??= new TextDecoder(encodingOf(head, given))
  yield head.length < headLength ? decoder.decode(head) : decoder.decode()
}

function encodingOf(head: Buffer, given: Encoding | undefined): Encoding {
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') {
    throw notText('It is a ZIP file or a spreadsheet; save the sheet as CSV')
  }
  const encoding = given ?? markedEncoding(head) ?? 'utf-8'
  // A NUL in what is else text is told with its row and column.
  if (encoding !== 'utf-8' || !head.includes(0)) return encoding
  if (looksLikeUtf16(head)) {
    throw notText('It looks like UTF-16; say so with --encoding utf-16le or utf-16be')
  }
  if (isUtf8(head)) return encoding
  throw notText('It holds bytes that no text has')
}

/** A letter may be cut off at the end. */
function isUtf8(head: Buffer): boolean {
  return !new TextDecoder('utf-8').decode(head, { stream: true }).includes('\uFFFD')
}

function markedEncoding(head: Buffer): Encoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return undefined
}

/** Every other byte of Latin text in UTF-16 is 0. */
function looksLikeUtf16(head: Buffer): boolean {
  const bytes = head.subarray(0, 200)
  const zeros = [0, 0]
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return Math.max(even, odd) > bytes.length / 4 && Math.min(even, odd) === 0
}

function notText(problem: string): CliError {
  return new CliError('FILE_NOT_CSV', `The file is not CSV. ${problem}.`, 'file')
}
