import type { Kept } from '../../domain/kept/kept.ts'
import { type KeptPlan, keptPlan } from '../../domain/kept/plan.ts'
import { referencesOf } from '../../domain/segments/references-of.ts'
import type { SegmentRow } from '../../domain/segments/rows.ts'
import type { TagRow } from '../../domain/tags/rows.ts'
import { scanAll } from '../scan-all.ts'
import { definedSegment, storedPredicate } from '../segments/catalogue.ts'
import type { ShopConfig, UnitOfWork } from '../unit-of-work.ts'

/** All that the shop keeps up: its tracked segments, and the tags that have a rule. */
export async function loadPlan({ shop, tx }: UnitOfWork): Promise<KeptPlan> {
  const tags = (await scanAll(tx, 'tags')).filter(({ rule }) => rule !== null)
  const tracked = await tx.find('segments', 'byTracked', [[1]])
  if (tags.length === 0 && tracked.length === 0) return { ...nothing, timeZone: shop.timeZone }
  return planOf(shop, tags, await behind(tx, tags, tracked))
}

/** What the shop keeps up, without more. */
export async function keptOf(unit: UnitOfWork): Promise<readonly Kept[]> {
  return (await loadPlan(unit)).watched.map(({ kept }) => kept)
}

const nothing = {
  segments: [],
  watched: [],
  moving: [],
  lists: [],
  moves: false,
  notesTurns: false,
} as const

/** What segments mean; of a shop that tracks none and whose rules name none, none are read. */
async function behind(
  tx: UnitOfWork['tx'],
  tags: readonly TagRow[],
  tracked: readonly SegmentRow[],
): Promise<readonly SegmentRow[]> {
  const areNeeded =
    tracked.length > 0 ||
    tags.some(({ rule }) => rule !== null && referencesOf(storedPredicate(rule)).segment.size > 0)
  return areNeeded ? scanAll(tx, 'segments') : []
}

/** The plan made last for each open shop, which serves as long as nobody changes a definition. */
const plans = new WeakMap<ShopConfig, { readonly madeOf: string; readonly plan: KeptPlan }>()

function planOf(
  shop: ShopConfig,
  tags: readonly TagRow[],
  segments: readonly SegmentRow[],
): KeptPlan {
  const madeOf = JSON.stringify([
    tags.map(({ id, rule }) => [id, rule]),
    segments.map(({ id, predicate, tracked }) => [id, predicate, tracked]),
  ])
  const last = plans.get(shop)
  if (last?.madeOf === madeOf) return last.plan
  const plan = keptPlan(keptIn(tags, segments), {
    timeZone: shop.timeZone,
    segments: segments.map(definedSegment),
  })
  plans.set(shop, { madeOf, plan })
  return plan
}

function keptIn(tags: readonly TagRow[], segments: readonly SegmentRow[]): readonly Kept[] {
  return [
    ...tags.flatMap(({ id, name, rule }): readonly Kept[] =>
      rule === null ? [] : [{ kind: 'tag', id, name, where: storedPredicate(rule) }],
    ),
    ...segments.flatMap(({ id, name, predicate, tracked }): readonly Kept[] =>
      tracked === 0 ? [] : [{ kind: 'segment', id, name, where: storedPredicate(predicate) }],
    ),
  ]
}
