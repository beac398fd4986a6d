import type { ReferenceKind } from '../../check/context.ts'
import type { Phrase, ReadPhrase } from '../phrase.ts'
import { readStep, writeStep } from '../times.ts'
import { readDate, readReference, writeReference } from '../values.ts'

const member =
  (kind: ReferenceKind): ReadPhrase =>
  (reader) => {
    const at = reader.at
    return reader.keep({ [kind]: readReference(reader, kind) }, { [kind]: at })
  }

const inSegment: ReadPhrase = (reader) => {
  const at = reader.at
  const segment = readReference(reader, 'segment')
  if (!reader.skip('for')) return reader.keep({ segment }, { segment: at })
  // So long has no strict form: that long or longer.
  if (!reader.skip('>')) reader.skip('>=')
  const forAt = reader.at
  const step = readStep(reader) ?? reader.expected('a length of time such as 30 days')
  return reader.keep({ segment, for: step }, { segment: at, for: forAt })
}

const hadLabel: ReadPhrase = (reader) => {
  const labelAt = reader.at
  const label = readReference(reader, 'label')
  if (!reader.skip('on')) reader.need('at')
  const at = reader.at
  return reader.keep({ hadLabel: label, at: readDate(reader) }, { hadLabel: labelAt, at })
}

/** `in group "Reseller"`, `has tag "VIP"`, `had label "Grade B" at 2026-10-01`, `in segment "VIP" for > 30 days`. */
export const memberPhrase: Phrase = {
  reads: {
    'in group': /* @__PURE__ */ member('group'),
    'has tag': /* @__PURE__ */ member('tag'),
    'has label': /* @__PURE__ */ member('label'),
    'had label': hadLabel,
    'in segment': inSegment,
  },
  write(predicate, catalogue) {
    const named = (id: string, kind: ReferenceKind): string => writeReference(id, kind, catalogue)
    if ('group' in predicate) return `in group ${named(predicate.group, 'group')}`
    if ('tag' in predicate) return `has tag ${named(predicate.tag, 'tag')}`
    if ('label' in predicate) return `has label ${named(predicate.label, 'label')}`
    if ('hadLabel' in predicate)
      return `had label ${named(predicate.hadLabel, 'label')} at ${predicate.at}`
    if (!('segment' in predicate)) return undefined
    const held = predicate.for === undefined ? '' : ` for > ${writeStep(predicate.for)}`
    return `in segment ${named(predicate.segment, 'segment')}${held}`
  },
}
