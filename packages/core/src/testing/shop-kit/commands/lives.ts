import fc from 'fast-check'
import { type Command, day, hour } from './command.ts'
import { customerCommands } from './customer-commands.ts'
import { deadLetterCommands } from './dead-letter-commands.ts'
import { draftCommands } from './draft-commands.ts'
import { anyOf, calls, livesOf, type Weighted } from './draw.ts'
import { moneyCommands } from './money-commands.ts'
import { readingCommands } from './reading-commands.ts'
import { recordedCommands } from './recorded-commands.ts'
import { sendingCommands } from './sending-commands.ts'
import { setCommands } from './set-commands.ts'

const passing: readonly Weighted[] = [
  [6, calls('clock.step', fc.oneof(fc.constant(1), fc.nat(3 * hour), fc.nat(40 * day)))],
  [6, calls('again', fc.nat(60))],
  [2, calls('value.refreshRhythm')],
  [4, calls('tick')],
  [1, calls('rebuild')],
  [1, calls('verify')],
]

/** What happens to a shop from its opening on. */
export interface Life {
  readonly currency: string
  readonly timeZone: string
  readonly commands: readonly Command[]
}

function lived(weighted: readonly Weighted[], longest: number): fc.Arbitrary<Life> {
  return fc.record({
    currency: anyOf(['IDR', 'USD', 'KWD']),
    timeZone: anyOf(['Asia/Jakarta', 'UTC', 'America/New_York']),
    commands: livesOf(weighted, longest),
  })
}

/** Commands of every kind, some of them wrong, as the clock goes on. */
export const lives: fc.Arbitrary<Life> = lived(
  [
    ...customerCommands,
    ...moneyCommands,
    ...setCommands,
    ...recordedCommands,
    ...sendingCommands,
    ...draftCommands,
    ...deadLetterCommands,
    ...readingCommands,
    ...passing,
  ],
  60,
)

/** Lives in which nearly everything is about money. */
export const moneyLives: fc.Arbitrary<Life> = lived([...moneyCommands, ...passing], 30)
