/**
 * A predicate as SQL is looked up the way that SQL by hand is, and the page of benchmarks shows both
 * plans. `LANGGANAN_UPDATE_DOCS=1 vitest run --project=docs predicates-as-sql` writes them into it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Plans, plansSideBySide } from '../../bench/src/sql/plans.ts'
import { indexesOf } from '../../bench/src/sql/sides.ts'
import { root } from './pages.ts'

const page = join(root, 'docs/explanation/benchmarks.md')
const plans = await plansSideBySide()

test.each(plans.map((each) => [each.pair.name, each] as const))(
  '%s: the predicate reads the same indexes in the same order as SQL by hand',
  (_, { plans: { ours, byHand } }) => {
    expect(indexesOf(ours)).toEqual(indexesOf(byHand))
    expect(indexesOf(ours)).not.toEqual([])
  },
)

test('the page of benchmarks shows both plans', () => {
  const text = readFileSync(page, 'utf8')
  const between = /(?<=<!-- plans -->\n).*(?=<!-- \/plans -->)/s
  if (process.env.LANGGANAN_UPDATE_DOCS === '1')
    writeFileSync(
      page,
      text.replace(between, () => shown(plans)),
    )
  else expect(between.exec(text)?.[0]).toBe(shown(plans))
})

function shown(all: readonly Plans[]): string {
  const rows = all.map(({ pair, plans: { ours, byHand } }) =>
    [`\`${pair.predicate}\``, steps(ours), steps(byHand)].join(' | '),
  )
  return [
    '| predicate | ours | by hand |',
    '|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n')
}

function steps(plan: readonly string[]): string {
  return plan.map((step) => `\`${step}\``).join('<br>')
}
