import { z } from 'zod'
import { LanggananError } from '../../domain/error/langganan-error.ts'
import { ltvRange, ltvRule } from '../../domain/tags/ltv-rule.ts'
import type { TagRow } from '../../domain/tags/rows.ts'
import { assignTag, dropTag, unassignTag } from '../../domain/tags/tag-members.ts'
import { customerRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { signedAmount, text } from '../input/values.ts'
import { memberCounts } from '../member-counts.ts'
import { freeName, named } from '../named.ts'
import type { Runner } from '../runner.ts'
import { scanAll } from '../scan-all.ts'
import { expectUnreferenced } from '../segments/referrers.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { judgeTag } from './judge-rule-tags.ts'

/** A mark on customers, given by hand, by a range of lifetime value, or both. */
export interface Tag {
  readonly id: string
  readonly name: string
  /** Inclusive bounds in minor units of the book currency; null is none. */
  readonly ltvMin: number | null
  readonly ltvMax: number | null
  readonly createdAt: Date
  readonly members: number
}

export interface NewTagInput {
  readonly name: string
  /** Inclusive bounds of lifetime value, minor units of the book currency. */
  readonly ltvMin?: number | null | undefined
  readonly ltvMax?: number | null | undefined
}

/** Absent is left as it is, a bound that is null is taken away. */
export interface TagChangesInput extends Omit<NewTagInput, 'name'> {
  readonly name?: string | undefined
}

const bounds = { ltvMin: signedAmount.nullish(), ltvMax: signedAmount.nullish() }
const newTagInput: z.ZodType<NewTagInput> = z.strictObject({ name: text(200), ...bounds })
const tagChangesInput: z.ZodType<TagChangesInput> = z.strictObject({
  name: text(200).optional(),
  ...bounds,
})

/** Tags are named by id or name. */
export interface Tags {
  /** With a bound, the tag is given at once to everybody whose lifetime value lies in the range. */
  create(input: NewTagInput): Promise<Tag>
  /** A bound that is null is taken away; tags given by hand stay. */
  edit(tag: string, changes: TagChangesInput): Promise<Tag>
  /** @throws LanggananError `STILL_REFERENCED` while a segment or a rule refers to it */
  delete(tag: string): Promise<void>
  /** Gives the tag by hand; again changes nothing. */
  assign(tag: string, customer: string): Promise<void>
  /** Takes back what was given by hand; the rule's stands. */
  unassign(tag: string, customer: string): Promise<void>
  /** By name. */
  list(): Promise<readonly Tag[]>
}

export function tagsOf({ read, write }: Runner): Tags {
  return {
    async create(input) {
      const { name, ltvMin = null, ltvMax = null } = checked(newTagInput, input)
      const rule = ltvRule(rangeGiven(ltvMin, ltvMax))
      return write(async (unit) => {
        const row: TagRow = {
          id: unit.stamp.newId(),
          ...(await freeName(unit, 'tags', name)),
          rule,
          createdAt: unit.stamp.now,
        }
        const into = unit.draft()
        into.insert('tags', row)
        into.event('tag.created', { tag: row.id })
        await judgeTag(unit, into, row, [])
        await unit.write(into)
        return showTag(unit, row)
      })
    },
    async edit(tag, input) {
      const given = referenceGiven('tag', tag)
      const changes = checked(tagChangesInput, input)
      return write(async (unit) => {
        const before = await named(unit, 'tags', given)
        const range = ltvRange(before.rule)
        const { ltvMin = range.ltvMin, ltvMax = range.ltvMax } = changes
        const name = changes.name ?? before.name
        const row: TagRow = {
          ...before,
          ...(await freeName(unit, 'tags', name, before.id)),
          rule: ltvRule(rangeGiven(ltvMin, ltvMax)),
        }
        if (row.name === before.name && row.rule === before.rule) return showTag(unit, before)
        const into = unit.draft()
        into.put('tags', row)
        into.event('tag.edited', { tag: row.id })
        if (row.rule !== before.rule)
          await judgeTag(unit, into, row, await unit.tx.find('tagMembers', 'key', [[row.id]]))
        await unit.write(into)
        return showTag(unit, row)
      })
    },
    async delete(tag) {
      const given = referenceGiven('tag', tag)
      return write(async (unit) => {
        const row = await named(unit, 'tags', given)
        await expectUnreferenced(unit, 'tag', row.id)
        const into = unit.draft()
        for (const member of await unit.tx.find('tagMembers', 'key', [[row.id]]))
          dropTag(into, member)
        into.remove('tags', [row.id])
        into.event('tag.deleted', { tag: row.id })
        await unit.write(into)
      })
    },
    async assign(tag, customer) {
      const names = [referenceGiven('tag', tag), referenceGiven('customer', customer)] as const
      return write(async (unit) => {
        const { tagId, customerId, known } = await tagOfCustomer(unit, ...names)
        const into = unit.draft()
        assignTag(into, known, { tagId, customerId, by: 'hand' }, unit.stamp)
        await unit.write(into)
      })
    },
    async unassign(tag, customer) {
      const names = [referenceGiven('tag', tag), referenceGiven('customer', customer)] as const
      return write(async (unit) => {
        const { known } = await tagOfCustomer(unit, ...names)
        if (known === undefined) return
        const into = unit.draft()
        unassignTag(into, known, 'hand')
        await unit.write(into)
      })
    },
    list: () =>
      read(async (unit) => {
        const counts = await memberCounts(unit, 'tag')
        const rows = await scanAll(unit.tx, 'tags')
        return rows.map((row) => tagOf(row, counts.get(row.id) ?? 0)).sort(byName)
      }),
  }
}

async function tagOfCustomer(unit: UnitOfWork, tag: string, customer: string) {
  const { id: tagId } = await named(unit, 'tags', tag)
  await unit.tx.lock([customer])
  const { id: customerId } = await customerRow(unit, customer)
  const [known] = await unit.tx.get('tagMembers', [[tagId, customerId]])
  return { tagId, customerId, known }
}

function rangeGiven(
  ltvMin: number | null,
  ltvMax: number | null,
): { ltvMin: number | null; ltvMax: number | null } {
  if (ltvMin !== null && ltvMax !== null && ltvMin > ltvMax) {
    throw new LanggananError(
      'INVALID_INPUT',
      'ltvMin lies above ltvMax, so nobody could have the tag. Swap them.',
      { field: 'ltvMin' },
    )
  }
  return { ltvMin, ltvMax }
}

async function showTag(unit: UnitOfWork, row: TagRow): Promise<Tag> {
  return tagOf(row, (await memberCounts(unit, 'tag')).get(row.id) ?? 0)
}

function tagOf({ id, name, rule, createdAt }: TagRow, members: number): Tag {
  return { id, name, ...ltvRange(rule), createdAt: new Date(createdAt), members }
}
