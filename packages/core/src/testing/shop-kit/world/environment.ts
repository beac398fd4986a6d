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
  /** `LANGGANAN_PART`: which part of its ordinary number of cases a property tries, such as 0.25; all if absent. */
  readonly part: number
}

export function environment(): Environment {
  const variables = variablesOfPlatform()
  return {
    seed: integer(Reflect.get(variables, 'LANGGANAN_SEED')),
    runs: integer(Reflect.get(variables, 'LANGGANAN_RUNS')),
    cases: integer(Reflect.get(variables, 'LANGGANAN_CASES')),
    isLong: Reflect.get(variables, 'LANGGANAN_LONG') === '1',
    part: partOfOne(Reflect.get(variables, 'LANGGANAN_PART')),
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

function partOfOne(value: unknown): number {
  const part = typeof value === 'string' ? Number(value) : 1
  return part > 0 && part < 1 ? part : 1
}
