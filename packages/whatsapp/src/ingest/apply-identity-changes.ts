import { type IdentityChangeInput, isLanggananError } from '@langganan/core'
import type { NumberChangedEvent, UserIdChangedEvent } from '../events/event.ts'
import type { Person } from '../events/person.ts'
import { conflicting } from './by-number-in-conflict.ts'
import { complete } from './customers.ts'
import { type Identities, identitiesOf, numbersIn } from './identities.ts'
import type { Ingestion } from './ingestion.ts'
import { nameOf } from './names.ts'

/**
 * Somebody has another number: from then on the customer has it, and not the one that soon may be somebody
 * else's. Where the new number is another customer's already, nothing is changed and a conflict reported.
 */
export async function applyNumberChange(
  ingestion: Ingestion,
  { id, before, after, at, place }: NumberChangedEvent,
): Promise<boolean> {
  await change(ingestion, { before, after, at, reference: id }, place)
  return true
}

/** Somebody has another user id; the one before stays, for nobody else ever gets it. */
export async function applyUserIdChange(
  ingestion: Ingestion,
  { person, previous, current, at, place }: UserIdChangedEvent,
): Promise<boolean> {
  const told = person.userId === current ? null : person.userId
  const before = { ...person, userId: previous ?? told }
  if ((before.phone ?? before.waId ?? before.userId) === null) return false
  await change(ingestion, { before, after: { ...person, userId: current }, at }, place)
  return true
}

/** What an event tells of a change. */
interface Change {
  readonly before: Person
  readonly after: Person
  readonly at: Date
  readonly reference?: string
}

/** Where the identities are several customers' that is reported, and the numbers alone tell who it is. */
async function change(
  ingestion: Ingestion,
  { before, after, at, reference }: Change,
  place: string,
): Promise<void> {
  const apply = async (
    from: Identities,
    to: Identities,
  ): Promise<readonly string[] | undefined> => {
    const input = { from, to: { ...to, ...nameOf(after, at) }, at, reference }
    return applyChange(ingestion, { ...input, acquisition: 'inbound' }, { person: after, at })
  }
  const [from, to] = [identitiesOf(before), identitiesOf(after)]
  const several = await apply(from, to)
  if (several === undefined) return
  await ingestion.conflict(several, place)
  const [numberBefore, numberAfter] = [numbersIn(from), numbersIn(to)]
  if (numberBefore === undefined || numberAfter === undefined) return
  const still = await apply(numberBefore, numberAfter)
  if (still !== undefined) await ingestion.conflict(still, place)
}

/** Answers the customers whose the identities are, where those are several: then nothing was changed. */
async function applyChange(
  ingestion: Ingestion,
  input: IdentityChangeInput,
  told: { readonly person: Person; readonly at: Date },
): Promise<readonly string[] | undefined> {
  try {
    const { id } = await ingestion.shop.customers.changeIdentities(input)
    await complete(ingestion, id, told.person, told.at)
    return undefined
  } catch (error) {
    // Told by a clock that is ahead: it is one of now.
    if (isLanggananError(error, 'TIME_IN_FUTURE')) {
      const { at, ...now } = input
      return applyChange(ingestion, now, told)
    }
    // The same change was told before, in other words or when its time lay ahead.
    if (isLanggananError(error, 'IDEMPOTENCY_CONFLICT')) return undefined
    const customers = conflicting(error)
    if (customers === undefined) throw error
    return customers
  }
}
