import { fieldsOf } from '../../output/table.ts'
import type { DemoShop } from '../demo-shop.ts'
import { heading, indented } from '../page.ts'
import { count } from '../words.ts'

export async function monitoring({ shop }: DemoShop): Promise<string> {
  const { total, active, passive, productive, largestGroup, largestSegment } =
    await shop.reports.monitoring()
  const set = (found: typeof largestGroup) =>
    found === null ? 'none' : `${found.name}, ${count(found.members)} members`
  const fields = fieldsOf([
    ['Customers · pelanggan', count(total)],
    ['Active · data aktif', `${count(active)} wrote within 24 hours`],
    ['Passive · data pasif', count(passive)],
    ['Productive · data produktif', `${count(productive)} have paid an order in full`],
    ['Largest group · grup', set(largestGroup)],
    ['Largest segment · segmentasi', set(largestSegment)],
  ])
  return [heading('Monitoring', 'pantauan'), '', indented(fields)].join('\n')
}
