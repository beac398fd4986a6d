import type { OpenStorage } from '../world/open.ts'
import { anniversaryStories } from './anniversaries.ts'
import { localDayStories } from './local-days.ts'
import { localHourStories } from './local-hours.ts'
import { loyaltyStories } from './loyalty.ts'
import { monitoringStories } from './monitoring.ts'
import { receivableStories } from './receivables.ts'
import { windowStories } from './windows.ts'

/** The stories about time. They hold wherever the machine stands. */
export function timeStories(open: OpenStorage): void {
  windowStories(open)
  monitoringStories(open)
  loyaltyStories(open)
  localDayStories(open)
  localHourStories(open)
  anniversaryStories(open)
  receivableStories(open)
}
