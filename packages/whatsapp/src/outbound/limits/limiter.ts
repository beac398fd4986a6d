import type { Clock, GrantedTurn, RefusalAct, Turn } from '@langganan/core'
import { AtMost } from './at-most.ts'
import { BackOff } from './back-off.ts'
import { Halt } from './halt.ts'
import { TokenBuckets } from './token-buckets.ts'

/** The platform's limits on one business number. */
export interface Limits {
  /** Messages a second of the number, 80 unless the platform granted more; 20 beside the app. */
  readonly perSecond?: number | undefined
  /** To one person: one message in so many seconds, 6 … */
  readonly secondsPerPerson?: number | undefined
  /** … with so many at once, 45. */
  readonly burstPerPerson?: number | undefined
}

/** Keeps to the limits of one number, as far as this process sends from it. */
export interface Limiter {
  takeTurn(person: string): Turn
  /** Milliseconds for which this turn cannot be used any more, since the number is halted; 0 is now. */
  haltedFor(turn: GrantedTurn): number
  /** What the platform said; gives the milliseconds to wait, where it is to be waited. */
  learn(person: string, turn: GrantedTurn, act: RefusalAct | 'accepted'): number | undefined
}

const number = 'number'
const second = 1_000

export function limiter(limits: Limits, clock: Clock): Limiter {
  const { perSecond = 80, secondsPerPerson = 6, burstPerPerson = 45 } = limits
  const throughput = new AtMost(perSecond, second)
  const people = new TokenBuckets(burstPerPerson, secondsPerPerson * second)
  const numberWaits = new BackOff(second, 2, 64 * second)
  const personWaits = new BackOff(second, 4, 4 ** 6 * second)
  const halt = new Halt()
  return {
    takeTurn(person) {
      const now = clock()
      const halted = halt.wait(now)
      if (halted > 0) return { granted: false, retryAfter: halted, reason: 'halted' }
      const retryAfter = Math.max(
        throughput.wait(now),
        people.wait(person, now),
        numberWaits.wait(number, now),
        personWaits.wait(person, now),
      )
      if (retryAfter > 0) return { granted: false, retryAfter }
      throughput.take(now)
      people.take(person, now)
      const turn = { granted: true } as const
      halt.take(turn, now)
      return turn
    },
    haltedFor: (turn) => halt.wait(clock(), turn),
    learn(person, turn, act) {
      const now = clock()
      if (act === 'stop') return halt.refused(turn, now)
      if (act === 'slowDown' || act === 'retry') return numberWaits.refused(number, now)
      if (act === 'waitForPerson') return personWaits.refused(person, now)
      if (act === 'accepted') {
        numberWaits.passed(number)
        personWaits.passed(person)
        halt.passed()
      }
      return undefined
    },
  }
}
