import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'
import type { Tarball } from './tarballs.ts'

const npmInstall = ['install', '--no-audit', '--no-fund', '--loglevel=error']

/** What a host brings along, and what the author of a storage brings to run the test kit. */
const companions = ['@types/node', 'fast-check', 'vitest']

/** Makes `folder` the project of somebody who knows the packages only as tarballs. */
export async function settle(root: string, folder: string, tarballs: Tarball[]): Promise<void> {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  write('package.json', json({ name: 'stranger', private: true, type: 'module' }))
  const wanted = companions.map((name) => `${name}@${catalogVersion(root, name)}`)
  await run('npm', [...npmInstall, ...tarballs.map(({ file }) => file), ...wanted], folder)

  write('every-entry.ts', everyEntry(folder, tarballs))
  write('kit.test.ts', readFileSync(join(import.meta.dirname, 'kit.template'), 'utf8'))
  const example = readmeExample(root)
  if (example !== undefined) write('readme.ts', example)
  for (const resolution of ['nodenext', 'bundler']) {
    write(
      `tsconfig.${resolution}.json`,
      tsconfig(resolution, ['every-entry.ts', 'readme.ts'], false),
    )
  }
  // The declarations of test runners are not ours to check.
  write('tsconfig.kit.json', tsconfig('nodenext', ['kit.test.ts'], true))
}

/** Installs another Node from npm and gives the path of its binary. */
export async function installNode(folder: string, version: string): Promise<string> {
  writeFileSync(join(folder, 'package.json'), json({ name: `node-${version}`, private: true }))
  await run('npm', [...npmInstall, `node@${version}`], folder)
  return join(folder, 'node_modules/node/bin/node')
}

/** The first example of the README, or nothing while there is no README. */
function readmeExample(root: string): string | undefined {
  const path = join(root, 'README.md')
  if (!existsSync(path)) return undefined
  const blocks = readFileSync(path, 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)
  const example = [...blocks].find(([, code]) => code?.includes("from '@langganan/core'"))?.[1]
  if (example === undefined)
    throw new Error('README.md has no ts block that imports @langganan/core')
  return example
}

function everyEntry(folder: string, tarballs: Tarball[]): string {
  const entries = tarballs.flatMap(({ name }) => {
    const manifest = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')
    return Object.keys(JSON.parse(manifest).exports)
      .filter((key) => key !== './package.json' && key !== './testing')
      .map((key) => name + key.slice(1))
  })
  const imports = entries.map((entry, i) => `import * as entry${i} from '${entry}'`)
  const shown = entries.map((entry, i) => `console.log('${entry}', Object.keys(entry${i}).length)`)
  return [...imports, ...shown, ''].join('\n')
}

function tsconfig(moduleResolution: string, include: string[], skipLibCheck: boolean): string {
  const module = moduleResolution === 'nodenext' ? 'nodenext' : 'preserve'
  const compilerOptions = {
    ...{ target: 'es2023', module, moduleResolution, types: ['node'] },
    ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck },
  }
  return json({ compilerOptions, include })
}

function catalogVersion(root: string, name: string): string {
  const catalog = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
  const version = new RegExp(`^ {2}'?${name}'?: (.+)$`, 'm').exec(catalog)?.[1]
  if (version === undefined) throw new Error(`${name} is not in the catalog`)
  return version
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
