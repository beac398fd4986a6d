import { invalidBackup } from './errors.ts'
import { longestLine } from './format.ts'

const lineFeed = 10

/** Gives the lines of a stream of bytes one by one, each with its line feed. */
export class LineReader {
  readonly #chunks: AsyncIterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array(0)
  #line = 0

  constructor(chunks: AsyncIterator<Uint8Array>) {
    this.#chunks = chunks
  }

  /** The number of the line that was given last, from 1. */
  get line(): number {
    return this.#line
  }

  /**
   * The next line; undefined behind the last.
   *
   * @throws LanggananError `BACKUP_INVALID` for a line that does not end, or is longer than any may be
   */
  async next(): Promise<Uint8Array | undefined> {
    const parts: Uint8Array[] = []
    let length = 0
    for (;;) {
      const end = this.#rest.indexOf(lineFeed) + 1
      const part = end === 0 ? this.#rest : this.#rest.subarray(0, end)
      length += part.length
      if (length > longestLine) throw invalidBackup('a line is too long', this.#line + 1)
      if (part.length > 0) parts.push(part)
      if (end > 0) {
        this.#rest = this.#rest.subarray(end)
        this.#line += 1
        return joined(parts, length)
      }
      const { done, value } = await this.#chunks.next()
      if (done === true) {
        this.#rest = new Uint8Array(0)
        if (length === 0) return undefined
        throw invalidBackup('it ends in the middle of a line', this.#line + 1)
      }
      this.#rest = value
    }
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only, ...others] = parts
  if (only !== undefined && others.length === 0) return only
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
