import type { Command } from 'commander'
import { type Answer, printAnswer } from '../output/answer.ts'
import type { GlobalOptions } from './global-options.ts'
import type { SqliteDriver } from './open-storage.ts'
import { openSession, type Session } from './session.ts'

/** Opens the shop that the global options name, does the work, closes it and prints the answer. */
export async function withShop(
  command: Command,
  work: (session: Session) => Promise<Answer>,
  driver?: SqliteDriver,
): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>()
  const session = await openSession(options, driver)
  try {
    printAnswer(await work(session), options.json === true)
  } finally {
    await session.shop.close()
  }
}
