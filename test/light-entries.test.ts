/**
 * The entries of the segment language are light and run anywhere: what a page loads that imports all
 * of one, minified and compressed, keeps within its budget, holds nothing of Node and no metadata of
 * phone numbers, and works in a world that has nothing but the language.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'tsup'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const sources = join(import.meta.dirname, '../packages/core/src/domain/segments')
const bundles = mkdtempSync(join(tmpdir(), 'langganan-light-'))

interface LightEntry {
  readonly entry: string
  /** Bytes of gzip. */
  readonly budget: number
  /** JavaScript that uses it, as `entry`, and comes to `true`. */
  readonly use: string
}

const catalogue = `{ currency: 'IDR', scale: 0, timeZone: 'Asia/Jakarta', attributes: [], groups: [],
  tags: [], categories: [], labels: [], segments: [] }`
const rich = `{ field: 'ltv', is: '>=', value: 5 }`
const context = `{ ...${catalogue}, now: 1772593200000 }`

const entries: readonly LightEntry[] = [
  {
    entry: 'index',
    budget: 25_000,
    use: `entry.compile(entry.check(entry.all(entry.field('ltv').atLeast(5),
      entry.field('city').is('BANDUNG'), entry.field('firstPurchase').in({ this: 'month' })),
      ${catalogue}), 'Asia/Jakarta')({ customer: { cityFold: 'bandung' },
      facts: { ltv: 5, firstPurchaseAt: 1772593200000 } }, 1772593200000)`,
  },
  {
    entry: 'text/index',
    // Amounts and words as they are written elsewhere are recognised, to name what is meant.
    budget: 25_500,
    use: `entry.print(entry.parse('ltv >= 5', ${catalogue}), ${catalogue}) === 'ltv >= 5'`,
  },
  {
    entry: 'columnar/index',
    budget: 7_500,
    use: `entry.columnarPopulation([]) !== undefined`,
  },
  {
    entry: 'explain/index',
    // Sentences say when a time may lie ahead, and of several values that none passes.
    budget: 29_000,
    use: `entry.describe(${rich}, ${catalogue}, 'en').includes('5')`,
  },
  {
    entry: 'changes/index',
    // What may be taken out of a field of several values is tried out too.
    budget: 43_000,
    use: `entry.describeChange({ kind: 'wait', until: 1772593200000 }, ${catalogue}, 'en') !== ''`,
  },
  {
    entry: 'algebra/index',
    // A contradiction about one field is told in words; events and windows are held against each other.
    budget: 59_500,
    use: `entry.isEmpty({ all: [${rich}, { not: ${rich} }] }, ${context}).answer === 'yes'`,
  },
]

beforeAll(async () => {
  await build({
    entry: Object.fromEntries(
      entries.map(({ entry }) => [entry.replace('/', '-'), join(sources, `${entry}.ts`)]),
    ),
    outDir: bundles,
    config: false,
    silent: true,
    // A page loads modules; here a script is what can be run in another world.
    format: ['esm', 'iife'],
    globalName: 'entry',
    platform: 'browser',
    target: 'es2023',
    minify: true,
    splitting: false,
    metafile: true,
    noExternal: [/./],
    esbuildOptions(options) {
      options.conditions = ['source']
    },
  })
})

afterAll(() => rmSync(bundles, { recursive: true, force: true }))

function bundleOf(entry: string, format: 'js' | 'global.js'): string {
  return readFileSync(join(bundles, `${entry.replace('/', '-')}.${format}`), 'utf8')
}

describe.each(entries)('segments/$entry', ({ entry, budget, use }) => {
  test('keeps within its budget', () => {
    const size = gzipSync(bundleOf(entry, 'js'), { level: 9 }).length
    process.stdout.write(`segments/${entry}: ${size} bytes of gzip, budget ${budget}\n`)
    expect(size).toBeLessThanOrEqual(budget)
    // A budget far above the size would let it grow unseen.
    expect(size).toBeGreaterThan(budget * 0.9)
  })

  test('runs where there is nothing but the language', () => {
    const world = createContext({}, { codeGeneration: { strings: false, wasm: false } })
    new Script(bundleOf(entry, 'global.js')).runInContext(world)
    expect(new Script(use).runInContext(world)).toBe(true)
  })
})

test('nothing of Node, no phone metadata and no schema library is bundled', () => {
  const metafile: unknown = JSON.parse(readFileSync(join(bundles, 'metafile-esm.json'), 'utf8'))
  const inputs =
    typeof metafile === 'object' && metafile !== null && 'inputs' in metafile
      ? Object.keys({ ...Object(metafile.inputs) })
      : []
  expect(inputs.length).toBeGreaterThan(100)
  expect(inputs.filter((path) => /node:|libphonenumber|\/zod\/|\/mitt\//.test(path))).toEqual([])
})
