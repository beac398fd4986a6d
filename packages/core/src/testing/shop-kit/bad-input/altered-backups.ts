import type { ErrorCode } from '../../../domain/error/codes.ts'

/** Something that no storage would write into a backup. */
export interface Alteration {
  readonly what: string
  /** `BACKUP_INVALID` if absent. */
  readonly code?: ErrorCode
  /** False where a storage sees it, and who only reads does not. */
  readonly isSeen?: false
  alter(lines: readonly string[]): readonly string[]
}

type Line = readonly unknown[]

/** Of the backup of a populated shop. The trailer is made anew for each. */
export const alterations: readonly Alteration[] = [
  header('a newer format', { version: 2 }, 'BACKUP_NEWER'),
  header('a newer fold of texts', { foldVersion: 2 }, 'BACKUP_NEWER'),
  header('a format that is no number', { version: '1' }),
  header('format 0', { version: 0 }),
  header('another product', { format: 'other-backup' }),
  header('no shop', { shop: '' }),
  header('no time', { takenAt: 'yesterday' }),
  header('other tables', { tables: ['shops'] }),
  { what: 'no header', alter: (lines) => lines.slice(1) },
  { what: 'two headers', alter: (lines) => [lines[0] ?? '', ...lines] },
  { what: 'no tables', alter: (lines) => [lines[0] ?? '', lines.at(-1) ?? ''] },
  {
    what: 'an unknown table',
    alter: changed(isMark('tags'), () => '{"table":"secrets","columns":[]}'),
  },
  {
    what: 'an unknown column',
    alter: changed(isMark('tags'), (line) => line.replace('"rule"', '"role"')),
  },
  { what: 'a column less', alter: changed(isMark('tags'), (line) => line.replace(',"rule"', '')) },
  {
    what: 'a prototype for a table',
    alter: changed(isMark('tags'), () => '{"__proto__":{"table":"tags"}}'),
  },
  { what: 'a table left out', alter: (lines) => lines.filter((line) => !isMark('charges')(line)) },
  { what: 'a table twice', alter: changed(isMark('charges'), (line) => `${line}\n${line}`) },
  {
    what: 'tables in another order',
    alter: (lines) => [lines[0] ?? '', ...lines.slice(1, -1).reverse(), lines.at(-1) ?? ''],
  },
  { what: 'no row of the shop itself', alter: without('shops') },
  { what: 'two rows of the shop', alter: row('shops', (cells) => [cells, cells]) },
  { what: 'a row twice', alter: row('customers', (cells) => [cells, cells]) },
  { what: 'a row of the log twice', alter: row('events', (cells) => [cells, cells]) },
  { what: 'rows in another order', alter: swapped('customers') },
  { what: 'rows of the log in another order', alter: swapped('events') },
  { what: 'a name twice', isSeen: false, alter: sameNames('tags') },
  { what: 'an empty line', alter: row('customers', (cells) => [cells, null]) },
  { what: 'a row without its last cell', alter: row('customers', (cells) => [cells.slice(0, -1)]) },
  { what: 'a row with a cell too many', alter: row('customers', (cells) => [[...cells, 1]]) },
  { what: 'a row that is an object', alter: row('customers', (cells) => [{ ...cells }]) },
  { what: 'a number for a text', alter: cell('customers', 1, 5) },
  { what: 'nothing for a text', alter: cell('customers', 1, null) },
  { what: 'a list for a text', alter: cell('customers', 1, ['Sari']) },
  { what: 'a text for a number', alter: cell('facts', 2, '5') },
  { what: 'a fraction for a whole number', alter: cell('facts', 2, 5.5) },
  { what: 'a number beyond what is exact', alter: cell('facts', 2, 2 ** 53) },
  { what: 'a flag for a number', alter: cell('facts', 2, true) },
  { what: 'nothing for a number', alter: cell('facts', 2, null) },
  { what: 'a text with NUL', alter: cell('customers', 1, 'Sa\0ri') },
  { what: 'a text with half a character', alter: cell('customers', 1, 'Sa\ud800ri') },
  { what: 'a line that is no JSON', alter: changed(isMark('tags'), () => '{"table":') },
]

function header(what: string, changes: object, code?: ErrorCode): Alteration {
  const alter = ([first = '{}', ...rest]: readonly string[]): readonly string[] => [
    JSON.stringify({ ...JSON.parse(first), ...changes }),
    ...rest,
  ]
  return { what, alter, ...(code === undefined ? {} : { code }) }
}

function isMark(table: string): (line: string) => boolean {
  return (line) => line.startsWith(`{"table":"${table}",`)
}

function changed(
  which: (line: string) => boolean,
  change: (line: string) => string,
): Alteration['alter'] {
  return (lines) => lines.flatMap((line) => (which(line) ? change(line).split('\n') : [line]))
}

/** With the rows of one table changed; the others stay. */
function rowsChanged(
  table: string,
  change: (rows: readonly Line[]) => readonly unknown[],
): Alteration['alter'] {
  return (lines) => {
    const from = lines.findIndex(isMark(table)) + 1
    const to = lines.findIndex((line, i) => i >= from && line.startsWith('{'))
    const rows = lines.slice(from, to).map((line): Line => JSON.parse(line))
    const after = change(rows).map((each) => (each === null ? '' : JSON.stringify(each)))
    return [...lines.slice(0, from), ...after, ...lines.slice(to)]
  }
}

function without(table: string): Alteration['alter'] {
  return rowsChanged(table, () => [])
}

/** Something else in the place of the first row of a table. */
function row(table: string, change: (cells: Line) => readonly unknown[]): Alteration['alter'] {
  return rowsChanged(table, ([first = [], ...rest]) => [...change(first), ...rest])
}

function cell(table: string, at: number, value: unknown): Alteration['alter'] {
  return row(table, (cells) => [cells.with(at, value)])
}

function swapped(table: string): Alteration['alter'] {
  return rowsChanged(table, ([first, second, ...rest]) => [second, first, ...rest])
}

/** Everything of a table but its id as in the first row. */
function sameNames(table: string): Alteration['alter'] {
  return rowsChanged(table, ([first = [], ...rest]) => [
    first,
    ...rest.map(([id]) => [id, ...first.slice(1)]),
  ])
}
