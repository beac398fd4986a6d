import { LanggananError } from '../domain/error/langganan-error.ts'

/** A backup that is damaged, cut short or none: what is wrong with it, and in which line where that is known. */
export function invalidBackup(problem: string, line?: number, cause?: unknown): LanggananError {
  const place = line === undefined ? '' : ` (line ${line})`
  return new LanggananError(
    'BACKUP_INVALID',
    `The backup cannot be read: ${problem}${place}. Nothing of it was kept. Fetch the file again, or take an earlier backup.`,
    { field: 'backup', ...(line === undefined ? {} : { details: { line } }), cause },
  )
}

export function newerBackup(versions: {
  readonly found: number
  readonly known: number
}): LanggananError {
  return new LanggananError(
    'BACKUP_NEWER',
    `A newer version of this package wrote the backup (${versions.found}, known are up to ${versions.known}). Update the @langganan packages and restore it again.`,
    { field: 'backup', details: versions },
  )
}
