import { instantToJudge } from '../kept/catch-up.ts'
import { memberCounts } from '../member-counts.ts'
import { scanAll } from '../scan-all.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { type Segment, segmentOf } from './define.ts'
import { storedCondition } from './stored-predicate.ts'

export interface SegmentWithCount extends Segment {
  readonly members: number
}

/** All saved segments by name, each with how many belong now. */
export async function listSegments(unit: UnitOfWork): Promise<SegmentWithCount[]> {
  const kept = (await isUpToNow(unit)) ? await memberCounts(unit, 'segment') : undefined
  const listed: SegmentWithCount[] = []
  for (const row of [...(await scanAll(unit.tx, 'segments'))].sort(byName)) {
    const members =
      kept !== undefined && row.tracked === 1
        ? (kept.get(row.id) ?? 0)
        : await unit.tx.count(await storedCondition(unit, row.predicate))
    listed.push({ ...segmentOf(row), members })
  }
  return listed
}

/** Whether time has changed nothing of what is kept since it was last let go on. */
async function isUpToNow(unit: UnitOfWork): Promise<boolean> {
  const { now } = unit.stamp
  if ((await instantToJudge(unit)) > now) return false
  return (await unit.tx.report('dueTurns', { until: now, limit: 1 })).length === 0
}
