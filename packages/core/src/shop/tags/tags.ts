import { z } from 'zod'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { ltvRange } from '../../domain/tags/ltv-rule.ts'
import type { TagRow } from '../../domain/tags/rows.ts'
import { assignTag, dropTag, unassignTag } from '../../domain/tags/tag-members.ts'
import { customerRow } from '../customers/load-customers.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { type IfNotExists, ifNotExists } from '../input/if-not-exists.ts'
import { signedAmount, text } from '../input/values.ts'
import { bringEverybodyOn } from '../kept/let-time-go-on.ts'
import { redefine } from '../kept/redefine.ts'
import { memberCounts } from '../member-counts.ts'
import { freeName, named, thereAlready } from '../named.ts'
import type { Runner } from '../runner.ts'
import { scanAll } from '../scan-all.ts'
import { storedPredicate } from '../segments/catalogue.ts'
import { expectUnreferenced } from '../segments/referrers.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { ruleGiven } from './rule-given.ts'

/** A mark on customers, given by hand, by a rule, or both. */
export interface Tag {
  readonly id: string
  readonly name: string
  /** Whom the rule gives the tag; null for a tag that is given by hand only. */
  readonly where: Predicate | null
  /** Inclusive bounds in minor units of the book currency, of a rule that is a range of lifetime value; null is none. */
  readonly ltvMin: number | null
  readonly ltvMax: number | null
  readonly createdAt: Date
  readonly members: number
}

export interface NewTagInput extends IfNotExists {
  readonly name: string
  /** Gives the tag to everybody who satisfies this, in JSON or in text form, for as long as they do. */
  readonly where?: Predicate | string | null | undefined
  /** In place of `where`: inclusive bounds of lifetime value, minor units of the book currency. */
  readonly ltvMin?: number | null | undefined
  readonly ltvMax?: number | null | undefined
}

/** Absent is left as it is; a rule or a bound that is null is taken away. */
export interface TagChangesInput extends Omit<NewTagInput, 'name' | 'ifNotExists'> {
  readonly name?: string | undefined
}

const ruleInput = {
  where: z.unknown().optional(),
  ltvMin: signedAmount.nullish(),
  ltvMax: signedAmount.nullish(),
}
const newTagInput = z.strictObject({ name: text(200), ...ruleInput, ifNotExists })
const tagChangesInput = z.strictObject({ name: text(200).optional(), ...ruleInput })

/** Tags are named by id or name. */
export interface Tags {
  /**
   * With a rule, the tag is given at once to everybody who satisfies it, and from then on whenever a
   * write or time brings somebody in or out.
   *
   * @throws LanggananError `NAME_TAKEN`; `PREDICATE_INVALID` also where rules would rest on each other in a circle
   */
  create(input: NewTagInput): Promise<Tag>
  /** What is given of the rule takes the place of the rule before; tags given by hand stay. */
  edit(tag: string, changes: TagChangesInput): Promise<Tag>
  /** @throws LanggananError `STILL_REFERENCED` while a segment, a rule or a view refers to it */
  delete(tag: string): Promise<void>
  /** Gives the tag by hand; again changes nothing. */
  assign(tag: string, customer: string): Promise<void>
  /** Takes back what was given by hand; the rule's stands. */
  unassign(tag: string, customer: string): Promise<void>
  /** By name. */
  list(): Promise<readonly Tag[]>
}

export function tagsOf({ read, write, alone }: Runner): Tags {
  return {
    async create(input) {
      const given = checked(newTagInput, input)
      return alone(async (unit) => {
        const rule = await ruleGiven(unit, given, null)
        const known = await thereAlready(unit, 'tags', given, (row) => row.rule === rule)
        if (known !== undefined) return showTag(unit, known)
        const row: TagRow = {
          id: unit.stamp.newId(),
          ...(await freeName(unit, 'tags', given.name)),
          rule,
          createdAt: unit.stamp.now,
        }
        const into = unit.draft()
        into.insert('tags', row)
        into.event('tag.created', { tag: row.id })
        if (row.rule === null) await unit.write(into)
        else await redefine(unit, { kind: 'tag', id: row.id }, () => unit.write(into))
        return showTag(unit, row)
      })
    },
    async edit(tag, input) {
      const reference = referenceGiven('tag', tag)
      const changes = checked(tagChangesInput, input)
      return alone(async (unit) => {
        const before = await named(unit, 'tags', reference)
        const row: TagRow = {
          ...before,
          ...(await freeName(unit, 'tags', changes.name ?? before.name, before.id)),
          rule: await ruleGiven(unit, changes, before.rule),
        }
        if (row.name === before.name && row.rule === before.rule) return showTag(unit, before)
        const into = unit.draft()
        into.put('tags', row)
        into.event('tag.edited', { tag: row.id })
        if (row.rule === before.rule) await unit.write(into)
        else await redefine(unit, { kind: 'tag', id: row.id }, () => unit.write(into))
        return showTag(unit, row)
      })
    },
    async delete(tag) {
      const given = referenceGiven('tag', tag)
      return alone(async (unit) => {
        const row = await named(unit, 'tags', given)
        await expectUnreferenced(unit, 'tag', row.id)
        await bringEverybodyOn(unit)
        const into = unit.draft()
        for (const member of await unit.tx.find('tagMembers', 'key', [[row.id]]))
          dropTag(into, member, 'definition')
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
        assignTag(into, known, { tagId, customerId }, unit.stamp)
        await unit.write(into)
      })
    },
    async unassign(tag, customer) {
      const names = [referenceGiven('tag', tag), referenceGiven('customer', customer)] as const
      return write(async (unit) => {
        const { known } = await tagOfCustomer(unit, ...names)
        if (known === undefined) return
        const into = unit.draft()
        unassignTag(into, known)
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
  await unit.lock([customer])
  const { id: customerId } = await customerRow(unit, customer)
  const [known] = await unit.tx.get('tagMembers', [[tagId, customerId]])
  return { tagId, customerId, known }
}

async function showTag(unit: UnitOfWork, row: TagRow): Promise<Tag> {
  return tagOf(row, (await memberCounts(unit, 'tag')).get(row.id) ?? 0)
}

function tagOf({ id, name, rule, createdAt }: TagRow, members: number): Tag {
  const where = rule === null ? null : storedPredicate(rule)
  return { id, name, where, ...ltvRange(where), createdAt: new Date(createdAt), members }
}
