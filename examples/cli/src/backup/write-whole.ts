import { existsSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { CliError } from '../errors/cli-error.ts'

/** What a file is made of, and how it is looked at before it gets its name. */
export interface WholeFile<T> {
  readonly chunks: AsyncIterable<Uint8Array>
  check(path: string): Promise<T>
}

/**
 * Writes a file that has its name only when it is whole, checked and on the disk; whoever else may
 * use the machine cannot read it. Answers its size and what the check came to.
 */
export async function writeWhole<T>(
  path: string,
  { chunks, check }: WholeFile<T>,
): Promise<{ readonly bytes: number; readonly checked: T }> {
  const unfinished = `${path}.part`
  try {
    const bytes = await write(unfinished, chunks)
    const checked = await check(unfinished)
    await rename(unfinished, path)
    await flush(dirname(path))
    return { bytes, checked }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** @throws CliError `FILE_EXISTS`, or `FILE_UNREADABLE` for a folder that is none. */
export function expectNew(path: string, isForced: boolean): void {
  if (!existsSync(dirname(path))) {
    throw new CliError(
      'FILE_UNREADABLE',
      'The folder of the file does not exist. Make it first, or name another.',
      'file',
    )
  }
  const known = statSync(path, { throwIfNoEntry: false })
  if (known === undefined || (isForced && known.isFile())) return
  throw new CliError(
    'FILE_EXISTS',
    known.isFile()
      ? 'The file exists already. Name another, or let it be replaced with --force.'
      : 'This is no file, so no backup can be written there. Name a file.',
    'file',
  )
}

async function write(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  await rm(path, { force: true })
  const file = await open(path, 'wx', 0o600)
  try {
    let bytes = 0
    for await (const chunk of chunks) {
      await file.writeFile(chunk)
      bytes += chunk.length
    }
    await file.sync()
    return bytes
  } finally {
    await file.close()
  }
}

/** The new name lies in the folder. */
async function flush(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
