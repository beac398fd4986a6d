import { connect, createServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { isTold, Messages } from './wire-messages.ts'

/**
 * How a line is cut at a request: before the server hears of it, when the server has answered but
 * nothing of that has arrived, in the middle of the answer, or from the server's side alone.
 */
export const cuts = ['before', 'after', 'in the answer', 'from one side'] as const
export type Cut = (typeof cuts)[number]

/** A line to a Postgres that can be cut. */
export class TcpProxy {
  readonly #target: URL
  readonly #server: Server
  readonly #open = new Set<Socket>()
  #next: { left: number; readonly cut: Cut } | undefined
  /** What was asked when the line was cut last; undefined if it never was. */
  lastCut: string | undefined

  private constructor(target: URL) {
    this.#target = target
    this.#server = createServer({ allowHalfOpen: true }, (client) => this.#join(client))
  }

  /** A line to the server of a URL, there until the test ends. */
  static async to(url: string): Promise<{ readonly proxy: TcpProxy; readonly url: string }> {
    const target = new URL(url)
    const proxy = new TcpProxy(target)
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => proxy.close())
    const address = proxy.#server.address()
    if (typeof address !== 'object' || address === null) throw new Error('the system gave no port')
    const own = new URL(url)
    own.hostname = '127.0.0.1'
    own.port = String(address.port)
    return { proxy, url: own.href }
  }

  /** The n-th request from now, on whichever connection, is cut. */
  cutAt(request: number, cut: Cut): void {
    this.#next = { left: request, cut }
  }

  #join(client: Socket): void {
    const port = Number(this.#target.port)
    const server = connect({ host: this.#target.hostname, port, allowHalfOpen: true })
    const both = [client, server]
    for (const socket of both) {
      this.#open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        this.#open.delete(socket)
        for (const other of both) other.destroy()
      })
    }
    let cutting: Cut | undefined
    const asked = new Messages('client')
    client.on('data', (data: Buffer) => {
      for (const request of asked.take(data)) {
        const cut = this.#cutFor(request)
        if (cut === 'before') return hangUp(both)
        cutting = cut
        server.write(request)
      }
    })
    client.on('end', () => server.end())
    const answered = new Messages('server')
    server.on('data', (data: Buffer) => {
      if (cutting === undefined) return void client.write(data)
      if (cutting === 'in the answer') {
        client.write(data.subarray(0, Math.ceil(data.length / 2)), () => hangUp(both))
        return
      }
      if (answered.take(data).length === 0) return
      if (cutting === 'after') hangUp(both)
      else client.end()
    })
    server.on('end', () => client.end())
  }

  #cutFor(request: Buffer): Cut | undefined {
    const next = this.#next
    if (next === undefined || !isTold(request)) return undefined
    next.left -= 1
    if (next.left > 0) return undefined
    this.#next = undefined
    this.lastCut = request.toString('latin1')
    return next.cut
  }

  /** Lets go of everybody, and nobody in any more; what is closed stays so. */
  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

function hangUp(sockets: readonly Socket[]): void {
  for (const socket of sockets) socket.resetAndDestroy()
}
