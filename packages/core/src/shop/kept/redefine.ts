import { type Kept, keptKey } from '../../domain/kept/kept.ts'
import { type KeptPlan, keptPlan, type Watched } from '../../domain/kept/plan.ts'
import { leavesThroughSegments } from '../../domain/segments/leaves.ts'
import { scanPages } from '../scan-all.ts'
import { conditionAt } from '../segments/stored-predicate.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { judgeCustomers } from './judge.ts'
import { bringEverybodyOn, forgetTurns } from './let-time-go-on.ts'
import { loadPlan } from './load-plan.ts'

/**
 * Changes what is kept, or what it means: until now everybody is judged by what was said before, from
 * now on by what is said after `define` wrote it.
 *
 * @param changed what is kept otherwise then, or no more; a segment also where it is not tracked
 * itself, for those that refer to it
 * @throws LanggananError `PREDICATE_INVALID` if what is kept would rest on each other in a circle
 */
export async function redefine(
  unit: UnitOfWork,
  changed: Pick<Kept, 'kind' | 'id'>,
  define: () => Promise<void>,
): Promise<void> {
  await bringEverybodyOn(unit)
  const before = await loadPlan(unit)
  await define()
  const after = withEnded(await loadPlan(unit), before, changed)
  const affected = new Set(after.watched.filter((each) => isAffected(each, changed, after)))
  for await (const customerIds of concerned(unit, affected)) {
    await judgeCustomers(unit, after, {
      customerIds,
      isDue: (watched) => affected.has(watched),
      cause: 'definition',
    })
  }
  await forgetTurns(unit, await loadPlan(unit))
}

const nobody = { any: [] } as const

/** What is kept no more is judged once again, as what nobody belongs to. */
function withEnded(
  after: KeptPlan,
  before: KeptPlan,
  changed: Pick<Kept, 'kind' | 'id'>,
): KeptPlan {
  const isIt = ({ kept }: Watched): boolean => keptKey(kept) === keptKey(changed)
  if (!before.watched.some(isIt) || after.watched.some(isIt)) return after
  const kept = after.watched.map((watched) => watched.kept)
  return keptPlan([...kept, { ...changed, where: nobody }], after)
}

function isAffected(
  { kept }: Watched,
  changed: Pick<Kept, 'kind' | 'id'>,
  { segments }: KeptPlan,
): boolean {
  if (keptKey(kept) === keptKey(changed)) return true
  return (
    changed.kind === 'segment' &&
    leavesThroughSegments(kept.where, segments).some(
      (leaf) => 'segment' in leaf && leaf.segment === changed.id,
    )
  )
}

/** For whom an answer may be another one now, or the time until when it holds. */
async function* concerned(
  unit: UnitOfWork,
  affected: ReadonlySet<Watched>,
): AsyncGenerator<readonly string[]> {
  if ([...affected].some(({ moves }) => moves)) {
    for await (const rows of scanPages(unit.tx, 'customers', ({ id }) => [id]))
      yield rows.map(({ id }) => id)
    return
  }
  const crossing = new Set<string>()
  for (const { kept } of affected) {
    for (const id of await crossingNow(unit, kept)) crossing.add(id)
  }
  yield [...crossing].sort()
}

/** Those who belong and are not kept as members, and the other way round. */
async function crossingNow(unit: UnitOfWork, kept: Kept): Promise<ReadonlySet<string>> {
  const where = await conditionAt(unit, kept.where)
  const belong = await unit.tx.members({ where, limit: Number.MAX_SAFE_INTEGER })
  const crossing = new Set(belong.map(({ id }) => id))
  for (const id of await keptMembers(unit, kept)) {
    if (!crossing.delete(id)) crossing.add(id)
  }
  return crossing
}

async function keptMembers({ tx }: UnitOfWork, { kind, id }: Kept): Promise<readonly string[]> {
  if (kind === 'segment')
    return (await tx.find('segmentMembers', 'key', [[id]])).map(({ customerId }) => customerId)
  const members = await tx.find('tagMembers', 'key', [[id]])
  return members.flatMap((row) => (row.ruleSince === null ? [] : [row.customerId]))
}
