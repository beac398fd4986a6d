import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The name of a file in a new directory that goes when the test ends. */
export function temporaryFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'langganan-'))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }))
  return join(directory, 'shop.db')
}
