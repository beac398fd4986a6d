import {
  afterOrder,
  beforeOrder,
  browsing,
  formFilled,
  onlyTalk,
  type Utterance,
} from './conversation.ts'
import { type Mark, marksOf } from './marks.ts'
import { type Order, orderOf } from './order.ts'
import { knownAs, type Person } from './person.ts'
import { profileOf } from './profile.ts'
import type { Random } from './random.ts'
import type { SimulatedCall, SimulatedEvent } from './simulated-event.ts'
import type { World } from './world.ts'

const minute = 60_000

/** Something that happens at a visit, still without who it is. */
interface Step {
  readonly at: number
  readonly call: SimulatedCall
}

/** Everything that one visit of a customer brings, in order of time; nothing of it lies before `at`. */
export function eventsOf(
  world: World,
  person: Person,
  visit: number,
  at: number,
): SimulatedEvent[] {
  const { customer } = person
  const known = knownAs(world, person, visit)
  return stepsOf(world, person, visit, at)
    .sort((a, b) => a.at - b.at)
    .map((step, i) => {
      const arrives = visit === 0 && i === 0
      const who = arrives ? profileOf(world, person) : known
      return { at: new Date(step.at), customer, arrives, who, ...step.call }
    })
}

function stepsOf(world: World, person: Person, visit: number, at: number): Step[] {
  const random = world.streams.of('talk', person.customer, visit)
  const steps: Step[] = []
  if (visit === 0) steps.push(...registration(person, at, random))
  const before = talkBefore(person, visit, at, random)
  const order =
    person.buyer.kind === 'talker'
      ? undefined
      : orderOf(world, person, visit, orderTime(before, at, random))
  const after = order === undefined ? [] : afterOrder(person, order.at, order.delivered, random)
  const references = `wamid.${person.customer.toString(36)}.${visit}`
  const talk = [...before, ...(isChatty(person, random) ? after : [])]
  steps.push(...talk.map((said, i) => interaction(said, `${references}.${i}`)))
  if (order !== undefined) steps.push(...stepsOfOrder(order))
  const marks = world.streams.of('marks', person.customer, visit)
  steps.push(...marksOf(person, visit, at, order, marks).map(stepOfMark))
  return steps
}

/** Staff type in or import a new customer; the others make themselves known. */
function registration({ arrival, customer }: Person, at: number, random: Random): Step[] {
  switch (arrival.kind) {
    case 'inbound':
    case 'checkout':
      return []
    case 'form':
      return [added(at), interaction(formFilled(at, random), `form.${customer.toString(36)}`)]
    default:
      return [added(at)]
  }
}

function talkBefore(person: Person, visit: number, at: number, random: Random): Utterance[] {
  if (visit === 0 && person.arrival.kind === 'checkout') return []
  if (person.buyer.kind === 'talker') return onlyTalk(person, at, random)
  if (visit === 0 && person.arrival.kind === 'inbound') return beforeOrder(person, at, random)
  const seen = browsing(person, at, random)
  const writes = isChatty(person, random)
  return writes ? [...seen, ...beforeOrder(person, at + 10 * minute, random)] : seen
}

function isChatty({ buyer }: Person, random: Random): boolean {
  return random.chance(buyer.chatty)
}

/** A little after the last word; at once where nothing was said. */
function orderTime(before: readonly Utterance[], at: number, random: Random): number {
  const last = before.at(-1)
  return last === undefined ? at : last.at + random.between(1, 90) * minute
}

function added(at: number): Step {
  return { at, call: { kind: 'customer' } }
}

function interaction({ at, ...said }: Utterance, reference: string): Step {
  return { at, call: { kind: 'interaction', input: { ...said, at: new Date(at), reference } } }
}

function stepsOfOrder({ sale, at, payments, creditNote }: Order): Step[] {
  const steps: Step[] = [{ at, call: { kind: 'order', input: sale } }]
  for (const { at: paidAt, input } of payments) {
    steps.push({ at: paidAt, call: { kind: 'payment', input } })
  }
  if (creditNote !== undefined) {
    steps.push({ at: creditNote.at, call: { kind: 'creditNote', input: creditNote.input } })
  }
  return steps
}

function stepOfMark({ at, ...mark }: Mark): Step {
  return 'group' in mark
    ? { at, call: { kind: 'group', input: mark } }
    : { at, call: { kind: 'label', input: mark } }
}
