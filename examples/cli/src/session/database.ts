import { existsSync, statSync } from 'node:fs'
import { CliError } from '../errors/cli-error.ts'
import type { GlobalOptions } from './global-options.ts'
import { pathOf } from './path-of.ts'

/** Where shops lie: a file of SQLite, or a database on a Postgres server. */
export type Database =
  | { readonly kind: 'sqlite'; readonly filename: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly schema: string | undefined }

/** The database that was named, there or not. */
export function databaseNamed({ db }: GlobalOptions): Database {
  if (db === undefined || db === '') {
    throw new CliError(
      'USAGE',
      'Say which database: --db FILE, such as --db shop.db, or set TOKO_DB. A postgres:// URL is one too.',
      'db',
    )
  }
  // Also with a slash too few: as a path it would become a file named after a password.
  const [, scheme, slashes] = /^([a-z][a-z\d+.-]+):(\/\/)?/i.exec(db) ?? []
  if (scheme !== undefined && /^postgres(ql)?$/i.test(scheme)) return onServer(db, scheme)
  if (slashes !== undefined) {
    throw new CliError(
      'USAGE',
      '--db takes the path of a SQLite file, or a URL that begins with postgres://.',
      'db',
    )
  }
  return { kind: 'sqlite', filename: noDirectory(pathOf(db)) }
}

/**
 * The database that was named; a file must be there: opening would make an empty one. Whether a
 * server has a database it says itself.
 */
export function existingDatabase(options: GlobalOptions): Database {
  const database = databaseNamed(options)
  if (database.kind === 'postgres' || existsSync(database.filename)) return database
  throw new CliError(
    'SHOP_NOT_FOUND',
    `There is no database "${options.db}" yet. Check --db, or set up a shop: toko --db FILE init --id kopi-senja --currency IDR --time-zone Asia/Jakarta.`,
    'db',
  )
}

/** The driver passes over `schema`, which is a word of ours, and reads the rest of the URL itself. */
function onServer(db: string, scheme: string): Database {
  const url = scheme.toLowerCase() + db.slice(scheme.length)
  const schema = URL.canParse(url) ? new URL(url).searchParams.get('schema') : null
  return { kind: 'postgres', url, schema: schema ?? undefined }
}

function noDirectory(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return path
  throw new CliError(
    'USAGE',
    '--db names a directory. Name the file in it, such as --db shop.db or --db DIRECTORY/shop.db.',
    'db',
  )
}
