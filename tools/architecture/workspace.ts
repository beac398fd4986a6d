import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Entries } from './packages.ts'
import type { SourceText } from './source.ts'

const patterns = [
  'packages/*/{src,test}/**/*.ts',
  'examples/*/{src,test}/**/*.ts',
  '{bench,reliability}/**/*.ts',
]

/** All TypeScript files of the packages, examples and bench below `root`. */
export function readSources(root: string): SourceText[] {
  return globSync(patterns, { cwd: root, exclude: ['**/node_modules/**', '**/dist/**'] })
    .map((path) => path.split(sep).join('/'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** The published entries of each package, read from its `publishConfig.exports`. */
export function readEntries(root: string): Entries {
  const manifests = globSync('packages/*/package.json', { cwd: root })
  return Object.fromEntries(manifests.map((path) => entriesOf(join(root, path))))
}

function entriesOf(path: string): [string, string[]] {
  const { name, publishConfig } = JSON.parse(readFileSync(path, 'utf8')) as {
    name: string
    publishConfig: { exports: Record<string, unknown> }
  }
  return [name, Object.keys(publishConfig.exports).map((key) => name + key.slice(1))]
}
