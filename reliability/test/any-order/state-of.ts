import type { Customer, Shop } from '@langganan/core'

/** What a shop came to, without ids and the times of recording, in an order of its own. */
export async function stateOf(shop: Shop, messageIds: readonly string[]): Promise<object> {
  const { rows } = await shop.customers.list({ limit: 1_000 })
  const states = await Promise.all(
    rows.map(async ({ id }) => {
      const customer = await shop.customers.get(id)
      return { ...saidOf(customer), ...(await doneBy(shop, id)) }
    }),
  )
  const messages = await Promise.all(messageIds.map((id) => shop.messages.get(id)))
  const statuses = messages.map(({ customer, ...state }) => ({
    ...state,
    isKnown: customer !== null,
  }))
  return { customers: sorted(states), statuses, monitoring: await shop.reports.monitoring() }
}

function saidOf({ name, acquisition, source, campaign, adClickId, ...known }: Customer): object {
  const identities = [...known.phones, ...known.whatsapp, ...known.userIds].sort()
  return { name, acquisition, source, campaign, adClickId, identities }
}

async function doneBy(shop: Shop, id: string): Promise<object> {
  const interactions = (await shop.interactions.of(id)).map(
    ({ kind, channel, direction, at, businessNumber }) => ({
      kind,
      channel,
      direction,
      at,
      businessNumber,
    }),
  )
  const drafts = (await shop.drafts.of(id)).map(({ id, customer, recordedAt, ...placed }) => placed)
  const { current, log } = await shop.consents.of(id)
  return {
    interactions: sorted(interactions),
    drafts: sorted(drafts),
    windows: [await shop.interactions.window(id, '1'), await shop.interactions.window(id, '2')],
    consents: current,
    decisions: sorted(log.map(({ decision, at, proof }) => ({ decision, at, proof }))),
  }
}

function sorted(values: readonly object[]): readonly object[] {
  return [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
