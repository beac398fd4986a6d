import { oneLine } from '../output/one-line.ts'
import type { Problem } from './staged-line.ts'

/** What is wrong with a row: what was expected, what was found, and of which order it is. */
export function problemText(problem: Problem): string {
  return [problem.message, foundText(problem)].filter((text) => text !== '').join(' ')
}

/** What was found instead. Messages that begin with an order say of which it is. */
function foundText({ message, cell, order }: Problem): string {
  if (order !== null && message.startsWith(`Order ${order}`)) return ''
  const shown = order === null ? '' : oneLine(order)
  if (cell !== null) return `Found "${oneLine(cell)}"${shown === '' ? '' : ` in order ${shown}`}.`
  return shown === '' ? '' : `It is order ${shown}.`
}
