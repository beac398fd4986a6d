import { choicesOf } from '../../domain/customers/attributes.ts'
import type { Catalogue, Named } from '../../domain/segments/catalogue.ts'
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
  }
}

function named(rows: readonly Named[]): readonly Named[] {
  return rows.map(({ id, name }) => ({ id, name }))
}
