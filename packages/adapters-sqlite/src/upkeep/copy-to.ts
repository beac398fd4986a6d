import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { LanggananError } from '@langganan/core/storage'
import type { Kysely } from 'kysely'
import { invalid } from '../check-options.ts'
import { integrityProblems } from './inspect.ts'
import { runOn } from './run-on.ts'

/**
 * Makes a copy of the whole database under a new name, of one instant, while others write. It has its
 * name only when it is complete, checked and on the disk.
 */
export async function copyTo(db: Kysely<unknown>, filename: string): Promise<void> {
  if (typeof filename !== 'string' || filename === '')
    throw invalid('filename', 'must be the path of a file, such as `copy.db`')
  if (existsSync(filename)) throw invalid('filename', 'is a file that exists: name a new one')
  if (!existsSync(dirname(filename)))
    throw invalid('filename', 'is in a folder that does not exist: make the folder first')
  const unfinished = `${filename}.part`
  await rm(unfinished, { force: true })
  try {
    await runOn(db, 'copying the database', async (run) => {
      // Not SQLite's backup API, which begins again whenever somebody else writes and so need not end.
      await run('vacuum into ?', [unfinished])
      await run('attach ? as langganan_copy', [unfinished])
      const problems = await integrityProblems(run, 'langganan_copy')
      await run('detach langganan_copy')
      if (problems.length > 0) throw damaged(problems)
    })
    await flush(unfinished)
    await rename(unfinished, filename)
    await flush(dirname(filename))
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** SQLite leaves what it copied to the operating system; and a new name lies in the folder. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function damaged(problems: readonly string[]): LanggananError {
  return new LanggananError(
    'STORAGE_FAILED',
    `The copy is damaged (${problems[0]}), and so the database or the disk is likely to be. The copy was not kept. Look at the database with inspect.`,
    { details: { problems } },
  )
}
