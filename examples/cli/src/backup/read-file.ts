import { createReadStream } from 'node:fs'
import { unreadable } from '../csv/source.ts'

/** The bytes of a file. Throws `FILE_NOT_FOUND` or `FILE_UNREADABLE`. */
export async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 17 })
  try {
    yield* file
  } catch (cause) {
    throw unreadable(cause)
  } finally {
    file.destroy()
  }
}
