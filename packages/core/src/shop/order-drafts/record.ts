import { fingerprint } from '../../domain/change/fingerprint.ts'
import type { OrderDraftRow } from '../../domain/order-drafts/rows.ts'
import { customerRow } from '../customers/load-customers.ts'
import type { OrderDraftInput } from '../input/order-draft.ts'
import { notInFuture } from '../not-in-future.ts'
import { answeredBefore, type Once, remember } from '../once.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { draftRow } from './order-draft.ts'

/** Keeps an order that somebody placed, the same message once. Nothing else of the customer changes. */
export async function recordDraft(
  unit: UnitOfWork,
  given: OrderDraftInput,
): Promise<OrderDraftRow> {
  const { stamp } = unit
  const at = given.at?.getTime() ?? stamp.now
  notInFuture(at, unit, 'at')
  await unit.lock([given.customer])
  const once = onceOf(given)
  const before = await answeredBefore(unit, once)
  if (before !== undefined) return draftRow(unit, before)

  const { id: customerId } = await customerRow(unit, given.customer)
  const row: OrderDraftRow = {
    id: stamp.newId(),
    customerId,
    originId: customerId,
    reference: given.reference ?? null,
    channel: given.channel ?? 'whatsapp',
    businessNumber: given.businessNumber ?? null,
    at,
    recordedAt: stamp.now,
    note: given.note ?? null,
    state: 'open',
    openSince: at,
    decidedAt: null,
    transactionId: null,
  }
  const into = unit.draft()
  into.insert('orderDrafts', row)
  for (const [position, line] of given.lines.entries()) {
    const { product, quantity, price = null, currency = null } = line
    const { id: draftId, originId } = row
    const place = { draftId, position, customerId, originId }
    into.insert('draftLines', { ...place, product, quantity, price, currency })
  }
  remember(into, once, row.id, unit)
  into.event('order.drafted', { draft: row.id }, { customerId, at })
  await unit.write(into)
  return row
}

function onceOf({
  customer,
  lines,
  at,
  channel,
  businessNumber,
  reference,
  note,
}: OrderDraftInput): Once {
  const about = [customer, at?.getTime() ?? null, channel ?? 'whatsapp', businessNumber ?? null]
  const said = [...about, note ?? null]
  for (const { product, quantity, price, currency } of lines)
    said.push(product, quantity, price ?? null, currency ?? null)
  return { scope: 'draft', key: reference ?? null, fingerprint: fingerprint(said) }
}
