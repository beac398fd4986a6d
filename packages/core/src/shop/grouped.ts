/** Rows by a key of theirs, each list in the order given. */
export function groupedBy<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const list = groups.get(key)
    if (list === undefined) groups.set(key, [row])
    else list.push(row)
  }
  return groups
}

/** Rows by their customer. */
export function grouped<R extends { readonly customerId: string }>(
  rows: readonly R[],
): Map<string, R[]> {
  return groupedBy(rows, (row) => row.customerId)
}
