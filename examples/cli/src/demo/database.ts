import { existsSync, rmSync } from 'node:fs'
import { CliError } from '../errors/cli-error.ts'
import { pathOf } from '../session/path-of.ts'

const usual = 'demo.db'

/** Where the demo writes: `demo.db`, anew each time, or a file that is not there yet. */
export function demoDatabase(given: string | undefined): {
  readonly name: string
  readonly path: string
} {
  const name = given ?? usual
  const path = pathOf(name)
  if (given !== undefined && existsSync(path)) {
    throw new CliError(
      'USAGE',
      'The file is there already. Name a new one, or none for demo.db.',
      'file',
    )
  }
  for (const end of ['', '-journal', '-shm', '-wal']) rmSync(path + end, { force: true })
  return { name, path }
}
