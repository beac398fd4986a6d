import { CsvError, type Parser, parse } from 'csv-parse'
import { CliError } from '../errors/cli-error.ts'
import { rowError } from './row-error.ts'

/** Longest row in characters: longer ones come from a quote that was never closed. */
const longestRow = 1_000_000
const mostColumns = 1_000

/**
 * Hears the rows of a CSV file. Rows are counted as spreadsheets count them: the header is row 1, or the
 * row behind a line `sep=;`.
 */
export interface RowListener {
  header(columns: readonly string[]): void
  row(cells: readonly string[], number: number): void
  /** Whether the rest of the file need not be read. */
  isEnough?(): boolean
}

/**
 * Reads CSV strictly and in constant memory.
 *
 * @throws CliError `FILE_NOT_CSV` with the row and, where it is known, the column.
 */
export async function readRows(
  texts: AsyncIterable<string>,
  { delimiter, linesBefore = 0 }: { readonly delimiter: string; readonly linesBefore?: number },
  listener: RowListener,
): Promise<void> {
  // The number of cells is judged below, where the row is known.
  const parser = parse({
    delimiter,
    max_record_size: longestRow,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  })
  let columns: readonly string[] | undefined
  let number = linesBefore
  let suspicious = false

  function take(cells: readonly string[]): void {
    number += 1
    if (suspicious) refuseBrokenText(cells, columns, number)
    if (columns === undefined) {
      columns = headerOf(cells, number)
      listener.header(columns)
    } else if (cells.length === columns.length) {
      listener.row(cells, number)
    } else if (!isBlank(cells)) {
      throw rowError(
        number,
        `Expected ${columns.length} cells as in the header, found ${cells.length}`,
      )
    }
  }

  function takeAll(): void {
    for (let cells = parser.read(); cells !== null; cells = parser.read()) take(cells)
    if (parser.errored !== null) throw csvFailure(parser.errored, number + 1)
  }

  // What the parser throws is read from `errored`, after the rows before it were taken.
  parser.on('error', () => undefined)
  for await (const text of texts) {
    suspicious ||= brokenText.test(text)
    parser.write(text)
    takeAll()
    if (listener.isEnough?.() === true) return
  }
  await ended(parser)
  takeAll()
  if (columns === undefined)
    throw new CliError(
      'FILE_NOT_CSV',
      'The file has no rows. Expected a first row that names the columns.',
      'file',
    )
}

function ended(parser: Parser): Promise<void> {
  return new Promise((resolve) => {
    parser.once('error', () => resolve())
    parser.end(() => resolve())
  })
}

/** NUL, and what takes the place of bytes that were no text. */
const brokenText = /[\0\uFFFD]/

function refuseBrokenText(
  cells: readonly string[],
  columns: readonly string[] | undefined,
  row: number,
): void {
  const place = cells.findIndex((cell) => brokenText.test(cell))
  const cell = cells[place]
  if (cell === undefined) return
  const problem = cell.includes('\0')
    ? 'Expected text without NUL characters; the file is damaged or no CSV'
    : 'Expected UTF-8. If the file was saved in another encoding, name it, such as --encoding windows-1252'
  throw rowError(row, problem, columns?.[place])
}

function headerOf(cells: readonly string[], row: number): readonly string[] {
  if (cells.length > mostColumns) {
    throw rowError(row, `Expected at most ${mostColumns} columns, found ${cells.length}`)
  }
  return cells.map((cell) => cell.trim())
}

function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === ''
}

/** The parser's own messages repeat what is in the file, so they are not passed on. */
function csvFailure(error: Error, row: number): CliError {
  if (!(error instanceof CsvError)) throw error
  return rowError(
    row,
    problems[error.code] ?? 'The row is not valid CSV',
    undefined,
    'FILE_NOT_CSV',
  )
}

const problems: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quote is opened in this row and never closed',
  CSV_MAX_RECORD_SIZE: `The row has more than ${longestRow} characters; a quote may be missing, or the delimiter is another`,
  CSV_INVALID_CLOSING_QUOTE:
    'A closing quote must be followed by a delimiter; a quote inside quotes is written twice',
  INVALID_OPENING_QUOTE:
    'A quote stands inside a cell that does not begin with one; put the cell in quotes and double it',
}
