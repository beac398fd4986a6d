import { backUp, inspectBackup } from '@langganan/core/backup'
import type { Command } from 'commander'
import { countsText } from '../backup/counts.ts'
import { readFile } from '../backup/read-file.ts'
import { expectNew, writeWhole } from '../backup/write-whole.ts'
import { printAnswer } from '../output/answer.ts'
import { chooseShop } from '../session/choose-shop.ts'
import type { GlobalOptions } from '../session/global-options.ts'
import { openExisting } from '../session/open-existing.ts'
import { pathOf } from '../session/path-of.ts'

interface BackupOptions extends GlobalOptions {
  readonly force?: true
}

export function defineBackup(command: Command): void {
  command
    .description(
      `Writes the whole of a shop into one file, from which toko restore makes it again, in this database or
another. Others may go on working meanwhile. The file is read back and checked before it gets its name. It holds
all personal data of the shop: keep it where nobody else can read it.`,
    )
    .argument('<file>', 'the file to write, such as kopi-senja.backup')
    .option('--force', 'replace the file if it exists')
    .addHelpText(
      'after',
      `
Example:
  toko --db shop.db backup kopi-senja.backup`,
    )
    .action(async (file: string, _options: BackupOptions, self: Command) => {
      const options = self.optsWithGlobals<BackupOptions>()
      const path = pathOf(file)
      expectNew(path, options.force === true)
      const storage = await openExisting(options)
      try {
        const shop = chooseShop(await storage.shopIds(), options.shop)
        const { bytes, checked } = await writeWhole(path, {
          chunks: backUp(storage, shop),
          check: (unfinished) => inspectBackup(readFile(unfinished)),
        })
        const { takenAt, rows } = checked
        const text = `The shop ${shop} is backed up: ${countsText(rows)}.`
        printAnswer({ json: { shop, takenAt, bytes, rows }, text }, options.json === true)
      } finally {
        await storage.close()
      }
    })
}
