// Messages of the protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html
const query = 'Q'.charCodeAt(0)
const sync = 'S'.charCodeAt(0)
const password = 'p'.charCodeAt(0)
const terminate = 'X'.charCodeAt(0)
const readyForQuery = 'Z'.charCodeAt(0)

/** Puts bytes together to what belongs together: a request with all its messages, or an answer to its end. */
export class Messages {
  readonly #ends: ReadonlySet<number>
  #isFirst: boolean
  #buffer = Buffer.alloc(0)
  #from = 0

  constructor(side: 'client' | 'server') {
    const ofClient = [query, sync, password, terminate]
    this.#ends = new Set(side === 'client' ? ofClient : [readyForQuery])
    // The first message of a client has no type.
    this.#isFirst = side === 'client'
  }

  /** What is whole with these bytes. */
  take(data: Buffer): Buffer[] {
    this.#buffer = Buffer.concat([this.#buffer, data])
    const whole: Buffer[] = []
    for (;;) {
      const header = this.#isFirst ? 0 : 1
      if (this.#buffer.length < this.#from + header + 4) return whole
      const type = this.#buffer[this.#from] ?? 0
      const end = this.#from + header + this.#buffer.readUInt32BE(this.#from + header)
      if (this.#buffer.length < end) return whole
      const isEnd = this.#isFirst || this.#ends.has(type)
      this.#isFirst = false
      this.#from = end
      if (isEnd) {
        whole.push(this.#buffer.subarray(0, end))
        this.#buffer = this.#buffer.subarray(end)
        this.#from = 0
      }
    }
  }
}

/** Whether a client asks for something, and does not just come, prove who it is or go. */
export function isTold(request: Buffer): boolean {
  const [first] = request
  return first === query || (first !== password && request.at(-5) === sync)
}
