import { join } from 'node:path'
import { vi } from 'vitest'
import { run } from '../../src/run.ts'
import type { Ran } from './toko.ts'

/** Runs the program inside the test's own process, which is quicker by the start of one. */
export async function runHere(
  args: readonly string[],
  cwd: string,
  db: string = join(cwd, 'shop.db'),
): Promise<Ran> {
  vi.stubEnv('TOKO_DB', db)
  vi.stubEnv('INIT_CWD', cwd)
  const out = capture(process.stdout)
  const err = capture(process.stderr)
  try {
    const code = await run(args)
    return { code, stdout: out.text(), stderr: err.text() }
  } finally {
    out.end()
    err.end()
    vi.unstubAllEnvs()
  }
}

function capture(stream: NodeJS.WriteStream) {
  const chunks: string[] = []
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk))
    return true
  })
  return { text: () => chunks.join(''), end: () => spy.mockRestore() }
}
