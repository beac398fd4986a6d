import { expect } from 'vitest'
import type { Rows } from '../../../domain/change/rows.ts'
import type { Condition } from '../../../domain/segments/condition.ts'
import type { StorageTransaction } from '../../../ports/storage/storage.ts'
import { type Books, people } from '../rows/arbitrary-books.ts'

const everybody: Condition = { op: 'all', of: [] }
const productive: Condition = {
  op: 'column',
  column: { table: 'facts', column: 'paidOrders' },
  test: { is: '>', value: 0 },
}
const labels: readonly string[] = ['l1', 'l2', 'l3']

/** Reports about labels, compared with asking of every customer and label by itself. */
export async function agreeOnLabels(tx: StorageTransaction, books: Books): Promise<void> {
  for (const where of [everybody, productive]) {
    const judged = books.facts.filter(({ paidOrders }) => where === everybody || paidOrders > 0)
    const among = people.filter((id) => judged.some(({ customerId }) => customerId === id))
    for (const [from, to] of [
      [3, 9],
      [0, 13],
    ] as const) {
      const range = { where, from, to }
      const has = (id: string, label: string, at: number): boolean =>
        spansOf(books, id, label).some((span) => span.at <= at && (span.until ?? 99) > at)

      const contacts = labels.map((label) => among.filter((id) => has(id, label, to)).length)
      expect(asSet(await tx.report('labelContacts', { where, at: to }))).toEqual(
        asSet(
          labels
            .map((labelId, i) => ({ labelId, contacts: contacts[i] ?? 0 }))
            .filter((row) => row.contacts > 0),
        ),
      )

      const moved = (before: string | null, after: string | null): number =>
        among.filter((id) => {
          if (before === after)
            return before !== null && has(id, before, from) && has(id, before, to)
          const gone = labels.filter((label) => has(id, label, from) && !has(id, label, to))
          const come = labels.filter((label) => !has(id, label, from) && has(id, label, to))
          return isOneOf(before, gone) && isOneOf(after, come)
        }).length
      const ends = [...labels, null]
      const moves = ends.flatMap((before) =>
        ends.map((after) => ({ from: before, to: after, customers: moved(before, after) })),
      )
      expect(asSet(await tx.report('labelMovement', range))).toEqual(
        asSet(moves.filter(({ customers }) => customers > 0)),
      )

      const given = (label: string): readonly Rows['labelSpans'][] =>
        books.labelSpans.filter(
          (span) =>
            span.labelId === label &&
            span.at >= from &&
            span.at < to &&
            among.includes(span.customerId),
        )
      const agents = labels.flatMap((labelId) =>
        ['dina', 'budi', null].map((byFold) => {
          const spans = given(labelId).filter((span) => span.byFold === byFold)
          const facts = judged.filter(({ customerId }) =>
            spans.some((span) => span.customerId === customerId),
          )
          return {
            labelId,
            by: first(spans.map(({ by }) => by)),
            customers: facts.length,
            productive: facts.filter(({ paidOrders }) => paidOrders > 0).length,
            ltv: facts.reduce((sum, { ltv }) => sum + ltv, 0),
          }
        }),
      )
      expect(asSet(await tx.report('labelAgents', range))).toEqual(
        asSet(agents.filter(({ customers }) => customers > 0)),
      )

      const origins = labels.flatMap((labelId) =>
        ['instagram', null].flatMap((source) =>
          ['ramadan', null].map((campaign) => {
            const from = books.customers.filter(
              ({ id, sourceFold, campaignFold }) =>
                sourceFold === source &&
                campaignFold === campaign &&
                given(labelId).some(({ customerId }) => customerId === id),
            )
            return {
              labelId,
              source: first(from.map((row) => row.source)),
              campaign: first(from.map((row) => row.campaign)),
              customers: from.length,
            }
          }),
        ),
      )
      expect(asSet(await tx.report('labelOrigins', range))).toEqual(
        asSet(origins.filter(({ customers }) => customers > 0)),
      )

      const board = await tx.report('labelBoard', { where, at: to, limit: 2 })
      const shown = labels.flatMap((labelId) =>
        books.labelSpans
          .filter(
            (span) =>
              span.labelId === labelId &&
              span.at <= to &&
              (span.until ?? 99) > to &&
              among.includes(span.customerId),
          )
          .toSorted((a, b) => b.at - a.at || order(a.customerId, b.customerId))
          .slice(0, 2)
          .map(({ customerId, at: since, by }) => ({ labelId, customerId, since, by })),
      )
      expect(board).toEqual(shown)
    }
  }
}

function spansOf(
  { labelSpans }: Books,
  customerId: string,
  labelId: string,
): readonly Rows['labelSpans'][] {
  return labelSpans.filter((span) => span.customerId === customerId && span.labelId === labelId)
}

/** Null stands for there being none. */
function isOneOf(label: string | null, of: readonly string[]): boolean {
  return label === null ? of.length === 0 : of.includes(label)
}

/** Upper case comes before lower case. */
function first(texts: readonly (string | null)[]): string | null {
  return texts.flatMap((text) => text ?? []).sort()[0] ?? null
}

/** In the order of code points, which for these is that of UTF-16 too. */
function order(a: string, b: string): number {
  const byCodePoint = [...people].sort()
  return byCodePoint.indexOf(a) - byCodePoint.indexOf(b)
}

function asSet(rows: readonly object[]): readonly string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
}
