import { isLanggananError } from '@langganan/core'
import { printError } from '../print-error.ts'
import { bytesOfText, isSameBytes } from './bytes.ts'
import { type CheckedOptions, checkedOptions, type WebhookOptions } from './options.ts'
import { readBody } from './read-body.ts'
import { emptyReport, type WebhookOutcome, type WebhookReport } from './report.ts'
import { verifySignature } from './signature.ts'
import { takeIn } from './take-in.ts'

/** Answers a web `Request`. Never rejects. */
export type WebhookHandler = (request: Request) => Promise<Response>

type Counts = Partial<typeof emptyReport>

/** What is to be answered, and told. */
interface Answer {
  readonly outcome: WebhookOutcome
  readonly status: number
  readonly body?: string
  readonly counts?: Counts
}

/**
 * Takes a Cloud API webhook into shops: answers the handshake, checks signatures, reads and records.
 *
 * WhatsApp sends again, for a week, whatever is not answered with 200. So a batch that was taken in is
 * answered 200 though some of it was bad, and a storage that failed is answered 500 or 503.
 *
 * @throws LanggananError `INVALID_INPUT` for options without secret, token or shop
 * @example
 * ```ts
 * const handle = webhookHandler({ secrets: 'app secret', verifyToken: 'my token', shop })
 * const response = await handle(new Request('https://example.com/webhook'))
 * ```
 */
export function webhookHandler(options: WebhookOptions): WebhookHandler {
  const given = checkedOptions(options)
  return async (request) => {
    const answer = await answerTo(request, given, options).catch((error: unknown) => failed(error))
    const { outcome, status, counts } = answer
    report(options, { ...emptyReport, ...counts, outcome, status })
    return respond(answer)
  }
}

async function answerTo(
  request: Request,
  given: CheckedOptions,
  options: WebhookOptions,
): Promise<Answer> {
  if (request.method === 'GET') return handshake(new URL(request.url).searchParams, given)
  if (request.method !== 'POST') return { outcome: 'wrongMethod', status: 405 }
  const body = await readBody(request, given.maxBytes)
  if (body.kind === 'tooLarge') return { outcome: 'tooLarge', status: 413 }
  if (body.kind === 'failed') return { outcome: 'interrupted', status: 400 }
  // Before anything looks at what the bytes say.
  const header = request.headers.get('x-hub-signature-256')
  if (!(await verifySignature(body.bytes, header, given.secrets))) {
    return { outcome: 'wrongSignature', status: 401 }
  }
  if (body.bytes.length === 0) return { outcome: 'noBody', status: 400 }
  const envelope = jsonOf(body.bytes)
  if (envelope === undefined) return { outcome: 'invalidJson', status: 400 }
  const taken = await takeIn(envelope.json, given, options)
  if (taken === undefined) return { outcome: 'otherProduct', status: 200 }
  const { counts, failures } = taken
  if (failures.length > 0) return failed(failures[0], counts)
  return { outcome: 'accepted', status: 200, counts }
}

/** What is asked once, when the address is entered in the app's settings. */
function handshake(query: URLSearchParams, { verifyToken }: CheckedOptions): Answer {
  const token = bytesOfText(query.get('hub.verify_token') ?? '')
  const challenge = query.get('hub.challenge')
  const isRight = isSameBytes(token, bytesOfText(verifyToken))
  if (!isRight || query.get('hub.mode') !== 'subscribe' || challenge === null) {
    return { outcome: 'wrongToken', status: 403 }
  }
  return { outcome: 'verified', status: 200, body: challenge }
}

function jsonOf(bytes: Uint8Array): { readonly json: unknown } | undefined {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return { json }
  } catch {
    // No UTF-8, no JSON, or nested deeper than the engine goes.
    return undefined
  }
}

/** What a storage could not do now, WhatsApp sends again. */
function failed(error: unknown, counts: Counts = {}): Answer {
  const isPassing =
    isLanggananError(error, 'STORAGE_BUSY') ||
    isLanggananError(error, 'STORAGE_CONFLICT') ||
    isLanggananError(error, 'SHOP_CLOSED')
  return { outcome: 'failed', status: isPassing ? 503 : 500, counts: { ...counts, error } }
}

/** Nobody waits for who is told, and that telling failed is no reason to have the events sent again. */
function report({ onReport }: WebhookOptions, said: WebhookReport): void {
  const tell = async () => onReport?.(said)
  tell().catch((error) => printError('onReport of webhookHandler failed', error))
}

function respond({ status, body }: Answer): Response {
  const headers = new Headers({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  if (status === 405) headers.set('allow', 'GET, POST')
  return new Response(body ?? '', { status, headers })
}
