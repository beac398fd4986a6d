import type { Phrase } from '../phrase.ts'
import { readTested } from '../read-test.ts'
import { readStep, writeStep } from '../times.ts'
import { writeTest } from '../write-test.ts'

const number = { type: 'number' } as const

/** `expected purchases(90 days) >= 2`. */
export const scoresPhrase: Phrase = {
  reads: {
    'expected purchases'(reader, at) {
      reader.need('(')
      const expectedPurchases =
        readStep(reader) ?? reader.expected('a number of days such as 90 days')
      reader.need(')')
      return readTested(reader, { expectedPurchases }, { expectedPurchases: at }, number)
    },
  },
  write(predicate, catalogue) {
    if (!('expectedPurchases' in predicate)) return undefined
    const horizon = writeStep(predicate.expectedPurchases)
    return [`expected purchases(${horizon}) `, writeTest(predicate, number, catalogue)]
  },
}
