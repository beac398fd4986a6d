import { digitsOf } from '../numbers.ts'
import type { Phrase } from '../phrase.ts'
import { quote } from '../quote.ts'
import { readText } from '../values.ts'

/** `sample 10% seed "ab-1"`. */
export const samplePhrase: Phrase = {
  reads: {
    sample(reader) {
      const at = reader.at
      const percent = reader.take('number') ?? reader.expected('a percentage such as 10%')
      reader.need('%')
      reader.need('seed')
      const seedAt = reader.at
      const seed = readText(reader)
      const json = { sample: Number(digitsOf(percent)), seed }
      return reader.keep(json, { sample: at, seed: seedAt })
    },
  },
  write(predicate) {
    if (!('sample' in predicate)) return undefined
    return `sample ${predicate.sample}% seed ${quote(predicate.seed)}`
  },
}
