import type { SandboxLimits } from '../options.ts'
import { PairLimit, SlidingCount } from './rates.ts'

const day = 86_400_000

/** Everything that the platform counts. */
export interface Counters {
  readonly limits: Required<{ [K in keyof SandboxLimits]: number }>
  readonly throughput: SlidingCount
  readonly pairs: PairLimit
  readonly marketing: SlidingCount
  /** When somebody last was written to outside the window, by person. */
  readonly outside: Map<string, number>
}

export function countersOf(given: SandboxLimits = {}): Counters {
  const limits = {
    perSecond: given.perSecond ?? 80,
    secondsPerPerson: given.secondsPerPerson ?? 6,
    burstPerPerson: given.burstPerPerson ?? 45,
    peoplePerDay: given.peoplePerDay ?? 250,
    marketingPerDay: given.marketingPerDay ?? 2,
  }
  return {
    limits,
    throughput: new SlidingCount(1000),
    pairs: new PairLimit(limits.burstPerPerson, limits.secondsPerPerson),
    marketing: new SlidingCount(day),
    outside: new Map(),
  }
}

/** Whether one more person outside the window would be too many within 24 hours. */
export function exceedsPeople({ outside, limits }: Counters, person: string, now: number): boolean {
  for (const [key, at] of outside) if (at <= now - day) outside.delete(key)
  return !outside.has(person) && outside.size >= limits.peoplePerDay
}
