import fc from 'fast-check'
import { ago, type Blank, type Command, day, idOf, type ThingMade } from './command.ts'

/** A command and how often it is drawn, in proportion. */
export type Weighted = readonly [weight: number, commands: fc.Arbitrary<Command>]

/** Calls of one method with drawn arguments. */
export function calls(
  call: string,
  ...args: readonly fc.Arbitrary<unknown>[]
): fc.Arbitrary<Command> {
  return fc.tuple(...args).map((given) => ({ call, args: given }))
}

export function anyOf<T>(values: readonly T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...values)
}

/** Mostly the first, now and then the second, which is wrong on purpose. */
export function mostly(
  good: fc.Arbitrary<unknown>,
  bad: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 15, arbitrary: good }, { weight: 1, arbitrary: bad })
}

/** Fields of which the named ones are always there. */
export function fields<T extends object, K extends keyof T>(
  drawn: { [F in keyof T]: fc.Arbitrary<T[F]> },
  ...requiredKeys: K[]
): fc.Arbitrary<object> {
  return fc.record(drawn, { requiredKeys, noNullPrototype: true })
}

/** One of the first things made, by what it goes by. */
export function made(of: ThingMade, most = 12): fc.Arbitrary<Blank> {
  return fc.nat(most).map((n) => idOf(of, n))
}

export const aCustomer: fc.Arbitrary<unknown> = mostly(
  made('customer'),
  fc.constant('01980000-0000-7000-8000-000000000001'),
)

/** Up to 400 days ago; now and then a millisecond ahead, which is refused. */
export const when: fc.Arbitrary<Blank> = fc.oneof(
  { weight: 8, arbitrary: fc.nat(400).map((days) => ago(days * day)) },
  { weight: 4, arbitrary: fc.nat(2 * day).map(ago) },
  { weight: 2, arbitrary: fc.constant(ago(0)) },
  { weight: 1, arbitrary: fc.constant(ago(-1)) },
)

/** A list of commands, each kind as often as its weight says. */
export function livesOf(weighted: readonly Weighted[], longest: number): fc.Arbitrary<Command[]> {
  const command = fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })))
  return fc.array(command, { minLength: 1, maxLength: longest, size: 'max' })
}
