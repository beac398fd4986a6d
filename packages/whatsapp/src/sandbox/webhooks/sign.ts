import { hex } from '../hex.ts'

/** The value of `X-Hub-Signature-256`: HMAC-SHA256 over the bytes, with the app secret. */
export async function signatureOf(secret: string, body: Uint8Array<ArrayBuffer>): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const bytes = new TextEncoder().encode(secret)
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  return `sha256=${hex(await crypto.subtle.sign('HMAC', key, body))}`
}
