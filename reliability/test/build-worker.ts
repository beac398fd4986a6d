import { join } from 'node:path'
import { makeOneFile } from '../../tools/one-file.ts'

/** Makes the worker, once for all tests. */
export async function setup(): Promise<void> {
  const root = join(import.meta.dirname, '..')
  await makeOneFile(join(root, 'src/worker.ts'), join(root, 'node_modules/.cache/worker'))
}
