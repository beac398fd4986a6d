import { currentConsents } from '../domain/consents/current.ts'
import { replaceConsents } from '../domain/consents/record-consent.ts'
import { replaceSpans } from '../domain/labels/record-label.ts'
import { labelSpans } from '../domain/labels/spans.ts'
import { grouped, groupedBy } from './grouped.ts'
import { scanPages } from './scan-all.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/**
 * Recomputes what the logs of labels and consents come to: the times for which customers had labels,
 * and what holds of their consents. Answers how many rows were wrong.
 */
export async function rebuildLogs(unit: UnitOfWork): Promise<number> {
  let corrected = 0
  for await (const customers of scanPages(unit.tx, 'customers', ({ id }) => [id])) {
    const ids = customers.map(({ id }) => id)
    corrected += (await rebuildLabels(unit, ids)) + (await rebuildConsents(unit, ids))
  }
  return corrected
}

async function rebuildLabels(unit: UnitOfWork, ids: readonly string[]): Promise<number> {
  const prefixes = ids.map((id) => [id])
  const events = grouped(await unit.tx.find('labelEvents', 'byCustomer', prefixes))
  const stored = grouped(await unit.tx.find('labelSpans', 'key', prefixes))
  const into = unit.draft()
  let corrected = 0
  for (const id of ids) {
    const byLabel = groupedBy(events.get(id) ?? [], ({ labelId }) => labelId)
    const wanted = [...byLabel.values()].flatMap(labelSpans)
    corrected += replaceSpans(into, stored.get(id) ?? [], wanted)
  }
  await unit.tx.apply(into.change())
  return corrected
}

async function rebuildConsents(unit: UnitOfWork, ids: readonly string[]): Promise<number> {
  const prefixes = ids.map((id) => [id])
  const events = grouped(await unit.tx.find('consentEvents', 'byCustomer', prefixes))
  const stored = grouped(await unit.tx.find('consents', 'key', prefixes))
  const into = unit.draft()
  let corrected = 0
  for (const id of ids) {
    const wanted = currentConsents(events.get(id) ?? [])
    corrected += replaceConsents(into, stored.get(id) ?? [], wanted)
  }
  await unit.tx.apply(into.change())
  return corrected
}
