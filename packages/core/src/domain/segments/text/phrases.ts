import type { Phrase } from './phrase.ts'
import { eventsPhrase } from './phrases/events.ts'
import { fieldPhrase } from './phrases/fields.ts'
import { memberPhrase } from './phrases/members.ts'
import { samplePhrase } from './phrases/sample.ts'
import { scoresPhrase } from './phrases/scores.ts'
import { standingPhrase } from './phrases/standing.ts'
import { windowPhrase } from './phrases/window.ts'

/** Every kind of predicate that has no others inside it; of the same words the later ones hold. */
export const phrases: readonly Phrase[] = [
  fieldPhrase,
  eventsPhrase,
  memberPhrase,
  windowPhrase,
  standingPhrase,
  scoresPhrase,
  samplePhrase,
]
