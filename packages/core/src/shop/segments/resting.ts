import { quoted } from '../../domain/segments/check/nearest.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import { scanAll } from '../scan-all.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import { storedPredicate } from './catalogue.ts'

/** Something that is stored with a predicate, which may refer to other things. */
export interface Resting {
  readonly kind: 'segment' | 'tag' | 'view'
  readonly id: string
  readonly name: string
  readonly where: Predicate
}

/** Everything in the shop that is stored with a predicate: segments, the rules of tags, saved views. */
export async function restingIn({ tx }: UnitOfWork): Promise<readonly Resting[]> {
  return [
    ...(await scanAll(tx, 'segments')).map((row) => resting('segment', row, row.predicate)),
    ...(await scanAll(tx, 'tags')).flatMap((row) =>
      row.rule === null ? [] : [resting('tag', row, row.rule)],
    ),
    ...(await scanAll(tx, 'views')).map((row) => resting('view', row, row.predicate)),
  ]
}

function resting(
  kind: Resting['kind'],
  { id, name }: Pick<Resting, 'id' | 'name'>,
  json: string,
): Resting {
  return { kind, id, name, where: storedPredicate(json) }
}

/** Of more than these only the ids are told. */
const mostShown = 5

/** Such things for a message: `segment "A", view "B" and 3 more`. */
export function namesOf(all: readonly Resting[]): string {
  const names = all.slice(0, mostShown).map(({ kind, name }) => `${kind} ${quoted(name)}`)
  const more = all.length > mostShown ? ` and ${all.length - mostShown} more` : ''
  return names.join(', ') + more
}

/** Their ids, for the details of an error. */
export function idsOf(
  all: readonly Resting[],
): Readonly<Record<'segments' | 'tags' | 'views', readonly string[]>> {
  const of = (kind: Resting['kind']): readonly string[] =>
    all.flatMap((each) => (each.kind === kind ? [each.id] : []))
  return { segments: of('segment'), tags: of('tag'), views: of('view') }
}
