import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** A new directory, which is gone after the file's tests. Ask before opening what lies in it. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'langganan-express-'))
  afterAll(() => rmSync(directory, { recursive: true }))
  return directory
}
