import { expect } from 'vitest'
import type { Dump } from '../../world/rows.ts'
import { named } from './named.ts'
import type { Played } from './trial.ts'
import type { State, Twin } from './twin.ts'

/** What a call may say of a storage that failed. */
const storageCodes = [
  'STORAGE_BUSY',
  'STORAGE_FAILED',
  'STORAGE_UNREACHABLE',
  'STORAGE_OUTCOME_UNKNOWN',
]

/**
 * The shop is as if the call had finished, or as if it had never begun; and the caller was told the
 * truth about it. Repeating the call then comes to what it comes to where nothing ever failed.
 */
export async function judge(played: Played, twin: Twin, where: string): Promise<void> {
  const { outcome, rows, before, heard, atCommit, passed, isUntouched } = played
  if (!isUntouched) expectAlike(rows, twin.once.rows, where)

  if (outcome.done) {
    expect(named(outcome), where).toBe(named(twin.once.outcome))
    expectAlike(rows, twin.once.rows, where)
    expect(heard, where).toBe(eventsIn(rows) - eventsIn(before))
    return
  }
  expect(passed.failed, where).toBe(true)
  expect(storageCodes, where).toContain(outcome.code)
  expect(heard, where).toBe(0)
  // Only of a commit may it be unknown, and of what may be done nothing else may be said.
  if (!isUntouched) expect(outcome.code, where).toBe('STORAGE_OUTCOME_UNKNOWN')
  if (outcome.code === 'STORAGE_OUTCOME_UNKNOWN') expect(atCommit, where).toBe(true)
  if (!atCommit) return
  expectState(await played.repeat(), isUntouched ? twin.once : twin.twice, `${where}, repeated`)
}

/**
 * A series of transactions may end between two of them: the shop is as after one of them, or as if the
 * call had never begun. What became of the rest is for the call itself to find out, and not repeated here.
 */
export async function judgeSeries(played: Played, twin: Twin, where: string): Promise<void> {
  const { outcome, rows, passed, isUntouched } = played
  const steps = twin.steps.map(named)
  if (!isUntouched && !steps.includes(named(rows))) expectAlike(rows, twin.once.rows, where)
  if (outcome.done) return expectAlike(rows, twin.once.rows, where)
  expect(passed.failed, where).toBe(true)
  expect(storageCodes, where).toContain(outcome.code)
}

function expectState(actual: State, expected: State, where: string): void {
  expectAlike(actual.rows, expected.rows, where)
  expect(named(actual.outcome), where).toBe(named(expected.outcome))
}

/** Compares table by table, so that a difference is shown with its table. */
function expectAlike(actual: Dump, expected: Dump, where: string): void {
  if (named(actual) === named(expected)) return
  for (const table of Object.keys(expected)) {
    const rows = JSON.parse(named(actual[table]))
    expect(rows, `${where}: rows of ${table}`).toEqual(JSON.parse(named(expected[table])))
  }
  expect(named(actual), where).toBe(named(expected))
}

function eventsIn(dump: Dump): number {
  return dump.events?.length ?? 0
}
