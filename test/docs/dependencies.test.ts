/** Every dependency of the workspace has its reason in docs/explanation/dependencies.md, and no other has. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages, root } from './pages.ts'

const manifests = globSync(
  ['package.json', '{packages,examples}/*/package.json', '{bench,reliability}/package.json'],
  {
    cwd: root,
  },
)
const depended = manifests.flatMap((path) => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, path), 'utf8'))
  return Object.keys({ ...dependencies, ...devDependencies })
})
const page = pages.find(({ path }) => path === 'docs/explanation/dependencies.md')?.text ?? ''

test('every dependency has its reason', () => {
  const [reasons = ''] = page.split('## What we wrote ourselves')
  const firstCells = [...reasons.matchAll(/^\| (`.+?) \|/gm)].map(([, cell]) => cell ?? '')
  const told = new Set(firstCells.flatMap((cell) => cell.match(/(?<=`)[^`, ]+(?=`)/g) ?? []))
  const others = depended.filter((name) => !name.startsWith('@langganan/'))
  expect([...told].sort()).toEqual([...new Set(others)].sort())
})
