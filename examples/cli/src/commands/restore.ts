import { inspectBackup, restore } from '@langganan/core/backup'
import type { Command } from 'commander'
import { countsText } from '../backup/counts.ts'
import { readFile } from '../backup/read-file.ts'
import { printAnswer } from '../output/answer.ts'
import { databaseNamed } from '../session/database.ts'
import type { GlobalOptions } from '../session/global-options.ts'
import { openStorage } from '../session/open-storage.ts'
import { pathOf } from '../session/path-of.ts'

interface RestoreOptions extends GlobalOptions {
  readonly id?: string
}

export function defineRestore(command: Command): void {
  command
    .description(
      `Makes a shop again from a file that toko backup wrote, in a database that does not have it; a SQLite file
is made where there is none. The file is checked first, and nothing is kept of one that is damaged.`,
    )
    .argument('<file>', 'the file that toko backup wrote')
    .option('--id <id>', 'the id that the shop gets here; its own if absent')
    .addHelpText(
      'after',
      `
Examples:
  toko --db new.db restore kopi-senja.backup
  toko --db shop.db restore kopi-senja.backup --id kopi-latihan`,
    )
    .action(async (file: string, _options: RestoreOptions, self: Command) => {
      const options = self.optsWithGlobals<RestoreOptions>()
      const database = databaseNamed(options)
      const path = pathOf(file)
      // Read through before the database is touched: a file that is refused makes none.
      await inspectBackup(readFile(path))
      const storage = await openStorage(database)
      try {
        const as = options.id === undefined ? {} : { shopId: options.id }
        const { shopId, shop: original, takenAt, rows } = await restore(storage, readFile(path), as)
        const text = `The shop ${shopId} is restored: ${countsText(rows)}.`
        const json = { shop: shopId, original, takenAt, rows }
        printAnswer({ json, text }, options.json === true)
      } finally {
        await storage.close()
      }
    })
}
