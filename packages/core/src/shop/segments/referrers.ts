import { LanggananError } from '../../domain/error/langganan-error.ts'
import type { ReferenceKind } from '../../domain/segments/check/context.ts'
import { quoted } from '../../domain/segments/check/nearest.ts'
import { leavesOf } from '../../domain/segments/leaves.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { referencesOf } from '../../domain/segments/references-of.ts'
import { scanAll } from '../scan-all.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { storedPredicate } from './catalogue.ts'

/** Of more than these only the ids are told. */
const mostShown = 5

/**
 * Refuses to delete what a segment, the rule of a tag or a saved view refers to: without it, the
 * segment would be silently empty, or everybody.
 *
 * @throws LanggananError `STILL_REFERENCED`; `details.segments`, `details.tags` and `details.views` are the ids of those
 */
export async function expectUnreferenced(
  unit: UnitOfWork,
  kind: ReferenceKind,
  id: string,
): Promise<void> {
  await expectNone(unit, kind, (where) => referencesOf(where)[kind].has(id))
}

/**
 * Refuses to end the tracking of a segment while somebody asks for how long its members belong.
 *
 * @throws LanggananError `STILL_REFERENCED` as {@link expectUnreferenced}
 */
export async function expectNobodyAsksForHowLong(unit: UnitOfWork, segment: string): Promise<void> {
  await expectNone(unit, 'segment', (where) =>
    leavesOf(where).some(
      (leaf) => 'segment' in leaf && leaf.segment === segment && leaf.for !== undefined,
    ),
  )
}

async function expectNone(
  { tx }: UnitOfWork,
  kind: ReferenceKind,
  refersTo: (where: Predicate) => boolean,
): Promise<void> {
  const refers = (json: string): boolean => refersTo(storedPredicate(json))
  const segments = (await scanAll(tx, 'segments')).filter(({ predicate }) => refers(predicate))
  const tags = (await scanAll(tx, 'tags')).filter(({ rule }) => rule !== null && refers(rule))
  const views = (await scanAll(tx, 'views')).filter(({ predicate }) => refers(predicate))
  if (segments.length === 0 && tags.length === 0 && views.length === 0) return
  const names = [
    ...segments.map(({ name }) => `segment ${quoted(name)}`),
    ...tags.map(({ name }) => `tag ${quoted(name)}`),
    ...views.map(({ name }) => `view ${quoted(name)}`),
  ]
  const shown = names.slice(0, mostShown)
  const more = names.length > mostShown ? ` and ${names.length - mostShown} more` : ''
  throw new LanggananError(
    'STILL_REFERENCED',
    `This ${kind} is referred to by ${shown.join(', ')}${more}. Edit or delete these first.`,
    {
      field: kind,
      details: { segments: idsOf(segments), tags: idsOf(tags), views: idsOf(views) },
    },
  )
}

function idsOf(rows: readonly { readonly id: string }[]): readonly string[] {
  return rows.map(({ id }) => id)
}
