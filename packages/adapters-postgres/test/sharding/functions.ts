/** Functions whose value hangs on their arguments alone: they mean the same on every node, at any time. */
const pure = new Set([
  'count',
  'sum',
  'min',
  'max',
  'lag',
  'row_number',
  'right',
  'strpos',
  'unnest',
  'hashtextextended',
  'row_to_json',
])

/** Locks of the shop's, taken on the node that has it. */
const locks = new Set(['pg_advisory_xact_lock', 'pg_advisory_xact_lock_shared'])

const sequences = new Set(['nextval', 'currval', 'lastval', 'setval'])

/** What a function is good for in a statement about a shop. */
export type FunctionKind = 'pure' | 'lock' | 'sequence' | 'unknown'

export function functionKind(names: readonly string[]): FunctionKind {
  const [name, schema] = [...names].reverse()
  if (name === undefined || (schema !== undefined && schema !== 'pg_catalog')) return 'unknown'
  if (pure.has(name)) return 'pure'
  if (locks.has(name)) return 'lock'
  return sequences.has(name) ? 'sequence' : 'unknown'
}
