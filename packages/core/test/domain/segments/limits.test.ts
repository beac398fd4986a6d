import { describe, expect, test } from 'vitest'
import { isLanggananError } from '../../../src/domain/error/langganan-error.ts'
import { check } from '../../../src/domain/segments/check.ts'
import { catalogue } from './shop.ts'

const everybody = { all: [] }

function codeOf(input: unknown): string {
  try {
    check(input, catalogue)
    return 'accepted'
  } catch (error) {
    if (isLanggananError(error)) return error.code
    throw error
  }
}

function nested(depth: number): unknown {
  let predicate: unknown = everybody
  for (let i = 1; i < depth; i += 1) predicate = { not: predicate }
  return predicate
}

/** A predicate that counts how often its parts are looked at. */
function watched(parts: number): { predicate: unknown; visits: () => number } {
  let visits = 0
  const part = (): object =>
    new Proxy(
      { all: [] },
      {
        ownKeys(target) {
          visits += 1
          return Reflect.ownKeys(target)
        },
      },
    )
  return { predicate: { any: Array.from({ length: parts }, part) }, visits: () => visits }
}

describe('limits', () => {
  test('32 deep, not 33', () => {
    expect(codeOf(nested(32))).toBe('accepted')
    expect(codeOf(nested(33))).toBe('PREDICATE_TOO_LARGE')
  })

  test('500 predicates, not 501', () => {
    const parts = (count: number): unknown => ({
      any: Array.from({ length: count }, () => everybody),
    })
    expect(codeOf(parts(499))).toBe('accepted')
    expect(codeOf(parts(500))).toBe('PREDICATE_TOO_LARGE')
  })

  test('every kind of part counts', () => {
    const hundred = (key: 'all' | 'any'): unknown => ({
      [key]: Array.from({ length: 99 }, () => everybody),
    })
    const some = { atLeast: 1, of: Array.from({ length: 99 }, () => everybody) }
    expect(codeOf({ all: [hundred('all'), hundred('any'), some, some] })).toBe('accepted')
    expect(codeOf({ all: [hundred('all'), hundred('any'), some, some, hundred('any')] })).toBe(
      'PREDICATE_TOO_LARGE',
    )
  })

  test('10,000 values in a list, not 10,001', () => {
    const values = (count: number): unknown => ({
      field: 'city',
      is: 'in',
      value: Array.from({ length: count }, (_, i) => `city ${i}`),
    })
    expect(codeOf(values(10_000))).toBe('accepted')
    expect(codeOf(values(10_001))).toBe('PREDICATE_TOO_LARGE')
  })

  test('texts of 1,000 signs, not more', () => {
    const text = (length: number): unknown => ({
      field: 'notes',
      is: 'contains',
      value: 'x'.repeat(length),
    })
    expect(codeOf(text(1_000))).toBe('accepted')
    expect(codeOf(text(1_001))).toBe('PREDICATE_TOO_LARGE')
  })

  test('at most 501 parts are looked at', () => {
    for (const count of [500, 5_000]) {
      const { predicate, visits } = watched(count)
      expect(codeOf(predicate)).toBe('PREDICATE_TOO_LARGE')
      expect(visits()).toBeLessThanOrEqual(501)
    }
  })
})

describe('hostile input', () => {
  test('a million deep, in every direction', () => {
    for (const wrap of [
      (inside: unknown) => ({ not: inside }),
      (inside: unknown) => ({ all: [inside] }),
      (inside: unknown) => ({ atLeast: 1, of: [inside] }),
      (inside: unknown) => ({ field: 'city', is: 'in', value: inside }),
      (inside: unknown) => ({ field: 'city', is: 'in', value: [inside] }),
      (inside: unknown) => ({ purchases: inside }),
      (inside: unknown) => [inside],
    ]) {
      let predicate: unknown = everybody
      for (let i = 0; i < 1_000_000; i += 1) predicate = wrap(predicate)
      expect(['PREDICATE_TOO_LARGE', 'PREDICATE_INVALID']).toContain(codeOf(predicate))
    }
  })

  test('cycles', () => {
    const not: { not?: unknown } = {}
    not.not = not
    expect(codeOf(not)).toBe('PREDICATE_TOO_LARGE')
    const all: unknown[] = []
    all.push({ all }, { all })
    expect(codeOf({ all })).toBe('PREDICATE_TOO_LARGE')
    const value: unknown[] = []
    value.push(value)
    expect(codeOf({ field: 'city', is: 'in', value })).toBe('PREDICATE_TOO_LARGE')
  })

  test('getters are not called', () => {
    let calls = 0
    const input = {
      field: 'city',
      is: '=',
      get value() {
        calls += 1
        return 'x'
      },
    }
    expect(codeOf(input)).toBe('PREDICATE_INVALID')
    expect(calls).toBe(0)
  })

  test('a proxy that throws, or grows, or lies about its length', () => {
    const broken = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new RangeError('no')
        },
      },
    )
    expect(codeOf(broken)).toBe('PREDICATE_INVALID')
    const grown = new Proxy([], {
      getOwnPropertyDescriptor: (target, key) =>
        key === 'length'
          ? { value: 1e9, writable: true, enumerable: false, configurable: false }
          : Reflect.getOwnPropertyDescriptor(target, key),
    })
    expect(['PREDICATE_TOO_LARGE', 'PREDICATE_INVALID']).toContain(codeOf({ all: grown }))
  })

  test('an array a billion long is not walked', () => {
    expect(codeOf({ all: new Array(1e9) })).toBe('PREDICATE_TOO_LARGE')
    expect(codeOf({ field: 'city', is: 'in', value: new Array(1e9) })).toBe('PREDICATE_TOO_LARGE')
  })

  test('an object with many or monstrous keys', () => {
    expect(
      codeOf(Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`key ${i}`, 1]))),
    ).toBe('PREDICATE_INVALID')
    expect(codeOf({ ['k'.repeat(1_000_000)]: 1 })).toBe('PREDICATE_INVALID')
  })

  test('nothing of it reaches the prototype of objects', () => {
    expect(codeOf(JSON.parse('{"all": [{"__proto__": {"polluted": true}, "all": []}]}'))).toBe(
      'PREDICATE_INVALID',
    )
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(codeOf(Object.create({ all: [] }))).toBe('PREDICATE_INVALID')
  })
})
