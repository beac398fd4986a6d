import fc from 'fast-check'
import type { Fault } from '../../src/sandbox/index.ts'
import type { ModelMessage } from './gate-model.ts'

const references = 12

/** One thing that happens while others go on. */
export type Happening =
  | {
      readonly does: 'send'
      readonly who: number
      readonly message: ModelMessage
      /** One of few, or none. */
      readonly reference: number | null
      readonly fault: Fault | null
      /** Whether its process ends before it writes what became of it. */
      readonly dies: boolean
    }
  | { readonly does: 'ask'; readonly who: number; readonly message: ModelMessage }
  | {
      readonly does: 'consent'
      readonly who: number
      readonly purpose: 'service' | 'marketing'
      readonly decision: 'granted' | 'denied' | 'withdrawn'
    }
  | { readonly does: 'blacklist'; readonly who: number; readonly hours: number | null }
  | { readonly does: 'unblacklist' | 'archive' | 'restore'; readonly who: number }
  /** The number of the only one known by one is somebody else's now; it comes back. */
  | { readonly does: 'reassign' | 'regain'; readonly who: 0 }
  /** Two may be one; a person says that they are two. */
  | { readonly does: 'doubt' | 'dismiss'; readonly who: number; readonly other: number }
  /** It comes so late; and the platform knows of it or not. */
  | {
      readonly does: 'write'
      readonly who: number
      readonly late: number
      readonly isReal: boolean
    }
  /** A person says of one of those that nobody knows of whether it left, rightly or not. */
  | { readonly does: 'resolve'; readonly n: number; readonly sent: boolean }
  /** Statuses that waited for it are told. */
  | { readonly does: 'tell'; readonly count: number }
  | { readonly does: 'wait'; readonly milliseconds: number }

export interface SendingLife {
  readonly happenings: readonly Happening[]
  /** From which the order of all steps is drawn. */
  readonly seed: number
  readonly personalRefusals: 'status' | 'answer'
}

const hour = 3_600_000
/** Mostly somebody who can be reached: where nothing leaves, nothing can leave wrongly. */
const who = fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 1, 2)
const message: fc.Arbitrary<ModelMessage> = fc.record({
  form: fc.constantFrom('freeForm', 'template'),
  purpose: fc.constantFrom('service', 'marketing'),
})
const fault = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Fault>(
      { fault: 'refuse', code: 131_047 },
      { fault: 'refuse', code: 131_049 },
      { fault: 'refuse', code: 131_050 },
      { fault: 'refuse', code: 131_056 },
      { fault: 'refuse', code: 131_000 },
      { fault: 'loseAnswer' },
      { fault: 'loseRequest' },
      { fault: 'unreachable' },
      { fault: 'garbleAnswer' },
      { fault: 'slow', milliseconds: 1_500 },
      { fault: 'slow', milliseconds: 60_000 },
    ),
  },
)
const rarely = fc.nat({ max: 14 }).map((n) => n === 0)

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      who,
      message,
      reference: fc.option(fc.nat({ max: references - 1 }), { freq: 3 }),
      fault,
      dies: rarely,
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('ask' as const), who, message }) },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('consent' as const),
      who,
      purpose: fc.constantFrom('service', 'marketing'),
      decision: fc.constantFrom(...Array<'granted'>(8).fill('granted'), 'denied', 'withdrawn'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('blacklist' as const),
      who,
      hours: fc.constantFrom(1, 30, null),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'unblacklist',
        'unblacklist',
        'archive',
        'restore',
        'restore',
        'restore',
      ),
      who,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom('reassign', 'regain', 'regain'),
      who: fc.constant(0 as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom<'doubt' | 'dismiss'>('doubt', 'doubt', 'dismiss'),
        fc.constantFrom([0, 1] as const, [1, 0] as const, [0, 2] as const, [1, 2] as const),
      )
      .map(([does, [who, other]]) => ({ does, who, other })),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      does: fc.constant('write' as const),
      who,
      late: fc.constantFrom(0, 0, 0, 1, 1_000, 20 * hour, 24 * hour - 1, 24 * hour),
      isReal: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('tell' as const),
      count: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('resolve' as const),
      n: fc.nat({ max: 5 }),
      sent: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(
        1,
        1,
        500,
        999,
        1_000,
        2_000,
        2_001,
        30_000,
        hour,
        hour,
        12 * hour,
        24 * hour,
      ),
    }),
  },
)

export const sendingLives: fc.Arbitrary<SendingLife> = fc.record({
  happenings: fc.array(happening, { minLength: 20, maxLength: 60, size: 'max' }),
  seed: fc.integer(),
  personalRefusals: fc.constantFrom('status', 'answer'),
})
