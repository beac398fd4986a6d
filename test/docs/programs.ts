import type { Block, Page } from './pages.ts'

/** TypeScript of a page that is a module of its own. */
export interface Program {
  /** Where it came from, for messages: `docs/guides/errors.md:12`. */
  readonly name: string
  /** File to write it to: its line numbers are those of the page. */
  readonly file: string
  readonly code: string
  readonly runs: boolean
}

/**
 * The programs of a page. What the words behind `ts` mean:
 *
 * - none: a part of the page's program, which all these blocks make together in their order. It runs.
 * - `alone`: a program of its own, which runs.
 * - `unrun`: type-checked by itself, and not run.
 */
export function programsOf(page: Page): Program[] {
  const blocks = page.blocks.filter(({ language }) => language === 'ts')
  const together = blocks.filter(({ words }) => words.length === 0)
  const single = blocks.filter(({ words }) => words.length > 0)
  return [
    ...(together.length === 0 ? [] : [program(page, together, true)]),
    ...single.map((block) => program(page, [block], isRun(page, block))),
  ]
}

function isRun({ path }: Page, { words, linesBefore }: Block): boolean {
  const [word, ...more] = words
  if (more.length === 0 && word === 'alone') return true
  if (more.length === 0 && word === 'unrun') return false
  throw new Error(`${path}:${linesBefore}: expected ts, ts alone or ts unrun`)
}

function program({ path }: Page, blocks: readonly Block[], runs: boolean): Program {
  const first = blocks[0]?.linesBefore ?? 0
  const lines: string[] = []
  for (const { code, linesBefore } of blocks) {
    while (lines.length < linesBefore) lines.push('')
    lines.push(...code.split('\n'))
  }
  return {
    name: `${path}:${first}`,
    file: `${path}.${first}.ts`,
    code: `${lines.join('\n')}\nexport {}\n`,
    runs,
  }
}

/** What a program is to print by its comments `// → …`, line by line; undefined if it has none. */
export function shownOutput({ code }: Program): string | undefined {
  const shown = [...code.matchAll(/\/\/ → ?(.*)$/gm)].map(([, line]) => line ?? '')
  return shown.length === 0 ? undefined : shown.join('\n')
}
