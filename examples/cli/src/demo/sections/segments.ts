import type { DemoShop } from '../demo-shop.ts'
import { heading, json, paragraph, strong } from '../page.ts'
import { type DemoSegment, segments as prepared } from '../prepare.ts'
import { count } from '../words.ts'

export async function segments(demo: DemoShop): Promise<string> {
  const parts: string[] = []
  for (const segment of prepared) parts.push(await segmentText(demo, segment))
  return [
    heading('Segments', 'segmentasi'),
    paragraph('A predicate over everything that the database knows, kept as JSON.'),
    ...parts,
  ].join('\n\n')
}

async function segmentText(
  { shop }: DemoShop,
  { name, meaning, where }: DemoSegment,
): Promise<string> {
  const members = await shop.segments.count(name)
  const { rows } = await shop.segments.members(name, { sort: 'totalSpent', limit: 3 })
  const names = rows.map((row) => row.name).join(', ')
  const among = names === '' ? '' : `: ${names}${members > rows.length ? ', …' : ''}`
  return [
    `  ${strong(name)}  ${meaning}`,
    json(where, 4),
    paragraph(`${count(members)} ${members === 1 ? 'customer' : 'customers'}${among}`, 4),
  ].join('\n')
}
