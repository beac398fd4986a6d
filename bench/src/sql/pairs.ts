import type { Catalogue } from '@langganan/core/segments'

/** A predicate, and the same question in SQL as somebody would write it who knows the tables. */
export interface Pair {
  readonly name: string
  /** In text form. */
  readonly predicate: string
  readonly byHand: (ask: Asking) => string
}

/** What SQL by hand needs to know. */
export interface Asking {
  readonly now: number
  /** The id of a tag, a segment or a label, by its name. */
  readonly id: (kind: 'tags' | 'segments' | 'labels', name: string) => string
}

const day = 86_400_000
const ofFacts = "select count(*) from facts where shop_id = 'bench'"
const ofCustomers = "select count(*) from customers where shop_id = 'bench'"
const ofBoth =
  "select count(*) from facts f join customers c on c.shop_id = f.shop_id and c.id = f.customer_id where f.shop_id = 'bench'"
const linesOf = "select customer_id from lines where shop_id = 'bench' and stands = 1"

export const pairs: readonly Pair[] = [
  {
    name: 'a range of a fact',
    predicate: 'ltv between 500_000 and 2_000_000',
    byHand: () => `${ofFacts} and ltv between 500000 and 2000000`,
  },
  {
    name: 'texts',
    predicate: 'city = "Bandung" and source contains "insta"',
    byHand: () => `${ofCustomers} and city_fold = 'bandung' and instr(source_fold, 'insta') > 0`,
  },
  {
    name: 'an average',
    predicate: 'average order > 200_000',
    byHand: () =>
      `${ofFacts} and orders > 0 and orders_total / orders + (orders_total % orders > 0) > 200000`,
  },
  {
    name: 'orders of a product',
    predicate: 'purchases(product = "KOPI-GAYO", last 90 days) >= 2',
    byHand: ({ now }) =>
      `${ofFacts} and customer_id in (${linesOf} and product_fold = 'kopi-gayo' and at > ${now - 90 * day} and at <= ${now} group by customer_id having count(distinct transaction_id) >= 2)`,
  },
  {
    name: 'money spent on a category',
    predicate: 'purchases(category = "biji kopi", last 90 days).total >= 500_000',
    byHand: ({ now }) =>
      `${ofFacts} and customer_id in (${linesOf} and category_fold = 'biji kopi' and at > ${now - 90 * day} and at <= ${now} group by customer_id having sum(book_total) >= 500000)`,
  },
  {
    name: 'any and not, nested',
    predicate:
      'not (city = "Bandung" or ltv < 100_000) and (orders >= 3 or last purchase in last 30 days)',
    byHand: ({ now }) =>
      `${ofBoth} and (c.city_fold <> 'bandung' or c.city_fold is null) and f.ltv >= 100000 and (f.orders >= 3 or (f.last_purchase_at > ${now - 30 * day} and f.last_purchase_at <= ${now}))`,
  },
  {
    name: 'a label',
    predicate: 'has label "Grade A"',
    byHand: ({ id }) =>
      `${ofFacts} and customer_id in (select customer_id from label_spans where shop_id = 'bench' and label_id = '${id('labels', 'Grade A')}' and until is null)`,
  },
  {
    name: 'a tag and a segment',
    predicate: 'has tag "VIP" and in segment "Spender" for > 30 days',
    byHand: ({ now, id }) =>
      `${ofFacts} and customer_id in (select customer_id from tag_members where shop_id = 'bench' and tag_id = '${id('tags', 'VIP')}') and ltv >= 500000 and customer_id in (select customer_id from segment_members where shop_id = 'bench' and segment_id = '${id('segments', 'Spender')}' and since <= ${now - 30 * day})`,
  },
]

/** Names become ids. */
export function asking(catalogue: Catalogue, now: number): Asking {
  return {
    now,
    id(kind, name) {
      const found = catalogue[kind].find((each) => each.name === name)
      if (found === undefined) throw new Error(`${name} is not there.`)
      return found.id
    },
  }
}
