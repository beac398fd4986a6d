import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'langganan-bench-'))
let files = 0

/** A file name of its own that nothing exists at. */
export function scratchFile(): string {
  files += 1
  return join(folder, `${files}.db`)
}

export function removeScratch(): void {
  rmSync(folder, { recursive: true, force: true })
}
