import { textProblem } from '../../../text/clean.ts'
import type { TextFilter } from '../../predicate.ts'

/**
 * A text that passes a filter and that the shop takes; null where there is no filter, undefined where
 * no such text is known.
 *
 * @param choices the words that there are, where the list is closed
 */
export function satisfying(
  filter: TextFilter | undefined,
  longest: number,
  choices?: readonly string[],
): string | null | undefined {
  if (filter === undefined) return null
  const texts = textsOf(filter)
  if (choices === undefined) return texts.find((text) => isTaken(text, longest))
  return choices.find((choice) => texts.includes(choice))
}

/** Whether the shop takes a text as it is. */
export function isTaken(text: string, longest: number): boolean {
  return (
    text !== '' && text.trim() === text && text.length <= longest && textProblem(text) === undefined
  )
}

function textsOf(filter: TextFilter): readonly string[] {
  if (typeof filter === 'string') return [filter]
  if ('in' in filter) return filter.in
  if ('contains' in filter) return [filter.contains]
  if ('startsWith' in filter) return [filter.startsWith]
  return ['endsWith' in filter ? filter.endsWith : filter.exactly]
}
