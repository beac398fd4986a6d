import type { Shop } from '@langganan/core'
import { parse } from '@langganan/core/segments/text'
import { simulatedGroups } from '@langganan/core/simulator'

/** Fifty segments as a coffee shop would track them, of every kind that it has data for; a later one may speak of an earlier one. */
const predicates: readonly (readonly [name: string, where: string])[] = [
  ['Spender', 'ltv >= 500_000'],
  ['Big spender', 'ltv >= 2_000_000'],
  ['Best spender', 'ltv >= 5_000_000'],
  ['One order', 'orders = 1'],
  ['Three orders', 'orders >= 3'],
  ['Ten orders', 'orders >= 10'],
  ['Dear orders', 'average order > 200_000'],
  ['Small orders', 'average order < 50_000 and orders >= 2'],
  ['Bought this week', 'last purchase in last 7 days'],
  ['Bought this month', 'last purchase in this month'],
  ['Away for 30 days', 'last purchase > 30 days ago'],
  ['Away for 60 days', 'last purchase > 60 days ago'],
  ['Away for half a year', 'last purchase > 6 months ago'],
  ['New buyer', 'first purchase in last 30 days'],
  ['Newly added', 'added in last 14 days'],
  ['Active today', 'last activity today'],
  ['Gayo lover', 'purchases(product = "KOPI-GAYO", last 90 days) >= 2'],
  ['Blend drinker', 'purchases(product = "KOPI-SENJA-BLEND", last 90 days) >= 1'],
  ['Milk coffee', 'purchases(product = "ES-KOPI-SUSU", last 30 days) >= 2'],
  ['V60 owner', 'purchases(product = "DRIPPER-V60") >= 1'],
  ['Needs filters', 'purchases(product = "FILTER-KERTAS-100").last > 60 days ago'],
  ['Beans at home', 'purchases(category = "biji kopi", last 90 days).total >= 500_000'],
  ['Many drinks', 'purchases(category = "minuman", last 90 days).quantity >= 10'],
  ['Gives hampers', 'purchases(category = "hampers", last 12 months) >= 1'],
  ['Tries everything', 'purchases().distinct products >= 8'],
  ['Pays by QRIS', 'payments(method = "qris", last 90 days) >= 2'],
  ['Paid much', 'payments(last 12 months).total >= 1_000_000'],
  ['Chatted this week', 'interactions(channel = whatsapp, direction = inbound, last 7 days) >= 1'],
  ['Never wrote', 'interactions(direction = inbound) = 0'],
  ['Window open', 'window is open'],
  ['Window closing', 'window closes within 2 hours'],
  ['Can be answered', 'can receive free-form'],
  ['Birthday this week', 'birthday within next 7 days'],
  ['Birthday today', 'birthday today'],
  ['A year with us', 'first purchase anniversary within next 3 days'],
  ['Thirty somethings', 'age between 30 and 39'],
  ['Slipping', 'loyalty is slipping'],
  ['Lapsed', 'loyalty is lapsed'],
  ['Overdue', 'overdue balance > 0'],
  ['Overdue for 30 days', 'overdue by > 30 days'],
  ['Owes', 'balance > 0'],
  ['Bandung', 'city = "Bandung"'],
  ['From Instagram', 'source = "instagram"'],
  ['Reseller', 'in group "Reseller"'],
  ['Brewer', 'in group "Komunitas Seduh"'],
  ['VIP and away', 'has tag "VIP" and last purchase > 30 days ago'],
  ['Loyal spender', 'in segment "Big spender" and last purchase in last 60 days'],
  ['To win back', 'in segment "Spender" and in segment "Away for 60 days" and not opted out'],
  ['Long a spender', 'in segment "Spender" for > 30 days'],
  [
    'To thank',
    'at least 2 of (in segment "Ten orders", in segment "Gayo lover", birthday within next 7 days, ltv >= 3_000_000)',
  ],
]

/** Makes them in a new shop, tracked, with the groups and the tag with a rule that they ask for; answers how many there are. */
export async function trackSegments(shop: Shop): Promise<number> {
  for (const name of simulatedGroups) await shop.groups.create({ name })
  await shop.tags.create({ name: 'VIP', ltvMin: 1_000_000 })
  for (const [name, where] of predicates) {
    const predicate = parse(where, await shop.segments.catalogue())
    await shop.segments.create({ name, where: predicate, tracked: true })
  }
  return predicates.length
}
