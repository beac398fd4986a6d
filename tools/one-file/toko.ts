import { join } from 'node:path'
import { makeOneFile } from './make-one-file.ts'

const cli = join(import.meta.dirname, '../../examples/cli')

/** Makes the program that the tests run, where `test/support/toko.ts` looks for it. */
export function setup(): Promise<void> {
  return makeOneFile(join(cli, 'src/main.js'), join(cli, 'node_modules/.cache/toko'))
}
