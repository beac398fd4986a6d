import type { LabelReportInput } from '../input/label-reports.ts'
import { type Label, labelOf } from '../labels/shown.ts'
import { scanAll } from '../scan-all.ts'
import { conditionGiven } from '../segments/condition-given.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** What became of labels in a range of time. */
export interface LabelReport {
  readonly from: Date
  readonly to: Date
  /** How many have each label at the end, the most first. */
  readonly contacts: readonly { readonly label: Label; readonly contacts: number }[]
  /**
   * From which label to which, the most first. Whoever lost one and got another moved; null stands for
   * none. Who kept a label moved from it to itself.
   */
  readonly movement: readonly LabelMove[]
  /** What came of those whom somebody gave a label, the most productive first. */
  readonly agents: readonly LabelAgent[]
  /** Where those came from who got a label, the most first. */
  readonly origins: readonly LabelOrigin[]
}

export interface LabelMove {
  readonly from: Label | null
  readonly to: Label | null
  readonly customers: number
}

export interface LabelAgent {
  readonly label: Label
  /** Null where nobody knows who it was. */
  readonly by: string | null
  /** Customers who got the label from this one in the range. */
  readonly customers: number
  /** How many of them have a standing order that is fully paid. */
  readonly productive: number
  /** Their share, 0 to 1. */
  readonly conversion: number
  /** Their lifetime value together, in minor units of the book currency. */
  readonly ltv: number
}

export interface LabelOrigin {
  readonly label: Label
  readonly source: string | null
  readonly campaign: string | null
  /** Customers who got the label in the range. */
  readonly customers: number
}

export async function labelReport(unit: UnitOfWork, given: LabelReportInput): Promise<LabelReport> {
  const { tx, stamp } = unit
  const from = given.from ?? new Date(Math.min(0, stamp.now))
  const to = given.to ?? new Date(stamp.now)
  const where = await conditionGiven(unit, given.where)
  const range = { where, from: from.getTime(), to: to.getTime() }
  const contacts = await tx.report('labelContacts', { where, at: range.to })
  const movement = await tx.report('labelMovement', range)
  const agents = await tx.report('labelAgents', range)
  const origins = await tx.report('labelOrigins', range)
  const labels = (await scanAll(tx, 'labels')).map(labelOf).sort(byName)
  const places = new Map(labels.map((label, i) => [label.id, { label, i }]))
  const labelAt = (id: string | null): Label | null =>
    id === null ? null : (places.get(id)?.label ?? null)
  const place = (id: string | null): number => places.get(id ?? '')?.i ?? labels.length

  return {
    from,
    to,
    contacts: contacts
      .toSorted((a, b) => b.contacts - a.contacts || place(a.labelId) - place(b.labelId))
      .flatMap(({ labelId, contacts: number }) => {
        const label = labelAt(labelId)
        return label === null ? [] : [{ label, contacts: number }]
      }),
    movement: movement
      .toSorted(
        (a, b) =>
          b.customers - a.customers || place(a.from) - place(b.from) || place(a.to) - place(b.to),
      )
      .map((move) => ({ ...move, from: labelAt(move.from), to: labelAt(move.to) })),
    agents: agents
      .toSorted(
        (a, b) =>
          b.productive * a.customers - a.productive * b.customers ||
          b.customers - a.customers ||
          place(a.labelId) - place(b.labelId) ||
          compareNames(a.by, b.by),
      )
      .flatMap(({ labelId, ...agent }) => {
        const label = labelAt(labelId)
        const conversion = agent.productive / agent.customers
        return label === null ? [] : [{ label, ...agent, conversion }]
      }),
    origins: origins
      .toSorted(
        (a, b) =>
          b.customers - a.customers ||
          place(a.labelId) - place(b.labelId) ||
          compareNames(a.source, b.source) ||
          compareNames(a.campaign, b.campaign),
      )
      .flatMap(({ labelId, ...origin }) => {
        const label = labelAt(labelId)
        return label === null ? [] : [{ label, ...origin }]
      }),
  }
}

/** Missing ones last. */
function compareNames(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
