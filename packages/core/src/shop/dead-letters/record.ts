import { fingerprint } from '../../domain/change/fingerprint.ts'
import type { DeadLetterRow } from '../../domain/dead-letters/rows.ts'
import type { DeadLetterInput } from '../input/dead-letter.ts'
import type { UnitOfWork } from '../unit-of-work.ts'

/**
 * Keeps what could not be taken in of one delivery, each thing once; of what is there several times, the
 * last. What was settled before stays so, and is counted.
 *
 * @returns a row for each thing given, in their order
 */
export async function recordDeadLetters(
  unit: UnitOfWork,
  given: readonly DeadLetterInput[],
): Promise<readonly DeadLetterRow[]> {
  const letters = new Map(given.map((letter) => [fingerprintOf(letter), letter]))
  const found = await unit.tx.find(
    'deadLetters',
    'byFingerprint',
    [...letters.keys()].map((print) => [print]),
  )
  const known = new Map(found.map((row) => [row.fingerprint, row]))
  const into = unit.draft()
  const rows = new Map<string, DeadLetterRow>()
  for (const [print, letter] of letters) {
    const before = known.get(print)
    const row = before === undefined ? begun(letter, print, unit) : again(before, letter, unit)
    rows.set(print, row)
    if (before !== undefined) into.put('deadLetters', row)
    else {
      into.insert('deadLetters', row)
      into.event('deadLetter.recorded', { letter: row.id })
    }
  }
  await unit.write(into)
  return given.flatMap((letter) => rows.get(fingerprintOf(letter)) ?? [])
}

function fingerprintOf({ source, payload }: DeadLetterInput): string {
  return fingerprint([source, payload])
}

function begun(
  { source, kind, reason, place = null, payload }: DeadLetterInput,
  print: string,
  { stamp }: UnitOfWork,
): DeadLetterRow {
  return {
    id: stamp.newId(),
    source,
    kind,
    reason,
    place,
    fingerprint: print,
    receivedAt: stamp.now,
    lastReceivedAt: stamp.now,
    times: 1,
    payload,
    openSince: stamp.now,
    settledAt: null,
    outcome: null,
  }
}

/** Delivered again: why it is dead is what was said of it last. */
function again(
  row: DeadLetterRow,
  { kind, reason, place = null }: DeadLetterInput,
  { stamp }: UnitOfWork,
): DeadLetterRow {
  const delivered = { ...row, times: row.times + 1, lastReceivedAt: stamp.now }
  return row.settledAt === null ? { ...delivered, kind, reason, place } : delivered
}
