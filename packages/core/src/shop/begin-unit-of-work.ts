import type { Change } from '../domain/change/change.ts'
import { draft } from '../domain/change/draft.ts'
import type { EventRow } from '../domain/history/rows.ts'
import { catchUp } from './kept/catch-up.ts'
import { judgeTouched } from './kept/judge.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** One call's unit of work; `announce` is told of the events that it wrote. */
export function beginUnitOfWork(
  about: Pick<UnitOfWork, 'shop' | 'tx' | 'stamp' | 'sampleKey'>,
  announce: (events: readonly EventRow[]) => void,
): UnitOfWork {
  async function apply(change: Change): Promise<void> {
    await about.tx.apply(change)
    announce(change.insert.events ?? [])
  }
  /** Whoever is held was caught up to this call's instant, and is judged after each of its writes. */
  const held = new Set<string>()
  const unit: UnitOfWork = {
    ...about,
    draft: () => draft(about.stamp),
    async lock(customerIds) {
      const more = [...new Set(customerIds)].filter((id) => !held.has(id)).sort()
      if (more.length === 0) return
      await about.tx.lock(more)
      for (const id of more) held.add(id)
      await catchUp(unit, more)
    },
    async write(made) {
      const change = made.change()
      await apply(change)
      await judgeTouched(unit, change)
    },
    apply: (made) => apply(made.change()),
  }
  return unit
}
