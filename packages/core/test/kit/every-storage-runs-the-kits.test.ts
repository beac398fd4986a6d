import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { kitsNotRun, type PackageTexts, runThrough, storagesIn } from './kits-run.ts'

const packagesFolder = join(import.meta.dirname, '../../..')

function readPackages(): PackageTexts[] {
  return globSync('*/package.json', { cwd: packagesFolder }).map((manifest) => {
    const folder = join(packagesFolder, manifest, '..')
    const { name, exports = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const sources = Object.values<{ source?: string }>(exports).flatMap(
      ({ source }) => source ?? [],
    )
    const tests = globSync('test/**/*.test.ts', { cwd: folder })
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
    return { name, entries: sources.map(read), tests: tests.map(read) }
  })
}

describe('the kits', () => {
  test('every storage that a package exports runs the storage kit and the shop kit', () => {
    expect(kitsNotRun(readPackages())).toEqual([])
  })

  test('the storages are seen', () => {
    const storages = readPackages().flatMap(({ name, entries }) =>
      storagesIn(entries).map((storage) => `${name} ${storage}`),
    )
    expect(storages.sort()).toEqual(
      expect.arrayContaining([
        '@langganan/adapters-kysely kyselyStorage',
        '@langganan/adapters-postgres postgresStorage',
        '@langganan/adapters-sqlite sqliteStorage',
        '@langganan/core memoryStorage',
      ]),
    )
    const seen = storages.map((storage) => storage.split(' ')[1])
    expect(Object.keys(runThrough).filter((storage) => !seen.includes(storage))).toEqual([])
  })
})

describe('a storage that does not run the kits is seen', () => {
  const entry = `export { type CloudOptions, cloudStorage } from './cloud-storage.ts'`
  const storageKit = `storageKit({ name: 'cloud', open: cloudStorage })`
  const shopKit = `shopKit({ name: 'cloud', open: () => cloudStorage({}) })`
  const cloud = (...tests: string[]): PackageTexts => ({ name: 'cloud', entries: [entry], tests })

  test.each<[what: string, tests: string[], missing: string[]]>([
    ['no tests', [], ['storageKit', 'shopKit']],
    ['one kit', [storageKit], ['shopKit']],
    ['the other kit', [shopKit], ['storageKit']],
    ['a kit in a comment', [storageKit, `// ${shopKit}\n/* ${shopKit} */`], ['shopKit']],
    ['a kit for another storage', [storageKit, `shopKit({ open: memoryStorage })`], ['shopKit']],
    ['a kit that is only imported', [storageKit, `import { shopKit } from 'x'`], ['shopKit']],
  ])('with %s', (_, tests, missing) => {
    const expected = missing.map((kit) => `cloud: cloudStorage does not run ${kit}`)
    expect(kitsNotRun([cloud(...tests)])).toEqual(expected)
  })

  test('and one that does is not', () => {
    expect(kitsNotRun([cloud(storageKit, shopKit)])).toEqual([])
    expect(kitsNotRun([cloud(`${storageKit}\n${shopKit}`)])).toEqual([])
  })

  test.each([
    [`export function cloudStorage(): Storage {}`],
    [`export async function cloudStorage() {}`],
    [`export const cloudStorage = () => {}`],
    [`export { something as cloudStorage } from './x.ts'`],
  ])('as %s', (text) => {
    expect(storagesIn([text])).toEqual(['cloudStorage'])
  })

  test.each([
    [`export type { Storage, FaultyStorage } from './x.ts'`],
    [`export { type cloudStorage } from './x.ts'`],
    [`export interface CloudStorage {}`],
  ])('but not %s', (text) => {
    expect(storagesIn([text])).toEqual([])
  })
})
