import { type Lexicon, lexicon } from '../lexicon.ts'
import type { Phrase } from '../phrase.ts'
import { quote } from '../quote.ts'
import { readStep, writeStep } from '../times.ts'
import { readText } from '../values.ts'

const states: Lexicon<'open' | 'closesWithin'> = /* @__PURE__ */ lexicon({
  'is open': 'open',
  'closes within': 'closesWithin',
})

/** What people write of a window that is not open. */
const closed: Lexicon<true> = /* @__PURE__ */ lexicon({
  'is closed': true,
  'is not open': true,
  closed: true,
})

/** `window is open`, `window closes within 2 hours`, `window of "628111" is open`. */
export const windowPhrase: Phrase = {
  reads: {
    window(reader) {
      const numberAt = reader.at
      const businessNumber = reader.skip('of') ? readText(reader, 'a business number') : undefined
      const window = reader.keep(businessNumber === undefined ? {} : { businessNumber }, {
        businessNumber: numberAt,
      })
      const at = reader.at
      if (reader.find(closed)) reader.refuse(at, 'write not before it: not window is open.')
      const is = reader.one(states, '"of", "is open" or "closes within"')
      if (is === 'open') return reader.keep({ window, is }, { window: numberAt, is: at })
      const valueAt = reader.at
      const value = readStep(reader) ?? reader.expected('a number of minutes, hours or days')
      return reader.keep({ window, is, value }, { window: numberAt, is: at, value: valueAt })
    },
  },
  write(predicate) {
    if (!('window' in predicate)) return undefined
    const { businessNumber } = predicate.window
    const window = businessNumber === undefined ? 'window' : `window of ${quote(businessNumber)}`
    return predicate.is === 'open'
      ? `${window} is open`
      : `${window} closes within ${writeStep(predicate.value)}`
  },
}
