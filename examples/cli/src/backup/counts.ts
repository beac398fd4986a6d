/** How many rows a backup has of each table. */
type RowCounts = Readonly<Record<string, number>>

/** `2 customers, 3 transactions, 41 rows in all` */
export function countsText(rows: RowCounts): string {
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0)
  const named = ['customers', 'transactions'].map((table) => shown(rows[table] ?? 0, table))
  return `${named.join(', ')}, ${shown(all, 'rows')} in all`
}

function shown(count: number, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? many.slice(0, -1) : many}`
}
