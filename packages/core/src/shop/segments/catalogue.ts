import { choicesOf } from '../../domain/customers/attributes.ts'
import type { Catalogue, DefinedSegment, Named } from '../../domain/segments/catalogue.ts'
import type { Predicate } from '../../domain/segments/predicate.ts'
import type { SegmentRow } from '../../domain/segments/rows.ts'
import { scanAll } from '../scan-all.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/** What predicates of this shop may speak of now. */
export async function loadCatalogue({ shop, tx }: UnitOfWork): Promise<Catalogue> {
  const types = await tx.scan('attributeTypes', null, Number.MAX_SAFE_INTEGER)
  return {
    currency: shop.currency,
    scale: shop.scale,
    timeZone: shop.timeZone,
    attributes: types.map((type) => ({
      name: type.name,
      type: type.type,
      choices: choicesOf(type),
    })),
    groups: named(await scanAll(tx, 'groups')),
    tags: named(await scanAll(tx, 'tags')),
    categories: named(await scanAll(tx, 'categories')),
    labels: (await scanAll(tx, 'labels')).map(({ id, name, source }) => ({ id, name, source })),
    segments: (await scanAll(tx, 'segments')).map(definedSegment),
  }
}

/** A saved segment as predicates know it. */
export function definedSegment({ id, name, predicate, tracked }: SegmentRow): DefinedSegment {
  return { id, name, where: storedPredicate(predicate), tracked: tracked === 1 }
}

/** A predicate as it is stored: it passed `check` on its way in. */
export function storedPredicate(json: string): Predicate {
  return JSON.parse(json)
}

function named(rows: readonly Named[]): readonly Named[] {
  return rows.map(({ id, name }) => ({ id, name }))
}
