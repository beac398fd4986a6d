import { type Chooser, chooser, type Random } from './random.ts'
import type { Streams } from './streams.ts'

/** Prefixes of Indonesian mobiles without the leading 0, weighted roughly by their operators' customers. */
const prefix: Chooser<string> = chooser([
  ['812', 12],
  ['813', 9],
  ['821', 7],
  ['822', 6],
  ['852', 7],
  ['853', 4],
  ['811', 3],
  ['823', 3],
  ['851', 2],
  ['815', 3],
  ['816', 2],
  ['856', 4],
  ['857', 6],
  ['858', 4],
  ['855', 1],
  ['817', 2],
  ['818', 2],
  ['819', 3],
  ['877', 4],
  ['878', 4],
  ['831', 2],
  ['838', 3],
  ['895', 4],
  ['896', 4],
  ['897', 2],
  ['898', 2],
  ['881', 1],
  ['882', 1],
  ['887', 1],
  ['888', 1],
])

const subscribers = 100_000_000
const shortSubscribers = 10_000_000
/** Neither even nor a multiple of 5, so that multiplying by it shuffles all subscriber numbers. */
const strides = [61_803_399, 57_721_567, 73_205_081, 41_421_357, 69_314_719] as const

/** How many customers can have a number of their own. */
export const mostCustomers = 50_000_000

/** The national mobile number of a customer without the leading 0, as in `81234567890`. */
export type NumberPlan = (customer: number) => string

/** Gives every customer a number that no other of the simulation has, however many there are. */
export function numberPlan(streams: Streams): NumberPlan {
  const shop = streams.of('shop', 0)
  const stride = shop.pick(strides)
  const start = shop.below(subscribers)
  return (customer) => {
    const subscriber = (customer * stride + start) % subscribers
    const digits = subscriber < shortSubscribers ? 7 : 8
    return prefix(streams.of('phone', customer)) + String(subscriber).padStart(digits, '0')
  }
}

type Form = (operator: string, middle: string, end: string) => string

const form: Chooser<Form> = chooser<Form>([
  [(a, b, c) => `0${a}${b}${c}`, 22],
  [(a, b, c) => `0${a}-${b}-${c}`, 18],
  [(a, b, c) => `0${a} ${b} ${c}`, 10],
  [(a, b, c) => `+62 ${a}-${b}-${c}`, 14],
  [(a, b, c) => `+62${a}${b}${c}`, 10],
  [(a, b, c) => `62${a}${b}${c}`, 9],
  [(a, b, c) => `${a}${b}${c}`, 4],
  [(a, b, c) => `${a}-${b}-${c}`, 2],
  [(a, b, c) => `0062${a}${b}${c}`, 1],
  [(a, b, c) => `0062 ${a} ${b} ${c}`, 1],
  [(a, b, c) => `0${a}.${b}.${c}`, 3],
  [(a, b, c) => `(0${a}) ${b}-${c}`, 2],
  [(a, b, c) => `+62 (${a}) ${b} ${c}`, 1],
  [(a, b, c) => `(+62) ${a} ${b} ${c}`, 1],
  [(a, b, c) => `+62 0${a} ${b} ${c}`, 1],
  [(a, b, c) => ` 0${a}${b}${c} `, 1],
])

/** A mobile in one of the ways in which people type it. */
export function typedPhone(mobile: string, random: Random): string {
  return form(random)(mobile.slice(0, 3), mobile.slice(3, -4), mobile.slice(-4))
}
