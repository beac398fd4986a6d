import type { LabelSpanRow } from '../domain/labels/rows.ts'
import { isOnAt } from '../domain/labels/spans.ts'
import { addAmounts } from '../domain/money/amount.ts'
import type { Condition } from '../domain/segments/condition.ts'
import type { LabelReports } from '../ports/storage/label-reports.ts'
import { compareCells } from './compare-cells.ts'
import { findMembers } from './members.ts'
import type { MemoryShop } from './memory-shop.ts'

type Answers = {
  readonly [K in keyof LabelReports]: (
    shop: MemoryShop,
    question: LabelReports[K]['question'],
  ) => LabelReports[K]['answer']
}

/** The reports about labels, by the plainest reading of their definitions. */
export const labelReports: Answers = {
  labelContacts: (shop, { where, at }) =>
    groups(spansOf(shop, where).filter(onAt(at)), ({ labelId }) => [labelId]).map((spans) => ({
      labelId: spans[0].labelId,
      contacts: new Set(spans.map(({ customerId }) => customerId)).size,
    })),
  labelMovement(shop, { where, from, to }) {
    const moves = groups(spansOf(shop, where), ({ customerId }) => [customerId]).flatMap((spans) =>
      movesBetween(labelsAt(spans, from), labelsAt(spans, to)),
    )
    return groups(moves, (move) => [move.from, move.to]).map((same) => ({
      ...same[0],
      customers: same.length,
    }))
  },
  labelAgents: (shop, { where, from, to }) =>
    groups(begunIn(spansOf(shop, where), from, to), ({ labelId, byFold }) => [labelId, byFold]).map(
      (spans) => {
        const ids = [...new Set(spans.map(({ customerId }) => customerId))]
        const facts = ids.flatMap((id) => shop.store('facts').get([id]) ?? [])
        return {
          labelId: spans[0].labelId,
          by: least(spans.map(({ by }) => by)),
          customers: ids.length,
          productive: facts.filter(({ paidOrders }) => paidOrders > 0).length,
          ltv: facts.reduce((sum, { ltv }) => addAmounts(sum, ltv), 0),
        }
      },
    ),
  labelOrigins(shop, { where, from, to }) {
    const got = begunIn(spansOf(shop, where), from, to).flatMap(({ labelId, customerId }) => {
      const customer = shop.store('customers').get([customerId])
      return customer === undefined ? [] : [{ labelId, customer }]
    })
    return groups(got, ({ labelId, customer }) => [
      labelId,
      customer.sourceFold,
      customer.campaignFold,
    ]).map((same) => ({
      labelId: same[0].labelId,
      source: least(same.map(({ customer }) => customer.source)),
      campaign: least(same.map(({ customer }) => customer.campaign)),
      customers: new Set(same.map(({ customer }) => customer.id)).size,
    }))
  },
  labelBoard: (shop, { where, at, limit }) =>
    groups(spansOf(shop, where).filter(onAt(at)), ({ labelId }) => [labelId])
      .toSorted(([a], [b]) => compareCells(a.labelId, b.labelId))
      .flatMap((spans) =>
        spans
          .toSorted((a, b) => b.at - a.at || compareCells(a.customerId, b.customerId))
          .slice(0, limit),
      )
      .map(({ labelId, customerId, at: since, by }) => ({ labelId, customerId, since, by })),
}

/** The times of labels of those who satisfy the condition. */
function spansOf(shop: MemoryShop, where: Condition): readonly LabelSpanRow[] {
  const members = findMembers(shop, { where, limit: Number.MAX_SAFE_INTEGER })
  return members.flatMap(({ id }) => shop.store('labelSpans').find('key', [id]))
}

function onAt(at: number): (span: LabelSpanRow) => boolean {
  return (span) => isOnAt([span], at)
}

function begunIn(
  spans: readonly LabelSpanRow[],
  from: number,
  to: number,
): readonly LabelSpanRow[] {
  return spans.filter(({ at }) => at >= from && at < to)
}

function labelsAt(spans: readonly LabelSpanRow[], at: number): ReadonlySet<string> {
  return new Set(spans.filter(onAt(at)).map(({ labelId }) => labelId))
}

interface Move {
  readonly from: string | null
  readonly to: string | null
}

function movesBetween(before: ReadonlySet<string>, after: ReadonlySet<string>): readonly Move[] {
  const kept = [...before].filter((id) => after.has(id)).map((id): Move => ({ from: id, to: id }))
  const gone: (string | null)[] = [...before].filter((id) => !after.has(id))
  const come: (string | null)[] = [...after].filter((id) => !before.has(id))
  if (gone.length === 0 && come.length === 0) return kept
  const from = gone.length === 0 ? [null] : gone
  const to = come.length === 0 ? [null] : come
  return [...kept, ...from.flatMap((left) => to.map((got): Move => ({ from: left, to: got })))]
}

/** The first in the order of code points; null where there is none. */
function least(texts: readonly (string | null)[]): string | null {
  return texts.filter((text) => text !== null).toSorted(compareCells)[0] ?? null
}

function groups<R>(
  rows: readonly R[],
  by: (row: R) => readonly (string | null)[],
): readonly [R, ...R[]][] {
  const found = new Map<string, [R, ...R[]]>()
  for (const row of rows) {
    const key = JSON.stringify(by(row))
    const group = found.get(key)
    if (group === undefined) found.set(key, [row])
    else group.push(row)
  }
  return [...found.values()]
}
