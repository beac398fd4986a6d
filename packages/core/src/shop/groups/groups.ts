import { joinGroup, leaveGroup } from '../../domain/groups/group-members.ts'
import type { GroupRow } from '../../domain/groups/rows.ts'
import { expectCustomers } from '../customers/load-customers.ts'
import {
  customersGiven,
  type NewNamedInput,
  nameGiven,
  newNamedInput,
  referenceGiven,
} from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import { memberCounts } from '../member-counts.ts'
import { freeName, named, thereAlready } from '../named.ts'
import type { Runner } from '../runner.ts'
import { scanAll } from '../scan-all.ts'
import { expectUnreferenced } from '../segments/referrers.ts'
import { byName } from '../sort-by-name.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

export interface Group {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly members: number
}

/** Sets of customers that people put together by hand. A group is named by its id or its name. */
export interface Groups {
  /** @throws LanggananError `NAME_TAKEN` */
  create(input: NewNamedInput): Promise<Group>
  /** @throws LanggananError `NAME_TAKEN` */
  rename(group: string, name: string): Promise<Group>
  /**
   * The customers stay.
   * @throws LanggananError `STILL_REFERENCED` while a segment, a rule or a view refers to it
   */
  delete(group: string): Promise<void>
  /**
   * Adding a member again changes nothing. Answers how many came new.
   * @throws LanggananError `CUSTOMER_NOT_FOUND`; `details.customers` are the ids that are no customer's
   */
  add(group: string, customers: readonly string[]): Promise<number>
  /** Answers how many left. */
  remove(group: string, customers: readonly string[]): Promise<number>
  /** By name. */
  list(): Promise<readonly Group[]>
}

export function groupsOf({ read, write, alone }: Runner): Groups {
  return {
    async create(input) {
      const given = checked(newNamedInput, input)
      return alone(async (unit) => {
        const known = await thereAlready(unit, 'groups', given, () => true)
        if (known !== undefined)
          return groupOf(known, (await memberCounts(unit, 'group')).get(known.id) ?? 0)
        const row: GroupRow = {
          id: unit.stamp.newId(),
          ...(await freeName(unit, 'groups', given.name)),
          createdAt: unit.stamp.now,
        }
        const into = unit.draft()
        into.insert('groups', row)
        into.event('group.created', { group: row.id })
        await unit.write(into)
        return groupOf(row, 0)
      })
    },
    async rename(group, name) {
      const [given, wanted] = [referenceGiven('group', group), nameGiven(name)]
      return alone(async (unit) => {
        const before = await named(unit, 'groups', given)
        const row = { ...before, ...(await freeName(unit, 'groups', wanted, before.id)) }
        if (row.name !== before.name) {
          const into = unit.draft()
          into.put('groups', row)
          into.event('group.renamed', { group: row.id })
          await unit.write(into)
        }
        return groupOf(row, (await memberCounts(unit, 'group')).get(row.id) ?? 0)
      })
    },
    async delete(group) {
      const given = referenceGiven('group', group)
      return alone(async (unit) => {
        const row = await named(unit, 'groups', given)
        await expectUnreferenced(unit, 'group', row.id)
        const members = await unit.tx.find('groupMembers', 'key', [[row.id]])
        await unit.lock(members.map(({ customerId }) => customerId))
        const into = unit.draft()
        for (const member of members) leaveGroup(into, member)
        into.remove('groups', [row.id])
        into.event('group.deleted', { group: row.id })
        await unit.write(into)
      })
    },
    async add(group, customers) {
      const given = referenceGiven('group', group)
      const ids = customersGiven(customers)
      return write(async (unit) => {
        const row = await named(unit, 'groups', given)
        await unit.lock(ids)
        await expectCustomers(unit, ids)
        const members = await membersAmong(unit, row, ids)
        const into = unit.draft()
        const coming = [...new Set(ids)].filter((id) => !members.has(id))
        for (const id of coming) joinGroup(into, row, id, unit.stamp)
        await unit.write(into)
        return coming.length
      })
    },
    async remove(group, customers) {
      const given = referenceGiven('group', group)
      const ids = customersGiven(customers)
      return write(async (unit) => {
        const row = await named(unit, 'groups', given)
        await unit.lock(ids)
        const members = await membersAmong(unit, row, ids)
        const into = unit.draft()
        const leaving = [...new Set(ids)].filter((id) => members.has(id))
        for (const id of leaving) leaveGroup(into, { groupId: row.id, customerId: id })
        await unit.write(into)
        return leaving.length
      })
    },
    list: () =>
      read(async (unit) => {
        const counts = await memberCounts(unit, 'group')
        const rows = await scanAll(unit.tx, 'groups')
        return rows.map((row) => groupOf(row, counts.get(row.id) ?? 0)).sort(byName)
      }),
  }
}

/** Those of these customers who are in the group. */
async function membersAmong(
  { tx }: UnitOfWork,
  { id }: GroupRow,
  customers: readonly string[],
): Promise<ReadonlySet<string>> {
  const keys = [...new Set(customers)].map((customerId) => [id, customerId] as const)
  const members = await tx.get('groupMembers', keys)
  return new Set(members.map(({ customerId }) => customerId))
}

function groupOf({ id, name, createdAt }: GroupRow, members: number): Group {
  return { id, name, createdAt: new Date(createdAt), members }
}
