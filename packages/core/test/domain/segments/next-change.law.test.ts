import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../../src/domain/segments/compile.ts'
import type { CustomerView } from '../../../src/domain/segments/customer-view.ts'
import { turningPoints } from '../../../src/domain/segments/next-change/turning-points.ts'
import { type NextChange, nextChange } from '../../../src/domain/segments/next-change.ts'
import { addDays } from '../../../src/domain/time/local-date.ts'
import { period } from '../../../src/domain/time/period.ts'
import { back, forward } from '../../../src/domain/time/step.ts'
import { localDate, startOfLocalDay } from '../../../src/domain/time/zone.ts'
import type { Question, Scene } from '../../../src/testing/arbitraries/scene.ts'
import { hold } from '../../../src/testing/laws/hold.ts'
import { environment } from '../../../src/testing/shop-kit/world/environment.ts'

const cases = environment().cases ?? (environment().isLong ? 200_000 : 600)
const day = 86_400_000

test('law 3, next change: the same answer until the instant given, another one at it', async () => {
  const seed = environment().seed ?? fc.sample(fc.noBias(fc.integer({ min: 0 })), 1)[0] ?? 0
  const seen = { changes: 0, none: 0 }
  await hold('law 3', { cases, seed, print: () => undefined }, async (scene) => {
    for (const question of scene.questions) {
      for (const view of chosen(scene, question)) seen[judge(scene, question, view)] += 1
    }
  })
  // biome-ignore lint/suspicious/noConsole: the summary of the run is for whoever runs it
  console.info(
    `next change: ${seen.changes} changes, ${seen.none} without one in ten years, seed ${seed}`,
  )
  // Few populations differ much: 15 made from 120 to 300.
  expect(seen.changes).toBeGreaterThan(cases / 10)
}, 3_600_000)

/** One customer, and everybody with something ahead at which the answer might change. */
function chosen({ population, catalogue }: Scene, { predicate, now }: Question): CustomerView[] {
  const { timeZone, segments } = catalogue
  const span = { from: now, to: forward(now, { years: 10 }, timeZone), timeZone, segments }
  return population.views.filter(
    (view, i) =>
      i === 0 || turningPoints(predicate, view, span).some((at) => at > span.from && at <= span.to),
  )
}

function judge(scene: Scene, question: Question, view: CustomerView): 'changes' | 'none' {
  const { timeZone, segments } = scene.catalogue
  const { predicate, now } = question
  const holds = compile(predicate, timeZone, segments)
  const answer = holds(view, now)
  const next = nextChange(predicate, view, { ...scene.catalogue, now })
  const end = endOf(next)
  for (const probe of probes(scene, view, now, end)) {
    if (holds(view, probe) !== answer) {
      throw new Error(
        `the answer changes at ${new Date(probe).toISOString()} already, asked at ${new Date(now).toISOString()}, given ${JSON.stringify(next)}: ${JSON.stringify(predicate)}`,
      )
    }
  }
  if (!('at' in next)) {
    // What time alone never changes is the same in a hundred years.
    const later = next.never
      ? [11, 29, 60, 100].map((years) => forward(now, { years }, timeZone))
      : []
    for (const probe of later) expect(holds(view, probe)).toBe(answer)
    return 'none'
  }
  if (holds(view, next.at) === answer) {
    throw new Error(
      `the answer does not change at ${new Date(next.at).toISOString()}: ${JSON.stringify(predicate)}`,
    )
  }
  return 'changes'
}

function endOf(next: NextChange): number {
  return 'at' in next ? next.at : next.noneBefore + 1
}

/** Instants in now < t < end at which something might change: what is told from the data alone, and any others. */
function probes(scene: Scene, view: CustomerView, now: number, end: number): number[] {
  const { timeZone } = scene.catalogue
  const bounds = [...instantsOf(view)].flatMap((at) => [
    at,
    ...scene.pools.steps.flatMap((step) => [
      forward(at, step, timeZone),
      back(at, step, timeZone),
      forward(at, step, timeZone) + day,
    ]),
  ])
  const midnights = scene.pools.dates.flatMap((date) => [
    startOfLocalDay(date, timeZone),
    startOfLocalDay(addDays(date, 1), timeZone),
  ])
  const first = view.facts.firstPurchaseAt ?? now
  const anniversaries = Array.from({ length: 40 }, (_, i) =>
    startOfLocalDay(localDate(forward(first, { years: i + 1 }, timeZone), timeZone), timeZone),
  )
  const edges = Array.from({ length: 10 }, (_, i) =>
    (['week', 'month', 'quarter', 'year'] as const).map(
      (unit) => period('next', unit, now + i * 37 * day, timeZone).from,
    ),
  ).flat()
  const spread = Array.from({ length: 24 }, (_, i) => now + (end - now) * ((i + 1) / 25) ** 3)
  return [...bounds, ...midnights, ...anniversaries, ...edges, ...spread.map(Math.floor), end]
    .flatMap((at) => [at - 1, at, at + 1])
    .filter((at) => at > now && at < end)
}

function instantsOf(view: CustomerView) {
  const { customer, facts, windows, purchases, payments, interactions, invoices, labels } = view
  const overdue = { overdueAt: facts.overdueSince }
  const rows: readonly object[] = [
    customer,
    facts,
    overdue,
    ...(windows ?? []),
    ...(invoices ?? []),
  ]
  const stored = rows.flatMap((row) =>
    Object.entries(row).flatMap(([name, value]) =>
      name.endsWith('At') && typeof value === 'number' ? [value] : [],
    ),
  )
  const events = [
    ...(purchases ?? []),
    ...(payments ?? []),
    ...(interactions ?? []),
    ...(labels ?? []),
  ]
  const memberships = view.memberships ?? []
  return new Set([
    ...stored,
    ...events.map(({ at }) => at),
    ...memberships.map(({ since }) => since),
  ])
}
