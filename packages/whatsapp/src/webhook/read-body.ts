/** A body, or why there is none. */
export type Body =
  | { readonly kind: 'read'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'failed' }

/** Reads a request's body, and no further than the limit, whatever its length is said to be. */
export async function readBody(request: Request, maxBytes: number): Promise<Body> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { kind: 'tooLarge' }
  if (request.body === null) return { kind: 'read', bytes: new Uint8Array() }
  try {
    const reader = request.body.getReader()
    const parts: Uint8Array[] = []
    let length = 0
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.byteLength
      if (length > maxBytes) {
        await reader.cancel()
        return { kind: 'tooLarge' }
      }
      parts.push(part.value)
    }
    return { kind: 'read', bytes: joined(parts, length) }
  } catch {
    // The sender hung up: there is nobody to tell more.
    return { kind: 'failed' }
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.byteLength
  }
  return bytes
}
