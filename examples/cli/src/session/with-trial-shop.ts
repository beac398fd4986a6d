import type { Storage } from '@langganan/core/storage'
import type { Command } from 'commander'
import { type Answer, printAnswer } from '../output/answer.ts'
import { chooseShop } from './choose-shop.ts'
import type { GlobalOptions } from './global-options.ts'
import { openExisting } from './open-existing.ts'
import type { SqliteDriver } from './open-storage.ts'
import { type Session, sessionOn } from './session.ts'
import { trialStorage } from './trial-storage.ts'

/** Does the work on a copy of the shop that the global options name, and prints the answer; the shop is only read. */
export async function withTrialShop(
  command: Command,
  work: (session: Session) => Promise<Answer>,
  driver?: SqliteDriver,
): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>()
  const session = await sessionOn(await copyOf(options, driver), options)
  try {
    printAnswer(await work(session), options.json === true)
  } finally {
    await session.shop.close()
  }
}

async function copyOf(options: GlobalOptions, driver?: SqliteDriver): Promise<Storage> {
  const original = await openExisting(options, driver)
  try {
    return await trialStorage(original, chooseShop(await original.shopIds(), options.shop))
  } finally {
    await original.close()
  }
}
