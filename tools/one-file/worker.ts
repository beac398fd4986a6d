import { join } from 'node:path'
import { makeOneFile } from './make-one-file.ts'

const reliability = join(import.meta.dirname, '../../reliability')

/** Makes the worker that the tests start and kill, where `worker-process.ts` looks for it. */
export function setup(): Promise<void> {
  return makeOneFile(
    join(reliability, 'src/worker.ts'),
    join(reliability, 'node_modules/.cache/worker'),
  )
}
