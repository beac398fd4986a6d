import fc from 'fast-check'
import { deadLetterKinds, deadLetterOutcomes } from '../../../domain/dead-letters/rows.ts'
import { anyOf, calls, fields, made, type Weighted } from './draw.ts'

/** Few payloads, so that the same comes again. */
const letter = fields(
  {
    source: anyOf(['whatsapp', 'labels']),
    kind: anyOf(deadLetterKinds),
    reason: anyOf(['expected a list', 'INVALID_INPUT']),
    place: anyOf(['entry[0]', 'entry[1]', null]),
    payload: anyOf(['{"a":1}', '{"b":2}', '{"c":3}']),
  },
  'source',
  'kind',
  'reason',
  'payload',
)

const aLetter = made('letter', 4)

/** What could not be taken in, and what becomes of it. */
export const deadLetterCommands: readonly Weighted[] = [
  [2, calls('deadLetters.record', letter)],
  [1, calls('deadLetters.recordMany', fc.array(letter, { maxLength: 3 }))],
  [1, calls('deadLetters.settle', aLetter, anyOf(deadLetterOutcomes))],
  [1, calls('deadLetters.get', aLetter)],
  [1, calls('deadLetters.list')],
]
