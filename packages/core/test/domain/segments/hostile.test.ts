import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLanggananError } from '../../../src/domain/error/langganan-error.ts'
import { check } from '../../../src/domain/segments/check.ts'
import { arbitraryPredicate } from '../../../src/testing/arbitraries/predicate.ts'
import { environment } from '../../../src/testing/shop-kit/world/environment.ts'
import { catalogue } from './shop.ts'

const { seed, isLong, cases = isLong ? 100_000 : 2_000 } = environment()
const run = { numRuns: cases, ...(seed === undefined ? {} : { seed }) }

/** What nobody means and somebody sends. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    true,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    2 ** 53,
    1e308,
    10n,
    Symbol('s'),
    () => true,
    new Date(Number.NaN),
    new Map(),
    '',
    "'; drop table customers; --",
    '%_\\"\'`',
    '\0',
    '\ud83d',
    'x'.repeat(10_000_000),
  ),
  fc.constant(null).map(() => Object.create({ field: 'ltv', is: '>', value: 1 })),
  fc.constant(null).map(() => JSON.parse('{"__proto__": {"all": []}, "constructor": {}}')),
  fc.constant(null).map(() => new Array(100_000).fill('x')),
  fc.constantFrom(10, 40, 100_000).map((depth) => {
    let inside: unknown = { all: [] }
    for (let i = 0; i < depth; i += 1) inside = i % 2 === 0 ? { not: inside } : { any: [inside] }
    return inside
  }),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
)

const keys = fc.constantFrom(
  ...['all', 'any', 'not', 'atLeast', 'of', 'field', 'is', 'value', 'purchases', 'measure'],
  ...['tag', 'segment', 'for', 'window', '__proto__', 'constructor', 'toString', 'polluted', ''],
)

interface Edit {
  readonly way: readonly number[]
  readonly key: string
  readonly what: 'replace' | 'add' | 'remove' | 'rename'
  readonly value: unknown
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    way: fc.array(fc.nat(7), { maxLength: 6 }),
    key: keys,
    what: fc.constantFrom('replace' as const, 'add' as const, 'remove' as const, 'rename' as const),
    value: nasty,
  }),
  { minLength: 1, maxLength: 3 },
)

test('whatever is sent is a predicate or a typed error, and little of it is looked at', () => {
  const codes = new Map<string, number>()
  const predicates = arbitraryPredicate(catalogue)
  fc.assert(
    fc.property(fc.oneof({ weight: 6, arbitrary: predicates }, nasty), edits, (drawn, changes) => {
      const code = outcomeOf(edited(drawn, changes))
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }),
    run,
  )
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(`hostile predicates: ${[...codes].map(([code, n]) => `${code} ${n}`).join(', ')}`)
  for (const code of ['a predicate', 'PREDICATE_INVALID', 'PREDICATE_TOO_LARGE'])
    expect(codes.get(code), code).toBeGreaterThan(cases / 100)
}, 3_600_000)

function outcomeOf(input: unknown): string {
  try {
    const checked = check(input, catalogue)
    expect(check(checked, catalogue)).toEqual(checked)
    return 'a predicate'
  } catch (error) {
    if (!isLanggananError(error)) throw error
    // A message repeats nothing long.
    expect(error.message.length).toBeLessThan(1_000)
    return error.code
  }
}

/** A copy with parts of it changed, wherever the ways lead. */
function edited(drawn: unknown, changes: readonly Edit[]): unknown {
  const root: { predicate: unknown } = { predicate: isObject(drawn) ? copyOf(drawn) : drawn }
  for (const { way, key, what, value } of changes) {
    let place: object = root
    let name = 'predicate'
    for (const step of way) {
      const inside: unknown = Reflect.get(place, name)
      if (!isObject(inside)) break
      const names = Object.keys(inside)
      if (names.length === 0) break
      place = inside
      name = names[step % names.length] ?? name
    }
    change(place, name, { key, what, value })
  }
  return root.predicate
}

function change(place: object, name: string, { key, what, value }: Omit<Edit, 'way'>): void {
  if (what === 'replace') Reflect.set(place, name, value)
  else if (what === 'remove') Reflect.deleteProperty(place, name)
  else if (what === 'rename') {
    define(place, key, Reflect.get(place, name))
    if (key !== name) Reflect.deleteProperty(place, name)
  } else define(place, key, value)
}

/** As an own property, `__proto__` too. */
function define(place: object, key: string, value: unknown): void {
  Reflect.defineProperty(place, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  })
}

function copyOf(drawn: object): unknown {
  try {
    return structuredClone(drawn)
  } catch {
    return drawn
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
