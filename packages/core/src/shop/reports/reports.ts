import { type TrialBalance, trialBalanceOf } from '../../domain/ledger/trial-balance.ts'
import type { Condition } from '../../domain/segments/condition.ts'
import { checked } from '../input/checked.ts'
import { type LabelReportInput, labelReportInput } from '../input/label-reports.ts'
import { memberCounts } from '../member-counts.ts'
import type { Runner } from '../runner.ts'
import { scanAll } from '../scan-all.ts'
import { listSegments } from '../segments/list-segments.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type LabelReport, labelReport } from './labels.ts'

/** The shop's customers at a glance. */
export interface Monitoring {
  /** Everybody registered, archived and blacklisted ones too. */
  readonly total: number
  /** With an open WhatsApp window, and without; together they are the total. */
  readonly active: number
  readonly passive: number
  /** With a standing order that is fully paid. */
  readonly productive: number
  readonly largestGroup: MemberCount | null
  readonly largestSegment: MemberCount | null
}

export interface MemberCount {
  readonly name: string
  readonly members: number
}

export interface Reports {
  monitoring(): Promise<Monitoring>
  /** Who has which label, who moved from which to which, and what came of it, in a range of time. */
  labels(input?: LabelReportInput): Promise<LabelReport>
  /**
   * The ledger's accounts over all time, and whether the books balance. All customers count, whatever
   * became of them.
   *
   * @throws LanggananError `AMOUNT_OVERFLOW` where an account passes what a number holds exactly
   */
  trialBalance(): Promise<TrialBalance>
}

export function reportsOf({ read }: Runner): Reports {
  return {
    monitoring: () => read(monitoring),
    async labels(input = {}) {
      const given = checked(labelReportInput, input)
      return read((unit) => labelReport(unit, given))
    },
    trialBalance: () => read(async ({ tx }) => trialBalanceOf(await tx.report('trialBalance', {}))),
  }
}

async function monitoring(unit: UnitOfWork): Promise<Monitoring> {
  const { tx, stamp } = unit
  const total = await tx.count({ op: 'all', of: [] })
  const active = await tx.count(facts('windowClosesAt', stamp.now))
  const productive = await tx.count(facts('paidOrders', 0))
  const counts = await memberCounts(unit, 'group')
  const groups = [...(await scanAll(tx, 'groups'))]
    .sort(byName)
    .map(({ id, name }) => ({ name, members: counts.get(id) ?? 0 }))
  return {
    total,
    active,
    passive: total - active,
    productive,
    largestGroup: largest(groups),
    largestSegment: largest(await listSegments(unit)),
  }
}

function facts(column: 'windowClosesAt' | 'paidOrders', moreThan: number): Condition {
  return { op: 'column', column: { table: 'facts', column }, test: { is: '>', value: moreThan } }
}

/** The first of the largest; null where there is none. */
function largest(sets: readonly MemberCount[]): MemberCount | null {
  const [first, ...rest] = sets
  if (first === undefined) return null
  const { name, members } = rest.reduce(
    (best, set) => (set.members > best.members ? set : best),
    first,
  )
  return { name, members }
}
