import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from './run.ts'
import { installNode, settle } from './stranger.ts'
import { packAll, type Tarball } from './tarballs.ts'

const root = join(import.meta.dirname, '../..')
const place = mkdtempSync(join(tmpdir(), 'langganan-packages-'))
const home = makeFolder('home')
const bin = (path: string) => join(root, 'node_modules', path)

/** Node 24 always; `LANGGANAN_NODES=22,26` adds others, from npm. */
const otherNodes = (process.env.LANGGANAN_NODES ?? '').split(',').filter(Boolean)
const nodes: Record<string, string> = { 24: bin('node/bin/node') }

let tarballs: Tarball[] = []

beforeAll(async () => {
  tarballs = await packAll(root, makeFolder('tarballs'))
  await settle(root, home, tarballs)
  for (const version of otherNodes) nodes[version] = await installNode(makeFolder(version), version)
}, 500_000)

afterAll(() => rmSync(place, { recursive: true, force: true }))

test('every publishable package is packed', () => {
  const names = tarballs.map(({ name }) => name).sort()
  expect(names).toContain('@langganan/core')
  expect(names).toContain('@langganan/adapters-sqlite')
  expect(names).toContain('@langganan/adapters-postgres')
  expect(names).toContain('@langganan/whatsapp')
})

test('a tarball holds what it builds, its manifest and its licence, and points nowhere else', async () => {
  for (const { file } of tarballs) {
    const paths = (await run('tar', ['-tzf', file], place)).trim().split('\n')
    const strange = paths.filter(
      (path) => !/^package\/(dist\/|package\.json$|README\.md$|LICENSE$)/.test(path),
    )
    expect(strange).toEqual([])
    expect(paths).toContain('package/LICENSE')
    const manifest = await run('tar', ['-xzOf', file, 'package/package.json'], place)
    expect(manifest).not.toMatch(/"source"|workspace:|catalog:|\/src\//)
  }
})

// What follows only waits for processes, of which several run at once.
test.concurrent('publint finds nothing', async () => {
  for (const { file } of tarballs) await run(bin('.bin/publint'), ['run', file, '--strict'], root)
})

test.concurrent('are the types wrong? no', async () => {
  for (const { file } of tarballs) {
    await run(bin('.bin/attw'), [file, '--profile', 'esm-only', '--no-emoji'], root)
  }
})

describe.concurrent.each(['typescript5', 'typescript', 'typescript7'])(
  'types under %s',
  (compiler) => {
    test.each(['nodenext', 'bundler', 'kit'])('%s', async (project) => {
      await run(nodes[24]!, [bin(`${compiler}/bin/tsc`), '-p', `tsconfig.${project}.json`], home)
    })
  },
)

describe.concurrent.each(['24', ...otherNodes])('under Node %s', (version) => {
  test('it is that Node', async () => {
    const found = await run(nodes[version]!, ['--version'], home)
    expect(found).toMatch(new RegExp(`^v${version}\\.`))
  })

  test('every entry loads', async () => {
    expect(await run(nodes[version]!, ['every-entry.ts'], home)).toContain('@langganan/core')
  })

  test('the example of the README runs', async ({ skip }) => {
    if (!existsSync(join(home, 'readme.ts'))) skip('there is no README.md')
    await run(nodes[version]!, [join(home, 'readme.ts')], makeFolder(`readme-${version}`))
  })

  test('the test kit runs', async () => {
    await run(
      nodes[version]!,
      ['node_modules/vitest/vitest.mjs', 'run', '--reporter=verbose'],
      home,
    )
  })
})

function makeFolder(name: string): string {
  const folder = join(place, name)
  mkdirSync(folder)
  return folder
}
