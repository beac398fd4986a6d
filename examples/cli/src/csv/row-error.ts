import { CliError } from '../errors/cli-error.ts'

/**
 * A mistake at a place of the file. What the cell holds is not repeated here: it may be about a person,
 * and whoever knows the column says so.
 */
export function rowError(
  row: number,
  problem: string,
  column?: string,
  code: 'FILE_NOT_CSV' | 'INVALID_INPUT' | 'TIME_IN_FUTURE' = column === undefined
    ? 'FILE_NOT_CSV'
    : 'INVALID_INPUT',
): CliError {
  const place = column === undefined ? `Row ${row}` : `Row ${row}, column ${column}`
  return new CliError(code, `${place}: ${problem}.`, column ?? `row ${row}`)
}
