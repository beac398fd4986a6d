import { didYouMean, LanggananError } from '@langganan/core/storage'

const places = ['filename', 'memory', 'database'] as const
const ofOwnDatabase = ['driver', 'busyTimeoutMs'] as const
const known: readonly string[] = [...places, ...ofOwnDatabase, 'prefix']

/** @throws LanggananError `INVALID_INPUT` for options that are none, are unknown or exclude each other. */
export function checkOptions(given: unknown): void {
  if (typeof given !== 'object' || given === null) {
    throw new LanggananError(
      'INVALID_INPUT',
      "sqliteStorage needs options, such as { filename: 'shop.db' }.",
    )
  }
  const set = new Set(Object.keys(given))
  for (const name of set) if (!known.includes(name)) throw unknownOption(name)
  const [place, other] = places.filter((name) => set.has(name))
  if (place === undefined) {
    throw invalid('filename', 'is missing: give it, or else memory or database')
  }
  if (other !== undefined) throw invalid(other, `excludes ${place}: give one of them`)
  if (set.has('memory') && Reflect.get(given, 'memory') !== true) {
    throw invalid('memory', 'must be true, or absent')
  }
  if (place !== 'database') return
  const useless = ofOwnDatabase.find((name) => Reflect.get(given, name) !== undefined)
  if (useless !== undefined) {
    throw invalid(useless, 'is for databases that the storage opens itself; leave it out')
  }
  const connection = Reflect.get(given, 'database')
  if (typeof connection === 'object' && connection !== null && 'prepare' in connection) return
  throw invalid('database', 'must be an open connection of better-sqlite3 or node:sqlite')
}

export function invalid(field: string, problem: string, cause?: unknown): LanggananError {
  return new LanggananError('INVALID_INPUT', `The option ${field} ${problem}.`, { field, cause })
}

function unknownOption(name: string): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    `${name}: there is no such option.${didYouMean(name, known)} The options are ${known.join(', ')}.`,
    { field: name },
  )
}
