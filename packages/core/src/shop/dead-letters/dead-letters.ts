import type { DeadLetterOutcome } from '../../domain/dead-letters/rows.ts'
import { checkedBatch } from '../batch.ts'
import { readCursorByTime, writeCursor } from '../customers/cursor.ts'
import type { Page } from '../customers/list.ts'
import { referenceGiven } from '../input/arguments.ts'
import { checked } from '../input/checked.ts'
import {
  type DeadLetterInput,
  deadLetterInput,
  type ListDeadLettersInput,
  listDeadLettersInput,
  outcomeGiven,
} from '../input/dead-letter.ts'
import type { Runner } from '../runner.ts'
import type { UnitOfWork } from '../unit-of-work.ts'
import {
  type DeadLetter,
  deadLetterOf,
  deadLetterRow,
  type OpenedDeadLetter,
} from './dead-letter.ts'
import { recordDeadLetters } from './record.ts'
import { settleDeadLetter } from './settle.ts'

/** What came from outside and could not be taken in, kept until somebody settles it. */
export interface DeadLetters {
  /**
   * Keeps one. The same payload of the same source is one letter, however often it is delivered: `times`
   * counts. One that was settled stays settled.
   */
  record(input: DeadLetterInput): Promise<DeadLetter>
  /** Keeps up to 10,000 of one delivery, all or none. What it holds twice is counted once. */
  recordMany(inputs: readonly DeadLetterInput[]): Promise<readonly DeadLetter[]>
  /**
   * Those that are open, by when they were first received, the oldest first; without what they say.
   * @throws LanggananError `CURSOR_INVALID`
   */
  list(options?: ListDeadLettersInput): Promise<Page<DeadLetter>>
  /**
   * One with its payload, which is personal data.
   * @throws LanggananError `DEAD_LETTER_NOT_FOUND`
   */
  get(letter: string): Promise<OpenedDeadLetter>
  /**
   * Ends one, because it was taken in after all or is given up, and removes its payload for good. One that
   * was settled before stays as it was.
   * @throws LanggananError `DEAD_LETTER_NOT_FOUND`
   *
   * @example
   * ```ts
   * const { rows } = await shop.deadLetters.list()
   * for (const { id, reason } of rows) {
   *   if (reason === 'field flows') await shop.deadLetters.settle(id, 'discarded')
   * }
   * ```
   */
  settle(letter: string, outcome: DeadLetterOutcome): Promise<DeadLetter>
}

export function deadLettersOf({ read, alone }: Runner): DeadLetters {
  // They are nobody's who could be held, and two deliveries of one are counted one after the other.
  return {
    async record(input) {
      const given = checked(deadLetterInput, input)
      return alone(async (unit) => {
        const [row] = await recordDeadLetters(unit, [given])
        return deadLetterOf(await deadLetterRow(unit, row?.id))
      })
    },
    async recordMany(inputs) {
      const given = checkedBatch(inputs, () => deadLetterInput)
      return alone(async (unit) => (await recordDeadLetters(unit, given)).map(deadLetterOf))
    },
    async list(options = {}) {
      const given = checked(listDeadLettersInput, options)
      return read((unit) => listDeadLetters(unit, given))
    },
    async get(letter) {
      const id = referenceGiven('letter', letter)
      return read(async (unit) => {
        const row = await deadLetterRow(unit, id)
        return { ...deadLetterOf(row), payload: row.payload }
      })
    },
    async settle(letter, outcome) {
      const id = referenceGiven('letter', letter)
      const how = outcomeGiven(outcome)
      return alone(async (unit) => deadLetterOf(await settleDeadLetter(unit, id, how)))
    },
  }
}

async function listDeadLetters(
  { tx }: UnitOfWork,
  { settled = false, limit = 50, after }: ListDeadLettersInput,
): Promise<Page<DeadLetter>> {
  const state = settled ? 'settled' : 'open'
  const list = `${state} dead letters`
  const behind = after === undefined ? null : readCursorByTime(list, after)
  const rows = await tx.report('deadLetters', { state, behind, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next =
    rows.length > limit && last !== undefined
      ? writeCursor(list, { id: last.id, value: last.settledAt ?? last.receivedAt })
      : null
  return { rows: page.map(deadLetterOf), next }
}
