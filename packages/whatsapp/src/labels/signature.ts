/** A body as it came over the wire, before anything parsed it. */
export type RawBody = Uint8Array<ArrayBuffer> | string

/**
 * Whether a webhook of WAHA is signed with one of these keys: `X-Webhook-Hmac`, HMAC-SHA-512 in hex
 * over the raw body. Never throws; without a header or a key it is false.
 */
export function isSignedByWaha(
  body: RawBody,
  header: string | null | undefined,
  keys: readonly string[],
): Promise<boolean> {
  return isSigned('SHA-512', body, bytesOfHex(header, 64), keys)
}

/**
 * Whether a webhook of GoWA is signed with one of these secrets: `X-Hub-Signature-256`, `sha256=` and
 * HMAC-SHA-256 in hex over the raw body. Never throws; without a header or a secret it is false.
 */
export function isSignedByGowa(
  body: RawBody,
  header: string | null | undefined,
  secrets: readonly string[],
): Promise<boolean> {
  const [, hex] = /^sha256=(.*)$/.exec(header ?? '') ?? []
  return isSigned('SHA-256', body, bytesOfHex(hex, 32), secrets)
}

async function isSigned(
  hash: 'SHA-256' | 'SHA-512',
  body: RawBody,
  signature: Uint8Array<ArrayBuffer> | undefined,
  secrets: readonly string[],
): Promise<boolean> {
  if (signature === undefined) return false
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  let isValid = false
  for (const secret of secrets) {
    if (secret === '') continue
    const algorithm = { name: 'HMAC', hash }
    const raw = new TextEncoder().encode(secret)
    const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify'])
    // The platform compares in constant time, and every secret is tried.
    if (await crypto.subtle.verify('HMAC', key, signature, bytes)) isValid = true
  }
  return isValid
}

/** Undefined unless it is hex of exactly so many bytes. */
function bytesOfHex(
  hex: string | null | undefined,
  length: number,
): Uint8Array<ArrayBuffer> | undefined {
  if (typeof hex !== 'string' || hex.length !== 2 * length || !/^[\da-f]+$/i.test(hex)) {
    return undefined
  }
  return Uint8Array.from({ length }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}
