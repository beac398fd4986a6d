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
  const unit: UnitOfWork = {
    ...about,
    draft: () => draft(about.stamp),
    async lock(customerIds) {
      await about.tx.lock(customerIds)
      await catchUp(unit, customerIds)
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
