import { expect, test } from 'vitest'

/** Minutes behind UTC on New Year's Day, as JavaScript counts them. */
const offsets: ReadonlyMap<string | undefined, number> = new Map([
  ['UTC', 0],
  ['Asia/Jakarta', -420],
  ['Asia/Jayapura', -540],
  ['America/New_York', 300],
])

const asked = offsets.get(process.env.TZ)

test.skipIf(asked === undefined)('the machine stands in the zone that the run asks for', () => {
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(asked)
})
