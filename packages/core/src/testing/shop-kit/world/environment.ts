/** What the environment says about a run of the kit. */
export interface Environment {
  /** `LANGGANAN_SEED`: an integer that every property begins with; another one each time if absent. */
  readonly seed: number | undefined
  /** `LANGGANAN_RUNS`: how many cases each property tries; the property's own number if absent. */
  readonly runs: number | undefined
  /** `LANGGANAN_CASES`: how many predicates the laws of segments try. */
  readonly cases: number | undefined
  /** `LANGGANAN_LONG=1`: the long campaign. */
  readonly isLong: boolean
}

export function environment(): Environment {
  const variables = variablesOfPlatform()
  return {
    seed: integer(Reflect.get(variables, 'LANGGANAN_SEED')),
    runs: integer(Reflect.get(variables, 'LANGGANAN_RUNS')),
    cases: integer(Reflect.get(variables, 'LANGGANAN_CASES')),
    isLong: Reflect.get(variables, 'LANGGANAN_LONG') === '1',
  }
}

// Node, Deno and Bun all offer `process.env`; a platform without it has no settings.
function variablesOfPlatform(): object {
  const platform: unknown = Reflect.get(globalThis, 'process')
  const variables: unknown = isObject(platform) ? Reflect.get(platform, 'env') : undefined
  return isObject(variables) ? variables : {}
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function integer(value: unknown): number | undefined {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined
}
