import { check } from '@langganan/core/segments'
import { parse } from '@langganan/core/segments/text'
import { interleaved, median, spread } from '../measure.ts'
import type { Result } from '../result.ts'
import { catalogue } from './condition-of.ts'

/** What somebody hostile sends, and what has to refuse it. */
interface Attack {
  readonly name: string
  readonly attempt: () => unknown
}

const many = 100_000
const most = 50

/** How long refusing takes. */
export async function hostilePredicates(repetitions: number): Promise<Result[]> {
  const attacks = [...asJson(), ...asText()]
  for (const { name, attempt } of attacks) {
    if (!isRefused(attempt)) throw new Error(`${name} was not refused.`)
  }
  const times = await interleaved(
    attacks.map(({ name, attempt }) => ({
      name,
      prepare: async () => () => void isRefused(attempt),
    })),
    repetitions,
  )
  return attacks.map(({ name }) => {
    const each = times.get(name) ?? []
    return {
      name: `refusing ${name}`,
      goal: `< ${most} ms`,
      ratio: null,
      isMet: median(each) < most,
      against: null,
      ours: { median: median(each), spread: spread(each), unit: 'ms' },
      theirs: null,
    }
  })
}

function isRefused(attempt: () => unknown): boolean {
  try {
    attempt()
    return false
  } catch {
    return true
  }
}

function asJson(): Attack[] {
  const json = (name: string, input: unknown): Attack => ({
    name: `${name}, as JSON`,
    attempt: () => check(input, catalogue),
  })
  const letters = 'x'.repeat(10_000_000)
  const nobody = { any: [] }
  return [
    json('a predicate 1,000,000 deep', nested(1_000_000)),
    json('100,000 parts', { all: Array.from({ length: many }, () => nobody) }),
    json('a list of 100,000 values', {
      field: 'city',
      is: 'in',
      value: Array.from({ length: many }, (_, i) => `city ${i}`),
    }),
    json('a text of 10 MB', { field: 'name', is: 'contains', value: letters }),
    json('a field name of 10 MB', { field: letters, is: 'missing' }),
    json(
      '100,000 unknown keys',
      Object.fromEntries(Array.from({ length: many }, (_, i) => [i, i])),
    ),
    json('the key __proto__', JSON.parse('{"__proto__": {"all": []}}')),
    json('the field __proto__', { field: '__proto__', is: '=', value: 'x' }),
    json('the attribute __proto__', { field: 'attr.__proto__', is: '=', value: 'x' }),
  ]
}

function nested(depth: number): unknown {
  let predicate: unknown = { all: [] }
  for (let i = 1; i < depth; i += 1) predicate = { not: predicate }
  return predicate
}

function asText(): Attack[] {
  const text = (name: string, input: string): Attack => ({
    name: `${name}, as text`,
    attempt: () => parse(input, catalogue),
  })
  return [
    text('100,000 parentheses', '('.repeat(many)),
    text('10 MB', 'x'.repeat(10_000_000)),
    text('25,000 negations', 'not '.repeat(25_000)),
    text('8,000 alternatives', `${'archived or '.repeat(8_000)}archived`),
    text('a list of 20,000 values', `city in (${'"a",'.repeat(20_000)}"a")`),
    text('the field __proto__', '__proto__ = "x"'),
  ]
}
