import { openShop } from '@langganan/core'
import { memoryStorage } from '@langganan/core/memory'
import type { Command } from 'commander'
import { CliError } from '../errors/cli-error.ts'
import { parseAt } from '../input/at.ts'
import { printAnswer } from '../output/answer.ts'
import { atAhead } from '../session/asking-only.ts'
import { databaseNamed } from '../session/database.ts'
import type { GlobalOptions } from '../session/global-options.ts'
import { openStorage } from '../session/open-storage.ts'

interface InitOptions {
  readonly id: string
  readonly currency: string
  readonly timeZone: string
}

export function defineInit(command: Command): void {
  command
    .description(
      `Sets up a shop in a database; a SQLite file is made where there is none, a Postgres database is not, but its
tables are. Currency and time zone stay as they
are set up. Setting up the same shop again changes nothing.`,
    )
    .requiredOption('--id <id>', "the shop's id, such as kopi-senja")
    .requiredOption('--currency <code>', 'book currency, ISO 4217, such as IDR')
    .requiredOption('--time-zone <name>', 'IANA name, such as Asia/Jakarta')
    .addHelpText(
      'after',
      `
Example:
  toko --db shop.db init --id kopi-senja --currency IDR --time-zone Asia/Jakarta`,
    )
    .action(init)
}

async function init({ id, currency, timeZone }: InitOptions, command: Command): Promise<void> {
  const options = command.optsWithGlobals<GlobalOptions>()
  const database = databaseNamed(options)
  if (id.trim() === '') {
    throw new CliError('SHOP_ID_REQUIRED', 'The shop needs an id, such as --id kopi-senja.', 'id')
  }
  // Tried in memory first: a shop that is refused leaves no file behind.
  await openShop({ id, currency, timeZone, storage: memoryStorage() })
  const at = options.at === undefined ? Date.now() : parseAt(options.at, timeZone)
  if (at > Date.now()) throw atAhead()

  const storage = await openStorage(database)
  try {
    const isNew = !(await storage.shopIds()).includes(id)
    const shop = await openShop({ id, currency, timeZone, storage, clock: () => at, actor: 'toko' })
    const shown = { id: shop.id, currency: shop.currency, timeZone: shop.timeZone }
    const text = isNew
      ? `The shop ${id} is set up: amounts in ${shop.currency}, times in ${shop.timeZone}.`
      : `The shop ${id} was set up before; nothing changed.`
    printAnswer({ json: { ...shown, created: isNew }, text }, options.json === true)
  } finally {
    await storage.close()
  }
}
