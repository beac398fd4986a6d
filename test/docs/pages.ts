import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root: string = join(import.meta.dirname, '../..')

/** A page for people, and its fenced blocks. */
export interface Page {
  /** From the root of the workspace, with `/`. */
  readonly path: string
  readonly text: string
  readonly blocks: readonly Block[]
}

export interface Block {
  /** `ts` in ```` ```ts alone ````. */
  readonly language: string
  /** What stands behind the language: `['alone']`. */
  readonly words: readonly string[]
  readonly code: string
  /** Lines of the page before the code, fence included. */
  readonly linesBefore: number
  /** Lines of the page up to the closing fence, that line included. */
  readonly end: number
}

const written = [
  '*.md',
  'docs/**/*.md',
  'packages/*/README.md',
  'examples/*/README.md',
  'bench/README.md',
]

/** Every page of the workspace but the generated reference. */
export const pages: readonly Page[] = globSync(written, {
  cwd: root,
  exclude: ['docs/reference/**'],
})
  .map((path) => path.replaceAll('\\', '/'))
  .sort()
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, blocks: blocksOf(text) }
  })

/** The fenced blocks of a Markdown text, in order. Fences begin at the left edge. */
export function blocksOf(text: string): Block[] {
  const lines = text.split('\n')
  const blocks: Block[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const [, fence, info] = /^(`{3,})(.*)$/.exec(lines[i] ?? '') ?? []
    if (fence === undefined) continue
    const from = i + 1
    while (i + 1 < lines.length && lines[i + 1] !== fence) i += 1
    const [language = '', ...words] = (info ?? '').trim().split(/\s+/)
    const code = lines.slice(from, i + 1).join('\n')
    i += 1
    blocks.push({ language, words, code, linesBefore: from, end: i + 1 })
  }
  return blocks
}
