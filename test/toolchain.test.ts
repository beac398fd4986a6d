import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const node = join(root, 'node_modules/node/bin/node')

test.each([
  ['typescript', /^Version 6\.0\./],
  ['typescript7', /^Version 7\.0\./],
])('%s is the compiler it is taken for', (name, version) => {
  const compiler = join(root, 'node_modules', name, 'bin/tsc')
  expect(execFileSync(node, [compiler, '--version'], { encoding: 'utf8' })).toMatch(version)
})

test('scripts run on the Node that the workspace names', () => {
  const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  const version = /^nodeVersion: (.+)$/m.exec(workspace)?.[1]
  expect(execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()).toBe(`v${version}`)
  expect(process.version).toBe(`v${version}`)
})

test('`pnpm toko` passes its arguments on and prints nothing of its own', () => {
  const args = ['--no-such-option', 'with space', '--json']
  const direct = run(node, ['--conditions=source', 'examples/cli/src/main.js', ...args])
  const scripted = run('npx', ['-y', 'pnpm@12.21.0', 'toko', ...args])
  expect({ ...scripted, stderr: withoutNpm(scripted.stderr) }).toEqual(direct)
})

describe.each(globSync('packages/*/package.json', { cwd: root }))('%s', (path) => {
  const { exports, publishConfig } = JSON.parse(readFileSync(join(root, path), 'utf8'))

  test('publishes its entries without the source condition', () => {
    const published = Object.entries<Record<string, string> | string>(exports).map(
      ([entry, target]) => {
        if (typeof target === 'string') return [entry, target]
        const { source: _, ...rest } = target
        return [entry, rest]
      },
    )
    expect(publishConfig.exports).toEqual(Object.fromEntries(published))
  })
})

function run(command: string, args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  return { status, stdout, stderr }
}

/** npm, which starts pnpm here, may warn about the user's own settings. */
function withoutNpm(text: string): string {
  return text.replace(/^npm (warn|notice).*\n/gm, '')
}
