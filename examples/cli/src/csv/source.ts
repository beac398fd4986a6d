import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { pipeline, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { CliError } from '../errors/cli-error.ts'

/** The bytes of a file, unpacked where it is gzip. */
export interface Source {
  /** Bytes of the file on disk. */
  readonly size: number
  /** `onRead` hears how many bytes of the file were read so far. */
  chunks(onRead: (bytes: number) => void): AsyncIterable<Buffer>
}

/** @throws CliError `FILE_NOT_FOUND`, `FILE_UNREADABLE`, or `FILE_NOT_CSV` for an empty file. */
export async function openSource(path: string): Promise<Source> {
  const { size, head } = await look(path)
  if (size === 0)
    throw new CliError(
      'FILE_NOT_CSV',
      'The file is empty. Expected a CSV file whose first row names its columns.',
      'file',
    )
  const packed = head[0] === 0x1f && head[1] === 0x8b
  if (!packed && path.endsWith('.gz')) {
    throw new CliError(
      'FILE_UNREADABLE',
      'The file is named .gz but is not gzip. Pack it again, or take .gz off its name.',
      'file',
    )
  }
  return { size, chunks: (onRead) => readable(path, packed, onRead) }
}

async function* readable(
  path: string,
  packed: boolean,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: 1 << 17 })
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      read += chunk.length
      onRead(read)
      done(null, chunk)
    },
  })
  let read = 0
  // The callback is there because pipeline wants one: a failure also ends the loop below.
  const last = packed
    ? pipeline(file, counted, createGunzip({ chunkSize: 1 << 17 }), () => undefined)
    : pipeline(file, counted, () => undefined)
  try {
    yield* last
  } catch (cause) {
    throw unreadable(cause)
  } finally {
    file.destroy()
  }
}

async function look(path: string): Promise<{ size: number; head: Uint8Array }> {
  let file: FileHandle | undefined
  try {
    file = await open(path)
    const { size } = await file.stat()
    const { buffer } = await file.read({ buffer: new Uint8Array(2), position: 0 })
    return { size, head: buffer }
  } catch (cause) {
    throw unreadable(cause)
  } finally {
    await file?.close()
  }
}

/** Why a file could not be read. */
export function unreadable(cause: unknown): CliError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOENT') {
    return new CliError(
      'FILE_NOT_FOUND',
      'There is no file with this name. Check the path.',
      'file',
      cause,
    )
  }
  if (code.startsWith('Z_')) {
    return new CliError(
      'FILE_UNREADABLE',
      'The gzip file is damaged or was cut off. Pack or download it again.',
      'file',
      cause,
    )
  }
  const why =
    code === 'EISDIR'
      ? 'it is a directory'
      : code === 'EACCES'
        ? 'permission was denied'
        : code || 'the system refused'
  return new CliError('FILE_UNREADABLE', `The file could not be read: ${why}.`, 'file', cause)
}
