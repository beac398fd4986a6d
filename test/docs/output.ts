import { expect } from 'vitest'

/**
 * Expects an output to be what a page shows, line by line. Spaces at the ends of lines and runs of
 * them do not count; `…` stands for anything within its line.
 */
export function expectShown(actual: string, shown: string): void {
  const wanted = linesOf(shown)
  // A line that fits counts as the one that is shown, so that a failure tells of others only.
  const found = linesOf(actual).map((line, i) => (fits(line, wanted[i] ?? '') ? wanted[i] : line))
  expect(found.join('\n')).toBe(wanted.join('\n'))
}

function linesOf(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
}

function fits(line: string, shown: string): boolean {
  const parts = shown.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(line)
}
