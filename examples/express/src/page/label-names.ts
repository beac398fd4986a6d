import type { Label } from '@langganan/core'

type Named = Pick<Label, 'id' | 'name' | 'source' | 'key'>

/**
 * What labels are called beside each other, by their ids: where several have one name, with the source that
 * tells them apart, and where that is one too, with the source's own id.
 */
export function labelNames(labels: readonly Named[]): ReadonlyMap<string, string> {
  return new Map(labels.map((label) => [label.id, nameAmong(label, labels)]))
}

function nameAmong({ id, name, source, key }: Named, labels: readonly Named[]): string {
  const alike = labels.filter((other) => other.id !== id && other.name === name)
  if (alike.length === 0) return name
  const isOnlyThere = alike.every((other) => other.source !== source)
  return isOnlyThere || key === null ? `${name} (${source})` : `${name} (${source} ${key})`
}
