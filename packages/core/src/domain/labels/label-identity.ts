import { fold } from '../text/fold.ts'
import type { LabelRow } from './rows.ts'

/** How a label is known in its source: by the source's own id, or by nothing but its name. */
export type LabelIdentity =
  | { readonly key: string; readonly name?: string | null | undefined }
  | { readonly name: string }

/** One text for it, unique within the source. */
export function labelIdentity(known: LabelIdentity): string {
  return 'key' in known ? `${byId}${known.key}` : `name ${fold(known.name)}`
}

/** The source's own id of a label; null where it is known by its name. */
export function labelKey({ identity }: Pick<LabelRow, 'identity'>): string | null {
  return identity.startsWith(byId) ? identity.slice(byId.length) : null
}

const byId = 'id '
