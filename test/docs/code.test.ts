/**
 * The TypeScript of the pages: README.md, ARCHITECTURE.md, docs/ and the README of every package.
 *
 * - The ```` ```ts ```` blocks of a page make one program together, in their order: later ones use
 *   what earlier ones declared. It is type-checked and run in an empty folder.
 * - ```` ```ts alone ```` is a program of its own; ```` ```ts unrun ```` is only type-checked.
 * - A comment `// → text` says what the program prints; several of them, line by line, all that it
 *   prints, in order. `…` stands for anything. A program without such comments may print what it likes.
 *
 * Line numbers in messages are those of the page.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { expectShown } from './output.ts'
import { pages, root } from './pages.ts'
import { programsOf, shownOutput } from './programs.ts'
import { run } from './run.ts'
import { makeScratch, place } from './scratch.ts'

const scratch = makeScratch()
const programs = pages.flatMap(programsOf)
for (const { file, code } of programs) place(scratch, file, code)

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('there are pages with programs', () => {
  expect(programs.length).toBeGreaterThan(4)
})

test('every block begins at the left edge, where it is seen', () => {
  const indented = pages.filter(({ text }) => /^[\t >]+`{3}/m.test(text))
  expect(indented.map(({ path }) => path)).toEqual([])
})

describe.concurrent('code', () => {
  test('has the right types', async () => {
    place(scratch, 'tsconfig.json', JSON.stringify(tsconfig()))
    const compiler = join(root, 'node_modules/typescript7/bin/tsc')
    const { all } = await run(process.execPath, [compiler, '-p', scratch], { cwd: scratch })
    expect(all).toBe('')
  })

  test.each(programs.filter(({ runs }) => runs))('$name runs as it shows', async (program) => {
    const cwd = join(scratch, 'runs', program.file)
    mkdirSync(cwd, { recursive: true })
    const file = join(scratch, program.file)
    const env = { NODE_COMPILE_CACHE: join(scratch, 'compiled') }
    const ran = await run(process.execPath, ['--conditions=source', file], { cwd, env })
    expect(ran.status, ran.all).toBe(0)
    const shown = shownOutput(program)
    if (shown !== undefined) expectShown(ran.stdout, shown)
  })
})

function tsconfig() {
  return {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: { types: ['node'], isolatedDeclarations: false, noUnusedLocals: false },
    include: programs.map(({ file }) => file),
  }
}
