import type { IncomingMessage } from 'node:http'

/** The web `Request` of a request that Node received; undefined for what none can be made of. */
export function webRequest(request: IncomingMessage): Request | undefined {
  const { method = 'GET' } = request
  try {
    const url = new URL(pathOf(request), 'http://localhost')
    const headers = headersOf(request)
    if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
    return new Request(url, { method, headers, body: bodyOf(request), duplex: 'half' })
  } catch {
    // An address or a method that no web request may have.
    return undefined
  }
}

/** Express takes the place where a handler is mounted out of `url`. */
function pathOf(request: IncomingMessage & { readonly originalUrl?: unknown }): string {
  const { originalUrl, url } = request
  return typeof originalUrl === 'string' ? originalUrl : (url ?? '/')
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

/** The raw body, where a parser put it; else the request's own stream. */
function bodyOf(
  request: IncomingMessage & { readonly body?: unknown },
): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  return request.body instanceof Uint8Array ? new Uint8Array(request.body) : streamOf(request)
}

/** The request's bytes. Whoever stops reading leaves the connection open, for the answer. */
function streamOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = request.iterator({ destroyOnReturn: false })
  return new ReadableStream({
    async pull(controller) {
      const chunk = await chunks.next()
      if (chunk.done === true) controller.close()
      else controller.enqueue(chunk.value)
    },
    async cancel() {
      await chunks.return?.()
    },
  })
}
