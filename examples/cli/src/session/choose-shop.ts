import { CliError } from '../errors/cli-error.ts'

const mostNamed = 10

/** Which shop of a database is meant: the one that was named, else the only one. */
export function chooseShop(ids: readonly string[], wanted: string | undefined): string {
  const [only, ...others] = ids
  if (only === undefined) {
    throw new CliError(
      'SHOP_NOT_FOUND',
      'The database holds no shop yet. Set one up: toko --db DATABASE init --id kopi-senja --currency IDR --time-zone Asia/Jakarta.',
      'shop',
    )
  }
  if (wanted === '') throw whichOne('--shop needs the id of a shop', ids)
  if (wanted === undefined) {
    if (others.length === 0) return only
    throw whichOne(`The database holds ${ids.length} shops; say which with --shop ID`, ids)
  }
  if (ids.includes(wanted)) return wanted
  throw new CliError(
    'SHOP_NOT_FOUND',
    `The database has no shop with this id. It has: ${listed(ids)}. toko init sets up another.`,
    'shop',
  )
}

function whichOne(problem: string, ids: readonly string[]): CliError {
  return new CliError('SHOP_ID_REQUIRED', `${problem}: ${listed(ids)}.`, 'shop')
}

function listed(ids: readonly string[]): string {
  const named = ids.slice(0, mostNamed).join(', ')
  return ids.length > mostNamed ? `${named} and ${ids.length - mostNamed} more` : named
}
