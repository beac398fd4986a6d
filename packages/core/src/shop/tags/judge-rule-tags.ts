import type { Change } from '../../domain/change/change.ts'
import type { Draft } from '../../domain/change/draft.ts'
import type { TagMemberRow, TagRow } from '../../domain/tags/rows.ts'
import { assignTag, unassignTag } from '../../domain/tags/tag-members.ts'
import { scanAll } from '../scan-all.ts'
import { dependsOn, storedCondition } from '../segments/stored-predicate.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** Judges the rule tags that depend on what a change changed, for the customers that it touched. */
export async function judgeRuleTags(
  unit: UnitOfWork,
  { touched, criteria }: Change,
): Promise<Draft | undefined> {
  if (touched.size === 0) return undefined
  const rules: TagRow[] = []
  for (const tag of await scanAll(unit.tx, 'tags')) {
    if (tag.rule !== null && (await dependsOn(unit, tag.rule, criteria))) rules.push(tag)
  }
  if (rules.length === 0) return undefined

  const customerIds = [...touched]
  const members = await unit.tx.find(
    'tagMembers',
    'byCustomer',
    customerIds.map((id) => [id]),
  )
  const into = unit.draft()
  for (const tag of rules) {
    const known = members.filter((member) => member.tagId === tag.id)
    await judgeTag(unit, into, tag, known, customerIds)
  }
  return into
}

/** Gives and takes one rule tag among these customers, or among all where none are named. */
export async function judgeTag(
  unit: UnitOfWork,
  into: Draft,
  tag: TagRow,
  known: readonly TagMemberRow[],
  among?: readonly string[],
): Promise<void> {
  const has = new Map(known.map((member) => [member.customerId, member]))
  const belongs = new Set<string>()
  if (tag.rule !== null) {
    const where = await storedCondition(unit, tag.rule)
    const question =
      among === undefined
        ? { where, limit: Number.MAX_SAFE_INTEGER }
        : { where, among, limit: among.length }
    for (const { id } of await unit.tx.members(question)) belongs.add(id)
  }
  for (const customerId of belongs) {
    assignTag(into, has.get(customerId), { tagId: tag.id, customerId, by: 'rule' }, unit.stamp)
  }
  for (const member of known) {
    if (!belongs.has(member.customerId)) unassignTag(into, member, 'rule')
  }
}
