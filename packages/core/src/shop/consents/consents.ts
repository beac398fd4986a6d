import { fingerprint } from '../../domain/change/fingerprint.ts'
import { recordConsent } from '../../domain/consents/record-consent.ts'
import type {
  ConsentChannel,
  ConsentDecision,
  ConsentEventRow,
  ConsentPurpose,
} from '../../domain/consents/rows.ts'
import { compareCodePoints } from '../../domain/text/code-point-order.ts'
import { customerRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type ConsentInput, consentInput } from '../input/consent.ts'
import { notFound } from '../not-found.ts'
import { notInFuture } from '../not-in-future.ts'
import { answeredBefore, type Once, remember } from '../once.ts'
import type { Runner } from '../runner.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** What a customer decided about the use of personal data. */
export interface ConsentEvent {
  readonly id: string
  readonly customer: string
  readonly purpose: ConsentPurpose
  /** Null speaks for every channel. */
  readonly channel: ConsentChannel | null
  readonly decision: ConsentDecision
  readonly at: Date
  readonly by: string | null
  readonly proof: string | null
  readonly eventId: string | null
  readonly recordedAt: Date
}

/** What holds for a purpose on a channel. */
export interface Consent {
  readonly purpose: ConsentPurpose
  readonly channel: ConsentChannel
  readonly decision: ConsentDecision
  /** When it was decided. */
  readonly at: Date
}

export interface CustomerConsents {
  /** What holds now; nothing for what the customer was never asked. */
  readonly current: readonly Consent[]
  /** All that was recorded, oldest first. */
  readonly log: readonly ConsentEvent[]
}

/** What customers agreed to, by purpose and channel, with proof. */
export interface Consents {
  /**
   * Records a decision. They may come in any order and more than once: for each channel the last by
   * its time counts, and of several at one instant a denial or a withdrawal.
   *
   * @throws LanggananError `CUSTOMER_NOT_FOUND`, `TIME_IN_FUTURE`, `IDEMPOTENCY_CONFLICT` if something
   * else was said with this event id
   */
  record(input: ConsentInput): Promise<ConsentEvent>
  of(customer: string): Promise<CustomerConsents>
}

export function consentsOf({ read, write }: Runner): Consents {
  return {
    async record(input) {
      const given = checked(consentInput, input)
      return write((unit) => recordOne(unit, given))
    },
    async of(customer) {
      const given = referenceGiven('customer', customer)
      return read(async (unit) => consentsOfCustomer(unit, (await customerRow(unit, given)).id))
    },
  }
}

async function recordOne(unit: UnitOfWork, given: ConsentInput): Promise<ConsentEvent> {
  const { tx, stamp } = unit
  const at = given.at?.getTime() ?? stamp.now
  notInFuture(at, unit, 'at')
  await unit.lock([given.customer])
  const once = onceOf(given)
  const before = await answeredBefore(unit, once)
  if (before !== undefined) return showEvent(unit, before)

  const { id: customerId } = await customerRow(unit, given.customer)
  const known = {
    events: await tx.find('consentEvents', 'byCustomer', [[customerId]]),
    consents: await tx.find('consents', 'key', [[customerId]]),
  }
  const { purpose, channel = null, decision, by = null, proof = null, eventId = null } = given
  const into = unit.draft()
  const row = recordConsent(
    into,
    { customerId, purpose, channel, decision, at, by, proof, eventId },
    known,
    stamp,
  )
  remember(into, once, row.id, unit)
  await unit.write(into)
  return consentEventOf(row)
}

function onceOf({ eventId = null, at, ...given }: ConsentInput): Once {
  const { customer, purpose, channel = null, decision, by = null, proof = null } = given
  // A time that was left to the clock is none of what was said.
  const said = [customer, purpose, channel, decision, at?.getTime() ?? null, by, proof]
  return { scope: 'consent', key: eventId, fingerprint: fingerprint(said) }
}

async function showEvent({ tx }: UnitOfWork, id: string): Promise<ConsentEvent> {
  const [row] = await tx.get('consentEvents', [[id]])
  if (row === undefined) throw notFound('CUSTOMER_NOT_FOUND', 'customer', 'customer')
  return consentEventOf(row)
}

async function consentsOfCustomer(
  { tx }: UnitOfWork,
  customerId: string,
): Promise<CustomerConsents> {
  const current = await tx.find('consents', 'key', [[customerId]])
  const events = await tx.find('consentEvents', 'byCustomer', [[customerId]])
  const log = [...events].sort((a, b) => a.at - b.at || compareCodePoints(a.id, b.id))
  return {
    current: current.map(({ purpose, channel, decision, at }) => ({
      purpose,
      channel,
      decision,
      at: new Date(at),
    })),
    log: log.map(consentEventOf),
  }
}

function consentEventOf(row: ConsentEventRow): ConsentEvent {
  const { id, customerId: customer, purpose, channel, decision, by, proof, eventId } = row
  return {
    id,
    customer,
    purpose,
    channel,
    decision,
    at: new Date(row.at),
    by,
    proof,
    eventId,
    recordedAt: new Date(row.recordedAt),
  }
}
