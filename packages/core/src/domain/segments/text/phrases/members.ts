import type { ReferenceKind } from '../../check/context.ts'
import type { Phrase, ReadPhrase } from '../phrase.ts'
import { readReference, writeReference } from '../values.ts'

const member =
  (kind: ReferenceKind): ReadPhrase =>
  (reader) => {
    const at = reader.at
    return reader.keep({ [kind]: readReference(reader, kind) }, { [kind]: at })
  }

/** `in group "Reseller"`, `has tag "VIP"`. */
export const memberPhrase: Phrase = {
  reads: { 'in group': /* @__PURE__ */ member('group'), 'has tag': /* @__PURE__ */ member('tag') },
  write(predicate, catalogue) {
    if ('group' in predicate) {
      return `in group ${writeReference(predicate.group, 'group', catalogue)}`
    }
    if ('tag' in predicate) return `has tag ${writeReference(predicate.tag, 'tag', catalogue)}`
    return undefined
  },
}
