import type { StoredMedia } from './business.ts'
import { hex } from './hex.ts'
import type { World } from './world.ts'

/** Keeps a file under a new id. */
export async function storeMedia(
  { business, random }: Pick<World, 'business' | 'random'>,
  mimeType: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<StoredMedia> {
  const id = random.digits(16)
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes))
  const stored = { id, mimeType, bytes, sha256 }
  business.media.set(id, stored)
  return stored
}
