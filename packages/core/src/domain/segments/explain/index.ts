export { choiceInWords } from '../describe/choice-in-words.ts'
export type { Locale } from '../describe/languages.ts'
export { describe } from '../describe.ts'
export { explain } from '../explain.ts'
export { type NextChange, nextChange } from '../next-change.ts'
export type { Actual } from './actual.ts'
export type {
  ExplainedCount,
  ExplainedLeaf,
  ExplainedList,
  ExplainedNegation,
  ExplainedPart,
  Explanation,
} from './explanation.ts'
export { explainInWords } from './in-words.ts'
