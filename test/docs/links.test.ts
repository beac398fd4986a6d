/** Every relative link of a page leads to a file, and to a heading of it if it names one. */
import { existsSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { blocksOf, pages, root } from './pages.ts'

describe.each(pages)('$path', ({ path, text }) => {
  test('its links lead somewhere', () => {
    expect(linksOf(text).filter((link) => !leadsSomewhere(path, link))).toEqual([])
  })
})

test('every page under docs/ is linked from another', () => {
  const linked = new Set(
    pages.flatMap(({ path, text }) => linksOf(text).map((link) => targetOf(path, link).file)),
  )
  const alone = pages.map(({ path }) => path).filter((path) => path.startsWith('docs/'))
  expect(alone.filter((path) => !linked.has(path))).toEqual([])
})

function linksOf(text: string): string[] {
  const links = withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)
  return [...links].flatMap(([, link = '']) => (/^[a-z]+:/.test(link) ? [] : [link]))
}

function leadsSomewhere(from: string, link: string): boolean {
  const { file, heading } = targetOf(from, link)
  const path = join(root, file)
  if (!existsSync(path)) return false
  return heading === undefined || headingsOf(readFileSync(path, 'utf8')).includes(heading)
}

function targetOf(from: string, link: string): { file: string; heading: string | undefined } {
  const [path = '', heading] = link.split('#')
  const file = path === '' ? from : normalize(join(from, '..', path)).replaceAll('\\', '/')
  return { file: file.replace(/\/$/, ''), heading }
}

/** Headings as the names of their anchors. */
function headingsOf(text: string): string[] {
  return [...withoutBlocks(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )
}

function withoutBlocks(text: string): string {
  const lines = text.split('\n')
  for (const { linesBefore, end } of blocksOf(text)) lines.fill('', linesBefore - 1, end)
  return lines.join('\n')
}
