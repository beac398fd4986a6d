import { bytesOfHex, bytesOfText, isSameBytes } from './bytes.ts'

const digestLength = 32
const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const

/**
 * Whether a body was signed by one who knows the app secret: `X-Hub-Signature-256` is `sha256=` and the
 * HMAC-SHA256 of the raw bytes, in hexadecimal.
 *
 * False, and never an error, for a header that is missing, malformed or of another length.
 *
 * @param secrets the app secret; several while one takes the place of another
 * @see https://developers.facebook.com/docs/graph-api/webhooks/getting-started#validate-payloads
 */
export async function verifySignature(
  body: Uint8Array<ArrayBuffer>,
  header: string | null | undefined,
  secrets: readonly string[],
): Promise<boolean> {
  const given = signatureOf(header)
  if (given === undefined) return false
  let isSigned = false
  // All of them, so that the time tells nothing of which one fits.
  for (const secret of secrets) {
    if (secret === '') continue
    isSigned = isSameBytes(await digestOf(body, secret), given) || isSigned
  }
  return isSigned
}

/** The header that {@link verifySignature} accepts, for tests and for sandboxes. */
export async function sign(body: Uint8Array<ArrayBuffer>, secret: string): Promise<string> {
  const digest = await digestOf(body, secret)
  return `sha256=${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function signatureOf(header: string | null | undefined): Uint8Array | undefined {
  if (typeof header !== 'string' || !header.startsWith('sha256=')) return undefined
  const bytes = bytesOfHex(header.slice('sha256='.length))
  return bytes?.length === digestLength ? bytes : undefined
}

async function digestOf(body: Uint8Array<ArrayBuffer>, secret: string): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', bytesOfText(secret), algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign(algorithm, key, body))
}
