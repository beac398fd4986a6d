import type { Business } from './business.ts'
import type { Faults } from './faults.ts'
import type { People } from './people/people.ts'
import type { Person } from './people/person.ts'
import type { Counters } from './policy/limits.ts'
import type { Prices } from './policy/pricing.ts'
import type { Sends } from './sends.ts'
import type { Random } from './time/random.ts'
import type { Timeline } from './time/timeline.ts'
import type { Outbox } from './webhooks/outbox.ts'

/** Everything that a sandbox holds. */
export interface World {
  readonly timeline: Timeline
  readonly random: Random
  readonly business: Business
  readonly people: People
  readonly sends: Sends
  /** The messages of people, by their ids. */
  readonly inbound: Map<string, { readonly person: Person; readonly number: string }>
  readonly counters: Counters
  readonly prices: Prices
  readonly faults: Faults
  readonly outbox: Outbox
  readonly tellsPersonalRefusals: 'status' | 'answer'
}
