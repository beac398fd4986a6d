import { apart, boundsIn, counted } from './bounds-in.ts'
import { type Held, heldAs, type Store } from './held.ts'
import { alwaysAbove, neverBelow, still, withNow } from './motion.ts'
import { refuteEvents } from './refute-events.ts'
import { isOfWindows, refuteWindows } from './refute-windows.ts'

/** Facts none of which is ever more than the next one. */
const ascending: readonly (readonly string[])[] = [
  ['facts paidOrders', 'facts orders', 'facts pieces'],
  // Not one chain: without purchases the last activity may lie before the first contact.
  ['facts firstContactAt', 'facts firstPurchaseAt', 'facts lastPurchaseAt'],
  ['facts firstPurchaseAt', 'facts lastPurchaseAt', 'facts lastActivityAt'],
  ['facts firstContactAt', 'facts lastInteractionAt'],
  ['facts lastInteractionAt', 'facts lastActivityAt'],
  ['facts ltv', 'facts paid'],
  ['facts balance', 'facts receivable'],
  ['events purchases orders', 'facts orders'],
  ['events purchases quantity', 'facts pieces'],
  ['events purchases first', 'facts lastPurchaseAt'],
  ['events purchases last', 'facts lastPurchaseAt'],
  ['facts firstPurchaseAt', 'events purchases first'],
  ['facts firstPurchaseAt', 'events purchases last'],
  ['events interactions count', 'facts interactions'],
  ['events interactions first', 'facts lastInteractionAt'],
  ['events interactions last', 'facts lastInteractionAt'],
]

/**
 * What cannot hold together because a customer's facts come from the same events; null where nothing is
 * known to. Looks at facts that have to do with one variable, which was held last.
 */
export function refuteRelated(variable: string, store: Store): readonly Held[] | null {
  const name = kindOf(variable)
  for (const chain of ascending) {
    const place = chain.indexOf(name)
    if (place === -1 && !countsIn(chain, name)) continue
    const found = refuteChain(chain, store)
    if (found !== null) return found
  }
  if (name === owed || name === owedSince) return refuteOverdue(store)
  if (name.startsWith('events ')) return refuteEvents(variable, store)
  if (isOfWindows(variable)) return refuteWindows(store)
  return countOf(name) === undefined && !counted.has(name) ? null : refuteCounts(store)
}

/** The name of a variable; of events that of the list and the measure alone. */
function kindOf(variable: string): string {
  return variable.startsWith('events ') ? variable.split(' ', 3).join(' ') : variable
}

function countOf(name: string): string | undefined {
  return [...counted].find(([, times]) => times.includes(name))?.[0]
}

function countsIn(chain: readonly string[], name: string): boolean {
  const count = countOf(name)
  return count !== undefined && chain.includes(count)
}

function refuteChain(chain: readonly string[], store: Store): readonly Held[] | null {
  const links = chain.map((name) => variablesOf(name, store).map((each) => boundsIn(each, store)))
  for (const [i, lower] of links.entries()) {
    const lows = lower.flatMap((bounds) => bounds.lows)
    const highs = links
      .slice(i + 1)
      .flat()
      .flatMap((bounds) => bounds.highs)
    const found = apart(lows, highs)
    if (found !== null) return found
  }
  return null
}

function refuteCounts(store: Store): readonly Held[] | null {
  for (const count of counted.keys()) {
    const { lows, highs } = boundsIn(count, store)
    const found = apart(lows, highs)
    if (found !== null) return found
  }
  return null
}

const owed = 'overdue'
const owedSince = 'facts overdueSince'

/** Something is overdue exactly if the first overdue instant is there and not after now. */
function refuteOverdue(store: Store): readonly Held[] | null {
  const balance = boundsIn(owed, store)
  const since = boundsIn(owedSince, store)
  const missing = heldAs(store.get(owedSince) ?? [], 'missing', true)
  const ahead = since.lows.filter(({ bound }) => alwaysAbove(bound, { ...now, value: Infinity }))
  const past = since.highs.filter(({ bound }) => neverBelow({ ...now, value: -Infinity }, bound))
  const none = [...missing.map((each) => [each]), ...ahead.map(({ from }) => from)]
  const some = past.map(({ from }) => from)
  return (
    apart(
      balance.lows,
      none.map((from) => ({ bound: still(0), from })),
    ) ??
    apart(
      some.map((from) => ({ bound: still(1), from })),
      balance.highs,
    )
  )
}

const now = { motion: withNow, plus: 0 }

function variablesOf(name: string, store: Store): readonly string[] {
  if (!name.startsWith('events ')) return [name]
  return [...store.keys()].filter((variable) => variable.startsWith(`${name} `))
}
