import { expect } from 'vitest'
import { resolve } from '../../../domain/segments/resolve.ts'
import { definedSegment, storedPredicate } from '../../../shop/segments/catalogue.ts'
import type { KitShop } from '../world/open.ts'
import { rowsOf } from '../world/rows.ts'

/** Members of tracked segments and those whom rules give tags are those who satisfy the predicates now. */
export async function expectKept(kit: KitShop): Promise<void> {
  expect(await keptMembers(kit)).toEqual(await judgedNow(kit))
}

/** History and events, read from the beginning, come to the members that there are. */
export async function expectFollowed(kit: KitShop): Promise<void> {
  const kept = await keptMembers(kit)
  expect(await readFrom(kit)).toEqual(kept.filter((member) => member.startsWith('segment')))
  expect(await foldedEvents(kit)).toEqual(kept)
}

async function keptMembers({ storage, shop }: KitShop): Promise<readonly string[]> {
  const segments = await rowsOf(storage, shop.id, 'segmentMembers')
  const tags = await rowsOf(storage, shop.id, 'tagMembers')
  return [
    ...segments.map((row) => `segment ${row.segmentId} ${row.customerId}`),
    ...tags
      .filter(({ ruleSince }) => ruleSince !== null)
      .map((row) => `tag ${row.tagId} ${row.customerId}`),
  ].sort()
}

/** By the storage itself, which knows nothing of what is kept. */
async function judgedNow({ storage, shop, clock }: KitShop): Promise<readonly string[]> {
  const segments = await rowsOf(storage, shop.id, 'segments')
  const tags = await rowsOf(storage, shop.id, 'tags')
  const all = [
    ...segments
      .filter(({ tracked }) => tracked === 1)
      .map(({ id, predicate }) => ({ name: `segment ${id}`, where: storedPredicate(predicate) })),
    ...tags.flatMap(({ id, rule }) =>
      rule === null ? [] : [{ name: `tag ${id}`, where: storedPredicate(rule) }],
    ),
  ]
  const moment = {
    now: clock.now(),
    timeZone: shop.timeZone,
    segments: segments.map(definedSegment),
  }
  const members: string[] = []
  for (const { name, where } of all) {
    const question = { where: resolve(where, moment), limit: Number.MAX_SAFE_INTEGER }
    const found = await storage.transaction(shop.id, 'read', (tx) => tx.members(question))
    members.push(...found.map(({ id }) => `${name} ${id}`))
  }
  return members.sort()
}

/** Who must be a member after all that is recorded, and since when. */
async function readFrom({ storage, shop }: KitShop): Promise<readonly string[]> {
  const members = new Map<string, number>()
  const known = new Set((await rowsOf(storage, shop.id, 'segments')).map(({ id }) => id))
  for (const row of await rowsOf(storage, shop.id, 'segmentChanges')) {
    expect(known.has(row.segmentId)).toBe(true)
    expect(row.occurredAt).toBeLessThanOrEqual(row.recordedAt)
    const name = `segment ${row.segmentId} ${row.customerId}`
    expect(members.has(name)).toBe(row.entered === 0)
    if (row.entered === 1) members.set(name, row.occurredAt)
    else members.delete(name)
  }
  for (const row of await rowsOf(storage, shop.id, 'segmentMembers'))
    expect(members.get(`segment ${row.segmentId} ${row.customerId}`)).toBe(row.since)
  return [...members.keys()].sort()
}

/** Whoever follows the log knows who belongs. */
async function foldedEvents({ storage, shop }: KitShop): Promise<readonly string[]> {
  const members = new Set<string>()
  for (const row of await rowsOf(storage, shop.id, 'events')) {
    const data: { readonly segment?: string; readonly tag?: string; readonly by?: string } =
      JSON.parse(row.data)
    const isTag = row.type === 'tag.assigned' || row.type === 'tag.unassigned'
    const isSegment = row.type === 'segment.entered' || row.type === 'segment.left'
    if (!isSegment && !(isTag && data.by === 'rule')) continue
    const name = isTag ? `tag ${data.tag}` : `segment ${data.segment}`
    const member = `${name} ${row.customerId}`
    const entered = row.type === 'segment.entered' || row.type === 'tag.assigned'
    expect(members.has(member), `${row.type} of one who ${entered ? 'is' : 'is not'} there`).toBe(
      !entered,
    )
    if (entered) members.add(member)
    else members.delete(member)
  }
  return [...members].sort()
}
