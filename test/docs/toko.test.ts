/**
 * The command lines of the pages. Every ```` ```sh ```` block that calls `toko`, as `toko …` or as
 * `npx -y pnpm@12.21.0 toko …`, is run by bash, those of one page in one empty folder and in order.
 *
 * - A ```` ```text ```` or ```` ```json ```` block behind it is what it prints, errors included;
 *   `…` stands for anything. Without one, it may print what it likes.
 * - A block such as ```` ```csv orders.csv ```` is a file that lies in the folder.
 * - ```` ```sh unrun ```` is only read: what it needs, such as a server, is not there.
 * - A command line that fails ends its block, and the test, unless the page says what it expects
 *   (`|| echo "exit $?"`).
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tokoCache, tokoFile } from '../../examples/cli/test/support/toko.ts'
import { expectShown } from './output.ts'
import { type Block, type Page, pages } from './pages.ts'
import { run } from './run.ts'
import { makeScratch, place } from './scratch.ts'

const scratch = makeScratch()

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

const spelledOut = /npx -y pnpm@\S+ toko\b/g

const withToko = pages.filter(({ blocks }) => blocks.some(callsToko))

test.concurrent.each(withToko)('the command lines of $path', async (page) => {
  const cwd = join(scratch, 'shells', page.path)
  place(cwd, '.keep', '')
  for (const { words, code } of page.blocks.filter(isFile)) place(cwd, words[0] ?? '', `${code}\n`)
  for (const [i, block] of page.blocks.entries()) {
    if (!callsToko(block)) continue
    const ran = await shell(block.code.replaceAll(spelledOut, 'toko'), cwd)
    expect(ran.status, `${page.path}:${block.linesBefore}\n${ran.stdout}`).toBe(0)
    const shown = outputBehind(page, i)
    if (shown !== undefined) expectShown(ran.stdout, shown.code)
  }
})

function shell(commands: string, cwd: string) {
  const toko = `toko() { "${process.execPath}" "${tokoFile}" "$@"; }`
  const script = `set -euo pipefail\nexec 2>&1\n${toko}\n${commands}\n`
  const env = { NODE_COMPILE_CACHE: tokoCache }
  return run('bash', ['-c', script], { cwd, env })
}

function callsToko({ language, words, code }: Block): boolean {
  if (words.includes('unrun')) return false
  return language === 'sh' && /^(npx -y pnpm@\S+ )?toko\b/m.test(code)
}

function isFile({ language, words }: Block): boolean {
  return language === 'csv' && words.length === 1
}

/** The block of output that follows with nothing but empty lines between. */
function outputBehind({ text, blocks }: Page, i: number): Block | undefined {
  const [block, next] = [blocks[i], blocks[i + 1]]
  if (block === undefined || next === undefined) return undefined
  if (next.language !== 'text' && next.language !== 'json') return undefined
  const between = text.split('\n').slice(block.end, next.linesBefore - 1)
  return between.every((line) => line === '') ? next : undefined
}
