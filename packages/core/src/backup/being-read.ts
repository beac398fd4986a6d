import type { Storage } from '../ports/storage/storage.ts'

/** The storage that a backup under way is read from. */
export const beingRead: WeakMap<object, Storage> = new WeakMap()
