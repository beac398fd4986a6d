/** A web stream of which one end takes bytes and the other gives them. */
export interface ByteTransform {
  readonly writable: { getWriter(): ByteWriter }
  readonly readable: { getReader(): ByteReader }
}

interface ByteWriter {
  write(chunk: Uint8Array): Promise<void>
  close(): Promise<void>
  abort(reason: unknown): Promise<void>
}

interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
  cancel(): Promise<void>
}

// What Node, Deno, Bun and browsers share; core's own types know the language only.
declare const CompressionStream: new (format: 'gzip') => ByteTransform
declare const DecompressionStream: new (format: 'gzip') => ByteTransform
declare const TextEncoder: new () => { encode(text: string): Uint8Array }
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string }

export function gzip(): ByteTransform {
  return new CompressionStream('gzip')
}

/** Its reader rejects where bytes are damaged, missing or no gzip. */
export function gunzip(): ByteTransform {
  return new DecompressionStream('gzip')
}

export function utf8Bytes(): (text: string) => Uint8Array {
  const encoder = new TextEncoder()
  return (text) => encoder.encode(text)
}

/** Throws for bytes that are no UTF-8. */
export function utf8Text(): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return (bytes) => decoder.decode(bytes)
}
