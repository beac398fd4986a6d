import type { Label } from '@langganan/core'
import { CliError } from '../errors/cli-error.ts'
import { nearest } from '../errors/nearest.ts'
import { shellWord } from '../output/shell-word.ts'

const { compare } = new Intl.Collator('en', { sensitivity: 'base' })

/** The labels that a text means: by id, by `source:name`, or by name, which several sources may have. */
export function labelsMeant(labels: readonly Label[], reference: string): readonly Label[] {
  const wanted = reference.trim()
  const called = (label: Label) =>
    [label.name, `${label.source}:${label.name}`].some((name) => compare(name, wanted) === 0)
  const byId = labels.filter(({ id }) => id === wanted)
  return byId.length > 0 ? byId : labels.filter(called)
}

/** What is said where a text means no label. */
export function noLabel(labels: readonly Label[], reference: string): CliError {
  const names = labels.map(({ name }) => name)
  const meant = nearest(reference, names)
  const hint = meant === undefined ? 'See toko labels list.' : `Did you mean ${shellWord(meant)}?`
  return new CliError('LABEL_NOT_FOUND', `The shop has no such label. ${hint}`, 'label')
}
