import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { violations } from '../tools/architecture/violations.ts'
import { readEntries, readSources } from '../tools/architecture/workspace.ts'

const root = join(import.meta.dirname, '..')

test('the workspace keeps its architecture', () => {
  const sources = readSources(root)
  expect(sources.length).toBeGreaterThan(8)
  expect(violations(sources, readEntries(root))).toEqual([])
})

const entries = {
  '@langganan/core': ['@langganan/core', '@langganan/core/memory'],
  '@langganan/adapters-kysely': ['@langganan/adapters-kysely'],
  '@langganan/adapters-sqlite': ['@langganan/adapters-sqlite'],
}

const core = (path: string) => `packages/core/src/${path}`

function rulesBroken(files: Record<string, string>): string[] {
  const sources = Object.entries(files).map(([path, text]) => ({ path, text }))
  return violations(sources, entries).map(({ rule, file, line }) => `${rule} ${file}:${line}`)
}

/** Each offence alone in a file, with the rule that must see it. */
const offences: [rule: string, path: string, text: string][] = [
  ['node', core('shop/a.ts'), `import { readFile } from 'node:fs'`],
  ['node', core('shop/a.ts'), `import type { Stats } from 'fs'`],
  ['node', core('shop/a.ts'), `export const load = () => import('node:os')`],
  ['node', core('shop/a.ts'), `export type Stats = import('node:fs').Stats`],
  ['node', core('shop/a.ts'), `export const env = process.env`],
  ['node', core('shop/a.ts'), `export const env = globalThis.process`],
  ['node', core('shop/a.ts'), `export const bytes = Buffer.from('a')`],
  ['node', core('shop/a.ts'), `export type Bytes = Buffer`],
  ['node', core('shop/a.ts'), `export const fs = require('./fs')`],
  ['node', core('shop/a.ts'), `declare const process: { pid: number }`],
  ['node', core('testing/a.ts'), `/// <reference types="node" />`],
  ['packages', core('shop/a.ts'), `import { x } from '@langganan/adapters-sqlite'`],
  ['packages', core('shop/a.ts'), `import { x } from '@langganan/core'`],
  ['packages', core('shop/a.ts'), `import { x } from '../../../adapters-sqlite/src/x.ts'`],
  ['rooms', core('domain/value/a.ts'), `import type { Clock } from '../../ports/clock.ts'`],
  ['rooms', core('domain/money/a.ts'), `import { x } from '../customers/x.ts'`],
  ['rooms', core('domain/error/a.ts'), `import { x } from '../money/x.ts'`],
  ['rooms', core('ports/a.ts'), `import { x } from '../shop/x.ts'`],
  ['rooms', core('shop/a.ts'), `import { x } from '../memory/x.ts'`],
  ['rooms', core('memory/a.ts'), `export { x } from '../shop/x.ts'`],
  ['rooms', core('memory/a.ts'), `import { x } from '../testing/x.ts'`],
  ['rooms', core('shop/a.ts'), `import { x } from '../index.ts'`],
  ['rooms', core('shop/a.ts'), `import { x } from '../simulator/x.ts'`],
  ['rooms', core('simulator/a.ts'), `import { x } from '../testing/x.ts'`],
  ['rooms', core('simulator/a.ts'), `import { x } from '../memory/x.ts'`],
  ['rooms', core('index.ts'), `export { x } from './testing/x.ts'`],
  ['rooms', core('helpers/a.ts'), `export const x = 1`],
  ['testTools', core('simulator/a.ts'), `import fc from 'fast-check'`],
  ['testTools', core('shop/a.ts'), `import type { Test } from 'vitest/node'`],
  ['testTools', 'packages/adapters-sqlite/src/a.ts', `import { test } from 'vitest'`],
  ['entries', core('memory/index.ts'), `export * from './storage.ts'`],
  ['entries', core('memory/index.ts'), `export * as all from './storage.ts'`],
  ['entries', core('memory/index.ts'), `export const x = 1`],
  ['entries', core('memory/storage.ts'), `export * from './rows.ts'`],
  ['packages', 'packages/adapters-kysely/src/a.ts', `import '@langganan/adapters-sqlite'`],
  ['packages', 'packages/whatsapp/src/a.ts', `import '@langganan/adapters-sqlite'`],
  ['packages', 'packages/adapters-sqlite/src/a.ts', `import '@langganan/adapters-postgres'`],
  ['packages', 'packages/adapters-sqlite/src/a.ts', `import '@langganan/core/src/index.ts'`],
  ['packages', 'packages/adapters-sqlite/src/a.ts', `import '../../core/src/index.ts'`],
  ['packages', 'packages/adapters-sqlite/test/a.test.ts', `import '../../core/src/index.ts'`],
  ['packages', 'packages/whatsapp/src/a.ts', `import '@langganan/adapters-kysely'`],
  ['packages', 'packages/unheard-of/src/a.ts', `import '@langganan/core'`],
  ['packages', 'examples/cli/src/a.ts', `import '@langganan/core/domain'`],
  ['packages', 'examples/cli/src/a.ts', `import '../../../packages/core/src/index.ts'`],
  ['packages', 'bench/src/a.ts', `import '../../packages/core/src/index.ts'`],
  ['pure', core('domain/value/a.ts'), `export const now = () => Date.now()`],
  ['pure', core('domain/value/a.ts'), `export const now = () => new Date()`],
  ['pure', core('domain/value/a.ts'), `export const now = () => new Date`],
  ['pure', core('domain/value/a.ts'), `export const now = () => Date()`],
  ['pure', core('domain/value/a.ts'), `export const chance = () => Math.random()`],
  ['pure', core('domain/value/a.ts'), `export const id = () => crypto.randomUUID()`],
  ['pure', core('domain/value/a.ts'), `export const id = () => globalThis.crypto.randomUUID()`],
  ['pure', core('domain/value/a.ts'), `export const zone = process.env['TZ']`],
  [
    'pure',
    core('domain/value/a.ts'),
    `export const later = (run: () => void) => setTimeout(run, 1)`,
  ],
]

describe('an offence is seen', () => {
  test.each(offences)('%s in %s: %s', (rule, path, text) => {
    expect(rulesBroken({ [path]: text })).toContain(`${rule} ${path}:1`)
  })

  test('a cycle of three files, also by types', () => {
    const broken = rulesBroken({
      [core('shop/a.ts')]: `import { b } from './b.ts'`,
      [core('shop/b.ts')]: `import type { C } from './c.ts'`,
      [core('shop/c.ts')]: `export { a } from './a.ts'`,
    })
    expect(broken).toEqual([`cycles ${core('shop/a.ts')}:1`])
  })

  test('phone metadata within reach of the light entry', () => {
    const broken = rulesBroken({
      [core('domain/segments/index.ts')]: `export { judge } from './judge.ts'`,
      [core('domain/segments/judge.ts')]: `import { parse } from '../phone/parse.ts'`,
      [core('domain/phone/parse.ts')]: `import parse from 'libphonenumber-js/max'`,
    })
    expect(broken).toEqual([`light ${core('domain/phone/parse.ts')}:1`])
  })

  test('at its line', () => {
    const text = `export const a = 1\n\nexport const now = () => Date.now()`
    expect(rulesBroken({ [core('domain/value/a.ts')]: text })).toEqual([
      `pure ${core('domain/value/a.ts')}:3`,
    ])
  })
})

/** Sources that come near an offence and are none. */
const innocent: [path: string, text: string][] = [
  [
    core('index.ts'),
    `export { openShop } from './shop/open-shop.ts'\nexport type { A } from './ports/a.ts'`,
  ],
  [
    core('domain/customers/a.ts'),
    `import { x } from '../money/x.ts'\nimport { y } from '../value/y.ts'`,
  ],
  [core('domain/money/a.ts'), `import { fail } from '../error/fail.ts'`],
  [core('shop/a.ts'), `import { x } from '../domain/x.ts'\nimport type { Y } from '../ports/y.ts'`],
  [core('testing/a.ts'), `import { x } from '../memory/x.ts'\nimport { y } from '../shop/y.ts'`],
  [core('testing/a.ts'), `import fc from 'fast-check'\nimport { test } from 'vitest'`],
  ['packages/adapters-sqlite/test/a.test.ts', `import { test } from 'vitest'`],
  ['packages/whatsapp/test/a.test.ts', `import '@langganan/adapters-sqlite'`],
  [core('domain/value/a.ts'), `export const at = (ms: number) => new Date(ms)`],
  [core('domain/value/a.ts'), `export const f = (process: { fetch: number }) => process.fetch`],
  [
    core('domain/value/a.ts'),
    `// Date.now() and process are only spoken of\nexport const s = 'Math.random()'`,
  ],
  [core('shop/a.ts'), `export const state = { process: 1, require: true }`],
  [
    'packages/adapters-sqlite/src/a.ts',
    `import '@langganan/adapters-kysely'\nimport 'node:sqlite'`,
  ],
  ['packages/adapters-kysely/src/a.ts', `import '@langganan/core/memory'\nimport 'kysely'`],
  [
    'examples/cli/src/a.ts',
    `import '@langganan/adapters-sqlite'\nimport './b.ts'\nimport 'node:fs'`,
  ],
]

test.each(innocent)('no offence is seen in %s: %s', (path, text) => {
  expect(rulesBroken({ [path]: text })).toEqual([])
})
