const ids = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g
const fingerprints = /"fingerprint":"[^"]+"/g

/**
 * The same text for what differs in its ids and in the order of its columns only: a call that was begun again made ids twice. They
 * ascend, so that they stand in the same order; a fingerprint may be made of some.
 */
export function named(value: unknown): string {
  const names = new Map<string, string>()
  return JSON.stringify(value ?? null, inOrder)
    .replace(fingerprints, '"fingerprint":"…"')
    .replace(ids, (id) => {
      const name = names.get(id) ?? `#${names.size}`
      names.set(id, name)
      return name
    })
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
