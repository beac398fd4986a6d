import type { Shop } from '@langganan/core'
import type { Catalogue } from '@langganan/core/segments'
import type Database from 'better-sqlite3'

const label = { id: 'grade-a', name: 'Grade A', source: 'whatsapp' }

/** What a shop's predicates may speak of, and a label. */
export async function withLabel(shop: Shop): Promise<Catalogue> {
  const catalogue = await shop.segments.catalogue()
  return { ...catalogue, labels: [...catalogue.labels, label] }
}

/** Puts the label on every tenth customer. */
export function putOnLabel(database: Database.Database): void {
  database
    .prepare(
      `insert or ignore into label_spans (shop_id, customer_id, label_id, at)
       select shop_id, id, ?, added_at from customers where sample_key % 10 = 0`,
    )
    .run(label.id)
}
