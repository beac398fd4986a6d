import { type Draft, draft, type Stamp } from '../../../change/draft.ts'
import { currentConsents } from '../../../consents/current.ts'
import { attributeRows } from '../../../customers/attributes.ts'
import type { IdentityRow } from '../../../customers/rows.ts'
import { recordInteraction } from '../../../interactions/record-interaction.ts'
import type { InteractionRow, WindowRow } from '../../../interactions/rows.ts'
import { labelSpans } from '../../../labels/spans.ts'
import { noScores, withScores } from '../../../scores/record-scores.ts'
import { fold } from '../../../text/fold.ts'
import { newFacts } from '../../../value/facts.ts'
import { factsOf } from '../../../value/facts-of.ts'
import { startingGap } from '../../../value/rhythm.ts'
import type { CustomerLists, CustomerView } from '../../customer-view.ts'
import type { AlgebraContext } from '../context.ts'
import { customerOfLife } from './customer-of-life.ts'
import type { Life } from './life.ts'
import { recordTrade } from './record-trade.ts'

const customerId = 'witness'

/** A made-up customer as criteria see one: rows as the shop would write them, and the facts that follow. */
export function viewOfLife(
  life: Life,
  at: number,
  context: AlgebraContext,
): CustomerView & CustomerLists {
  let made = 0
  const stamp: Stamp = {
    now: at,
    actor: customerId,
    newId: () => {
      made += 1
      return `${customerId}-${made}`
    },
  }
  const into = draft(stamp)
  const customer = customerOfLife(life, customerId)
  const start = newFacts(customerId, {
    firstContactAt: life.addedAt,
    birthDate: customer.birthDate,
  })
  const transactions = recordTrade(into, life, { context, stamp, facts: start })
  const { interactions, windows } = recordContacts(into, life, { context, stamp })
  const { lines = [], payments = [] } = into.change().insert
  const { timeZone } = context
  const facts = factsOf({
    customer,
    transactions,
    lines,
    payments,
    interactions,
    windows,
    shopGap: startingGap,
    timeZone,
  })
  const owner = { customerId, originId: customerId, recordedAt: at, eventId: null }
  const asTold = { timed: 1, cause: 'told' } as const
  const told = (label: string) => life.labels.filter((each) => each.label === label)
  const labelIds = [...new Set(life.labels.map(({ label }) => label))]
  return {
    customer,
    facts,
    identities: identitiesOf(life),
    attributes: attributeRows(customerId, life.attributes),
    windows,
    groups: life.groups,
    tags: life.tags,
    purchases: lines,
    payments,
    interactions,
    invoices: transactions,
    labels: labelIds.flatMap((labelId) =>
      labelSpans(
        told(labelId).map((each) => ({
          ...each,
          ...owner,
          ...asTold,
          labelId,
          id: stamp.newId(),
        })),
      ),
    ),
    consents: currentConsents(
      life.consents.map((each) => ({
        ...each,
        ...owner,
        id: stamp.newId(),
        by: null,
        proof: null,
      })),
    ),
    scores:
      life.scores.rfm === undefined && life.scores.model === undefined
        ? []
        : [withScores(noScores(customerId), { rfm: life.scores.rfm, model: life.scores.model })],
    memberships: [],
  }
}

function identitiesOf({ identities, addedAt, bouncedAt }: Life): readonly IdentityRow[] {
  const firstEmail = identities.find(({ kind }) => kind === 'email')
  return identities.map((identity, position) => ({
    ...identity,
    customerId,
    originId: customerId,
    given: identity.value,
    fold: fold(identity.value),
    position,
    addedAt,
    changedAt: null,
    bouncedAt: identity === firstEmail ? bouncedAt : null,
    bounceReason: null,
  }))
}

function recordContacts(
  into: Draft,
  life: Life,
  { context, stamp }: { readonly context: AlgebraContext; readonly stamp: Stamp },
): { readonly interactions: readonly InteractionRow[]; readonly windows: readonly WindowRow[] } {
  const { timeZone } = context
  const facts = newFacts(customerId, { firstContactAt: life.addedAt, birthDate: null })
  let windows: readonly WindowRow[] = []
  const interactions = life.interactions.map((interaction) => {
    const recorded = recordInteraction(into, interaction, { facts, windows, timeZone }, stamp)
    windows = recorded.windows
    return recorded.row
  })
  return { interactions, windows }
}
