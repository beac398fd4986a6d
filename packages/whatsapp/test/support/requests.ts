import { sign } from '../../src/index.ts'

export const secret = 'app-secret'
export const verifyToken = 'verify-token'
const address = 'https://shop.example/webhook'

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** A request as WhatsApp makes it. */
export async function signedRequest(body: string, by: string = secret): Promise<Request> {
  const bytes = bytesOf(body)
  return request(bytes, { 'x-hub-signature-256': await sign(bytes, by) })
}

export function request(body: Uint8Array<ArrayBuffer>, headers: Record<string, string>): Request {
  return new Request(address, { method: 'POST', headers, body })
}

export function handshake(query: Record<string, string>): Request {
  return new Request(`${address}?${new URLSearchParams(query)}`)
}
