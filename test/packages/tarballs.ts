import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'

const pnpm = ['-y', 'pnpm@12.21.0', '--reporter=append-only']

/** A publishable package of the workspace, packed. */
export interface Tarball {
  name: string
  file: string
}

/** Builds every publishable package and packs it into `folder`. */
export async function packAll(root: string, folder: string): Promise<Tarball[]> {
  await run('npx', [...pnpm, '--recursive', '--parallel', 'run', 'build'], root)
  const packing = globSync('packages/*/package.json', { cwd: root }).map(async (path) => {
    const home = join(root, path, '..')
    const { name, version } = JSON.parse(readFileSync(join(root, path), 'utf8'))
    await run('npx', [...pnpm, 'pack', '--pack-destination', folder], home)
    const file = join(folder, `${name.slice(1).replace('/', '-')}-${version}.tgz`)
    return { name, file }
  })
  return Promise.all(packing)
}
