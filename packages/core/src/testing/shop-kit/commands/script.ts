import { kitChannel } from '../world/channel.ts'
import { callMethod } from '../world/methods.ts'
import type { KitShop } from '../world/open.ts'
import { type Blank, type Command, isBlank, type ThingMade } from './command.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

/** Plays commands on one shop and remembers what they made. */
export interface Script {
  perform(command: Command): Promise<Outcome>
  /** From here on blanks mean only what was made so far. */
  forgetLater(): void
  /** A script that goes on in another shop, which holds the same things by the same ids. */
  goingOnIn(kit: KitShop): Script
}

const makes: Readonly<Record<string, ThingMade>> = {
  'customers.add': 'customer',
  'groups.create': 'group',
  'tags.create': 'tag',
  'categories.create': 'category',
  'segments.create': 'segment',
  'drafts.record': 'draft',
  'deadLetters.record': 'letter',
  'transactions.pay': 'payment',
  'transactions.refund': 'payment',
}

export function scriptOn(kit: KitShop): Script {
  return scriptWith(kit, { made: new Map(), calls: [] })
}

/** What a script remembers. */
interface Memory {
  readonly made: Map<ThingMade, readonly string[]>
  readonly calls: { readonly call: string; readonly args: readonly unknown[] }[]
}

function scriptWith({ shop, clock }: KitShop, { made, calls }: Memory): Script {
  let remembers = true

  async function meant(blank: Blank): Promise<unknown> {
    switch (blank.blank) {
      case 'ago':
        return new Date(clock.now() - blank.ms)
      case 'open':
        return openOn(await filled(blank.orderId))
      case 'channel': {
        const { carrying, businessNumber } = blank
        return kitChannel(carrying, { clock: clock.now, businessNumber })
      }
      case 'id': {
        const things = made.get(blank.of) ?? []
        return things.at(blank.n % things.length) ?? `no ${blank.of}`
      }
    }
  }

  async function filled(value: unknown): Promise<unknown> {
    if (isBlank(value)) return meant(value)
    if (Array.isArray(value)) return Promise.all(value.map(filled))
    if (!isPlainObject(value)) return value
    const entries = Object.entries(value).map(async ([key, each]) => [key, await filled(each)])
    return Object.fromEntries(await Promise.all(entries))
  }

  async function openOn(orderId: unknown): Promise<number> {
    const outcome = await outcomeOf(callMethod(shop, 'transactions.get', [orderId]))
    return (outcome.done ? numberAt(outcome.answer, 'open') : 0) || 1
  }

  function remember(of: ThingMade, name: string | undefined): void {
    const things = made.get(of) ?? []
    if (!remembers || name === undefined || things.includes(name)) return
    made.set(of, [...things, name])
  }

  function rememberMade(call: string, answer: unknown): void {
    const thing = makes[call]
    if (thing !== undefined) remember(thing, textAt(answer, 'id'))
    if (call === 'messages.send') {
      remember('send', textAt(answer, 'id'))
      remember('message', textAt(answer, 'messageId'))
    }
    if (call === 'labels.record') remember('label', textAt(answer, 'label'))
    if (call !== 'transactions.record' && call !== 'interactions.record') return
    remember('customer', textAt(answer, 'customer'))
    if (call === 'interactions.record') return
    remember(textAt(answer, 'kind') === 'sale' ? 'sale' : 'creditNote', textAt(answer, 'orderId'))
  }

  async function called(call: string, args: readonly unknown[]): Promise<Outcome> {
    const outcome = await outcomeOf(callMethod(shop, call, args))
    if (outcome.done) rememberMade(call, outcome.answer)
    return outcome
  }

  return {
    goingOnIn: (kit) => scriptWith(kit, { made: new Map(made), calls: [...calls] }),
    forgetLater() {
      remembers = false
    },
    async perform({ call, args }) {
      if (call === 'clock.step') {
        const [milliseconds] = args
        clock.step(Number(milliseconds))
        return { done: true, answer: null }
      }
      if (call === 'again') {
        const earlier = calls.at(Number(args[0]) % calls.length)
        return earlier === undefined
          ? { done: true, answer: null }
          : called(earlier.call, earlier.args)
      }
      const given: readonly unknown[] = await Promise.all(args.map(filled))
      calls.push({ call, args: given })
      return called(call, given)
    },
  }
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function textAt(value: unknown, key: string): string | undefined {
  const found = isPlainObject(value) ? Reflect.get(value, key) : undefined
  return typeof found === 'string' ? found : undefined
}

function numberAt(value: unknown, key: string): number {
  const found = isPlainObject(value) ? Reflect.get(value, key) : undefined
  return typeof found === 'number' ? found : 0
}
