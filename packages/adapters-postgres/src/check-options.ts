import { didYouMean, LanggananError } from '@langganan/core/storage'

const places = ['connectionString', 'connection', 'pool'] as const
const known: readonly string[] = [...places, 'schema', 'prefix', 'citus']

/** @throws LanggananError `INVALID_INPUT` for options that are none, are unknown or exclude each other. */
export function checkOptions(given: unknown): void {
  if (typeof given !== 'object' || given === null) {
    throw new LanggananError(
      'INVALID_INPUT',
      "postgresStorage needs options, such as { connectionString: 'postgres://user:password@host/database' }.",
    )
  }
  const set = new Set(Object.keys(given))
  for (const name of set) if (!known.includes(name)) throw unknownOption(name)
  const [place, other] = places.filter((name) => set.has(name))
  if (place === undefined) {
    throw invalid('connectionString', 'is missing: give it, or else connection or pool')
  }
  if (other !== undefined) throw invalid(other, `excludes ${place}: give one of them`)
  checkPlace(place, Reflect.get(given, place))
  checkSchema(Reflect.get(given, 'schema'))
  const citus: unknown = Reflect.get(given, 'citus')
  if (citus !== undefined && typeof citus !== 'boolean')
    throw invalid('citus', 'must be true or false')
}

/** @throws LanggananError `INVALID_INPUT` if a schema is none that needs no quoting. */
export function checkSchema(schema: unknown): void {
  if (schema === undefined) return
  if (typeof schema === 'string' && /^(?!pg_)[a-z][a-z0-9_]{0,62}$/.test(schema)) return
  throw invalid(
    'schema',
    'must begin with a lower-case letter and hold at most 63 of a–z, 0–9 and _, and not begin with pg_, which Postgres keeps for itself; for example `shop`',
  )
}

function checkPlace(place: (typeof places)[number], value: unknown): void {
  if (place === 'connectionString') {
    // An error of the parser would repeat the password, so it is no cause.
    if (typeof value === 'string' && /^postgres(ql)?:\/\//.test(value) && URL.canParse(value))
      return
    throw invalid(
      place,
      'must be a URL such as postgres://user:password@host:5432/database, with special characters of the password percent-encoded',
    )
  }
  const isObject = typeof value === 'object' && value !== null
  const connects = isObject && 'connect' in value
  if (place === 'connection') {
    if (isObject && !connects) return
    throw invalid(place, 'must hold settings of a pool of pg; a pool itself is given as `pool`')
  }
  // Only a client has its settings resolved.
  if (connects && !('connectionParameters' in value)) return
  throw invalid(place, 'must be a pool of pg (new pg.Pool(…)); a client is none')
}

function invalid(field: string, problem: string): LanggananError {
  return new LanggananError('INVALID_INPUT', `The option ${field} ${problem}.`, { field })
}

function unknownOption(name: string): LanggananError {
  return new LanggananError(
    'INVALID_INPUT',
    `${name}: there is no such option.${didYouMean(name, known)} The options are ${known.join(', ')}.`,
    { field: name },
  )
}
