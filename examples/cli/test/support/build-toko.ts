import { join } from 'node:path'
import { makeOneFile } from '../../../../tools/one-file.ts'

/** Where the tests that start the program as a process find it in one file. */
export const tokoFile = join(import.meta.dirname, '../../node_modules/.cache/toko/main.js')

/** Where Node keeps what it compiled of it, for the next process. */
export const tokoCache = join(tokoFile, '../compiled')

/** Makes it, once for all tests. */
export async function setup(): Promise<void> {
  const entry = join(import.meta.dirname, '../../src/main.js')
  await makeOneFile(entry, join(tokoFile, '..'))
}
