import { fingerprint } from '../../domain/change/fingerprint.ts'
import type { AcquisitionKind } from '../../domain/customers/rows.ts'
import { atPlace } from '../../domain/error/at-place.ts'
import { isLanggananError, LanggananError } from '../../domain/error/langganan-error.ts'
import {
  type NewInteraction,
  recordInteraction,
} from '../../domain/interactions/record-interaction.ts'
import type { InteractionKind, InteractionRow } from '../../domain/interactions/rows.ts'
import { usualChannel } from '../../domain/interactions/usual-channel.ts'
import { writtenFrom } from '../../domain/interactions/written-from.ts'
import { inTurn } from '../batch.ts'
import { type CustomerReference, customerReference } from '../customers/customer-reference.ts'
import { referenceAt, wasReassigned } from '../customers/reference-at.ts'
import {
  holdReferred,
  loadReferredCustomers,
  type ReferredCustomers,
} from '../customers/referred-customers.ts'
import { type Warning, warningsAbout } from '../customers/warnings.ts'
import type { InteractionInput } from '../input/interaction.ts'
import { actOnStatus, claimStatuses } from '../messages/claim-statuses.ts'
import { notInFuture } from '../not-in-future.ts'
import { remember } from '../once.ts'
import { fingerprintForCustomer, sameAnswerForCustomer } from '../once-for-customer.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type Interaction, interactionOf } from './interaction.ts'

/** An interaction as it was recorded, by this call or before it. */
export interface RecordedInteraction extends Interaction {
  /** Where somebody wrote, called or filled in a form: what should be thought over before the answer. */
  readonly warnings: readonly Warning[]
}

/** Records one interaction; its customer is found, or added. */
export async function record(
  unit: UnitOfWork,
  given: InteractionInput,
): Promise<RecordedInteraction> {
  const interaction = await recordOne(unit, given)
  return (await warner(unit, [interaction]))(interaction)
}

/** Records interactions in their order. */
export async function recordMany(
  unit: UnitOfWork,
  given: readonly InteractionInput[],
): Promise<readonly RecordedInteraction[]> {
  await holdReferred(unit, readableReferences(given))
  const interactions = await inTurn(given, (each) => recordOne(unit, each))
  return interactions.map(await warner(unit, interactions))
}

/** Whom the first of these are about, up to one that cannot be read: that is said when its turn comes. */
function readableReferences(given: readonly InteractionInput[]): readonly CustomerReference[] {
  const references: CustomerReference[] = []
  for (const { customer } of given) {
    try {
      references.push(customerReference(customer))
    } catch (error) {
      if (!isLanggananError(error)) throw error
      break
    }
  }
  return references
}

async function recordOne(unit: UnitOfWork, given: InteractionInput): Promise<Interaction> {
  const { tx, stamp } = unit
  const at = given.at?.getTime() ?? stamp.now
  notInFuture(at, unit, 'at')
  const named = await atPlace('customer', async () => customerReference(given.customer))
  const customer = await referenceAt(unit, named, at)
  const into = unit.draft()
  const customers = await loadReferredCustomers(unit, into, [customer])
  const before = await recordedBefore(unit, given, customer, customers)
  if (before !== undefined) return before

  const customerId = await customers.of(customer, acquisitionBy(given))
  const windows = await tx.find('windows', 'key', [[customerId]])
  const known = {
    facts: customers.facts(customerId),
    windows,
    timeZone: unit.shop.timeZone,
    // What came from a number that is somebody else's now says nothing of where the customer can be answered.
    mayOpenWindow: (given.opensWindow ?? true) && !(await isOthersNow(unit, named, customer)),
    writtenFrom: 'id' in named ? null : writtenFrom(named.identities),
  }
  const recorded = recordInteraction(into, newInteraction(given, at), known, stamp)
  into.put('facts', recorded.facts)
  const said = fingerprintForCustomer({ content: contentOf(given), customer })
  const once = { scope: 'message', key: given.reference ?? null, fingerprint: said } as const
  remember(into, once, recorded.row.id, unit)
  const waiting =
    once.key !== null && recorded.row.direction === 'outbound'
      ? await claimStatuses(unit, into, once.key, customerId)
      : undefined
  await unit.write(into)
  if (waiting !== undefined) await actOnStatus(unit, waiting, recorded.row)
  return interactionOf(recorded.row)
}

/** Whether whom somebody was known by then is another's now. */
async function isOthersNow(
  unit: UnitOfWork,
  named: CustomerReference,
  then: CustomerReference,
): Promise<boolean> {
  if (then === named || 'id' in named || !('id' in then)) return false
  return wasReassigned(unit, named.identities, then.id)
}

/** Adds to each of these what should be thought over about who wrote or was written to. */
async function warner(
  unit: UnitOfWork,
  interactions: readonly Interaction[],
): Promise<(interaction: Interaction) => RecordedInteraction> {
  const answered = interactions.filter(({ kind }) => isAnswered(kind))
  const customers = answered.map(({ customer }) => customer)
  const warnings = await warningsAbout(unit, customers, 'answer')
  return (interaction) => ({
    ...interaction,
    warnings: isAnswered(interaction.kind) ? (warnings.get(interaction.customer) ?? []) : [],
  })
}

/** What was recorded with this reference; undefined if this call is the first. */
async function recordedBefore(
  { tx }: UnitOfWork,
  given: InteractionInput,
  customer: CustomerReference,
  customers: ReferredCustomers,
): Promise<Interaction | undefined> {
  const { reference = null } = given
  const [key] = reference === null ? [] : await tx.get('onceKeys', [['message', reference]])
  if (key === undefined) return undefined
  const [row] = await tx.get('interactions', [[key.answerId]])
  const said = { content: contentOf(given), customer }
  await sameAnswerForCustomer({ key, customerId: row?.customerId ?? '' }, said, customers)
  return shown(row)
}

function shown(row: InteractionRow | undefined): Interaction {
  if (row === undefined) throw wentWithCustomer()
  return interactionOf(row)
}

function wentWithCustomer(): LanggananError {
  return new LanggananError(
    'INTERACTION_NOT_FOUND',
    'What has this reference was recorded before, and went with its customer, who was deleted. It is not recorded again.',
    { field: 'reference' },
  )
}

function newInteraction(given: InteractionInput, at: number): NewInteraction {
  return {
    kind: given.kind,
    channel: given.channel ?? usualChannel(given.kind),
    direction: given.direction ?? 'inbound',
    at,
    businessNumber: given.businessNumber ?? null,
    device: given.device ?? null,
    product: given.product ?? null,
    term: given.term ?? null,
  }
}

/** What was said of the interaction; a time that was left to the clock is none of it. */
function contentOf(given: InteractionInput): string {
  const said = { ...newInteraction(given, 0), at: given.at?.getTime() ?? null }
  // Said of few: what says nothing of the window keeps the fingerprint that it always had.
  const window = given.opensWindow === false ? [false] : []
  return fingerprint([...Object.values(said), ...window])
}

/** How somebody came whose first trace this is. Whom the shop wrote to first, it got by hand. */
function acquisitionBy({ kind, direction = 'inbound' }: InteractionInput): AcquisitionKind {
  if (direction === 'outbound') return 'manual'
  return kind === 'form' ? 'form' : 'inbound'
}

/** Whether people talk in it, and nobody only looks around. */
function isAnswered(kind: InteractionKind): boolean {
  return kind !== 'pageView' && kind !== 'search'
}
