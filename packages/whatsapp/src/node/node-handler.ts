import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WebhookHandler } from '../webhook/webhook-handler.ts'
import { webRequest } from './web-request.ts'

/** A listener of `node:http`, and a handler of Express. Never rejects. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * A {@link WebhookHandler} behind `node:http` or Express.
 *
 * The signature is over the bytes as they came: in Express, mount it before any body parser. A raw body that
 * `express.raw` put on the request serves too; one that was parsed cannot be verified, and is refused.
 *
 * @example
 * ```ts
 * createServer(nodeHandler(webhookHandler({ secrets, verifyToken, shop }))).listen(3000)
 * ```
 */
export function nodeHandler(handle: WebhookHandler): NodeHandler {
  return async (request, response) => {
    const made = webRequest(request)
    const answer = made === undefined ? new Response('', { status: 400 }) : await handle(made)
    const body = await answer.text()
    // What was not read to its end cannot be followed by another request.
    const isHalfRead = !request.complete
    if (isHalfRead) answer.headers.set('connection', 'close')
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(body)
    if (isHalfRead) discard(request)
  }
}

// As much as WhatsApp never sends.
const mostDiscarded = 16 * 1024 * 1024

/** Reads on for a while: a connection cut at once takes the answer with it that is still on its way. */
function discard(request: IncomingMessage): void {
  let discarded = 0
  request.on('data', (part: Uint8Array) => {
    discarded += part.byteLength
    if (discarded > mostDiscarded) request.destroy()
  })
}
