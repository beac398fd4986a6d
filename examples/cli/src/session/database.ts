import { existsSync, statSync } from 'node:fs'
import { CliError } from '../errors/cli-error.ts'
import type { GlobalOptions } from './global-options.ts'
import { pathOf } from './path-of.ts'

/** The database that was named, there or not. */
export function databaseFile({ db }: GlobalOptions): string {
  if (db !== undefined && db !== '') return noDirectory(pathOf(db))
  throw new CliError(
    'USAGE',
    'Say which database: --db FILE, such as --db shop.db, or set TOKO_DB.',
    'db',
  )
}

/** The database that was named, which must be there: opening would make an empty one. */
export function existingDatabase(options: GlobalOptions): string {
  const file = databaseFile(options)
  if (existsSync(file)) return file
  throw new CliError(
    'SHOP_NOT_FOUND',
    'There is no database in this file yet. Check --db, or set up a shop: toko --db FILE init --id kopi-senja --currency IDR --time-zone Asia/Jakarta.',
    'db',
  )
}

function noDirectory(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return path
  throw new CliError(
    'USAGE',
    '--db names a directory. Name the file in it, such as --db shop.db or --db DIRECTORY/shop.db.',
    'db',
  )
}
