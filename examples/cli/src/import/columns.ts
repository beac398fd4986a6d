import { closestMatch } from 'leven'
import { CliError } from '../errors/cli-error.ts'
import type { ColumnNames } from './import-options.ts'

export type ColumnKey = keyof ColumnNames

const keys: readonly ColumnKey[] = [
  'order',
  'product',
  'quantity',
  'date',
  'customer',
  'price',
  'total',
  'name',
  'phone',
  'email',
  'city',
  'country',
  'category',
  'colour',
  'size',
  'paid',
  'status',
  'method',
  'shipping',
  'tax',
  'discount',
  'currency',
  'rate',
]

/** Columns whose cells a message may repeat. */
const shownKeys: readonly ColumnKey[] = [
  'quantity',
  'date',
  'price',
  'total',
  'paid',
  'status',
  'method',
  'shipping',
  'tax',
  'discount',
  'currency',
  'rate',
]

function looksPersonal(text: string): boolean {
  return text.includes('@') || /^\D{0,4}(?:\+|0|62)(?:[\s().-]*\d){8,}/.test(text)
}

/** Where the named columns stand in the file. */
export class Columns {
  readonly #names: ColumnNames
  readonly #header: readonly string[]
  readonly #places: ReadonlyMap<ColumnKey, number>
  readonly #ignored: ReadonlySet<number>

  /**
   * @param ignored columns that are left unread on purpose
   * @throws CliError `COLUMN_NOT_FOUND` for a name that the header has not, or has twice.
   */
  constructor(header: readonly string[], names: ColumnNames, ignored: readonly string[] = []) {
    this.#names = names
    this.#header = header
    this.#places = new Map(
      keys.flatMap((key): [ColumnKey, number][] => {
        const name = names[key]
        return name === undefined ? [] : [[key, placeOf(header, key, name.trim())]]
      }),
    )
    this.#ignored = new Set(ignored.map((name) => placeOf(header, 'ignore', name.trim())))
  }

  /** Columns of the file that no option names, be it to read them or to ignore them. */
  get unnamed(): readonly string[] {
    const named = new Set([...this.#places.values(), ...this.#ignored])
    return this.#header.filter((name, i) => !named.has(i) && isName(name))
  }

  has(key: ColumnKey): boolean {
    return this.#places.has(key)
  }

  /** What the row holds there, without spaces around it; nothing where the column was not named. */
  text(cells: readonly string[], key: ColumnKey): string {
    const place = this.#places.get(key)
    return place === undefined ? '' : (cells[place] ?? '').trim()
  }

  /**
   * What a row holds in the column of this name, where that can be no person's: numbers, dates and words
   * of the shop. Nothing of the others, nor of what looks like a phone or an address in the wrong column.
   */
  shownCell(cells: readonly string[], name: string): string | null {
    const key = shownKeys.find((each) => this.has(each) && this.nameOf(each).trim() === name.trim())
    const text = key === undefined ? '' : this.text(cells, key)
    return text === '' || looksPersonal(text) ? null : text
  }

  /** The column's name in the file. */
  nameOf(key: ColumnKey): string {
    return this.#names[key] ?? key
  }
}

function placeOf(header: readonly string[], key: ColumnKey | 'ignore', name: string): number {
  const place = header.indexOf(name)
  if (place === -1) throw absent(header, key, name)
  if (header.lastIndexOf(name) === place) return place
  throw new CliError(
    'COLUMN_NOT_FOUND',
    `The file has two columns ${quoted(name)}, so --${key} could mean either. Rename one.`,
    key,
  )
}

function absent(header: readonly string[], key: ColumnKey | 'ignore', name: string): CliError {
  const shown = header.filter(isName)
  const near = closestMatch(name, shown, { maxDistance: Math.max(2, Math.floor(name.length / 3)) })
  const hint = near === undefined ? '' : ` Did you mean ${quoted(near)}?`
  return new CliError(
    'COLUMN_NOT_FOUND',
    `The file has no column ${quoted(name)} for --${key}.${delimiterHint(header)}${hint}${hiddenHint(header, shown)} It has: ${listed(shown)}.`,
    key,
  )
}

/** Without a header the first row is somebody's data, which a message must not repeat. */
function isName(cell: string): boolean {
  return cell !== '' && cell.length <= 60 && !/\d{4}|@/.test(cell)
}

function hiddenHint(header: readonly string[], shown: readonly string[]): string {
  if (shown.length === header.length) return ''
  return ' The first row must name the columns; what looks like data is not shown.'
}

const mostListed = 30

/** Names of columns, at most thirty of them. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none that can be shown'
  const more = names.length > mostListed ? ` and ${names.length - mostListed} more` : ''
  return names.slice(0, mostListed).map(quoted).join(', ') + more
}

function delimiterHint([only = '', ...others]: readonly string[]): string {
  const other =
    others.length === 0 ? [';', '\t', '|'].find((mark) => only.includes(mark)) : undefined
  if (other === undefined) return ''
  return ` Its cells seem to be separated otherwise: try --delimiter ${other === '\t' ? 'tab' : `"${other}"`}.`
}

function quoted(name: string): string {
  return `"${name.slice(0, 60).replace(/[\p{C}"]/gu, '�')}"`
}
