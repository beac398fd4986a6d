import { type Command, Option } from 'commander'
import { encodings } from '../csv/decode.ts'
import { CliError } from '../errors/cli-error.ts'
import { importFile } from '../import/import-file.ts'
import type { ImportOptions } from '../import/import-options.ts'
import { noProgress, progressBars } from '../import/progress.ts'
import { dateFormats } from '../input/time-text.ts'
import type { GlobalOptions } from '../session/global-options.ts'
import { pathOf } from '../session/path-of.ts'
import { withShop } from '../session/with-shop.ts'
import { importAnswer } from './import-answer.ts'

export function defineImport(command: Command): void {
  const orders = command
    .command('orders')
    .summary('import a CSV file of order lines')
    .description(
      `Imports a CSV file with one row for each line of an order, plain or as .csv.gz.

Options name the columns. The rows of an order may lie anywhere in the file; its time is the earliest
of them. An order whose quantities are all negative is a credit note, refunded in full. Nothing is
recorded before the whole file was read and found right, and the same file can be imported again.`,
    )
    .argument('<file>', 'the CSV file; its first row names the columns')

  orders
    .optionsGroup('Columns:')
    .requiredOption('--order <column>', "the shop's number of the order")
    .requiredOption('--product <column>', 'product code or name')
    .requiredOption('--quantity <column>', 'pieces; below 0 for goods that came back')
    .requiredOption(
      '--date <column>',
      "when it was ordered, in the shop's time zone unless it says otherwise",
    )
    .requiredOption('--customer <column>', "the shop's number of the customer")
    .option('--price <column>', 'price of one piece')
    .option('--total <column>', 'total of the line, where it is not quantity × price')
    .option('--name <column>', "the customer's name; the customer's number stands in for it")
    .option('--phone <column>', "the customer's phone, in any form")
    .option('--email <column>', "the customer's e-mail address")
    .option('--city <column>', "the customer's city")
    .option('--country <column>', "the customer's country")
    .option('--category <column>', 'category of the product')
    .option('--colour <column>', 'colour of the product')
    .option('--size <column>', 'size of the product')
    .option('--paid <column>', 'what the order was paid: an amount, yes or no; in full without it')
    .option('--currency <column>', "currency of the order, where it is not the shop's")
    .option('--rate <column>', "what one unit of that currency is in the shop's")
  orders
    .optionsGroup('Form of the file:')
    .addOption(
      new Option('--delimiter <sign>', 'between cells')
        .choices([',', ';', '|', 'tab'])
        .default(','),
    )
    .addOption(
      new Option('--encoding <name>', 'UTF-8, or as the byte order mark says, if absent').choices(
        encodings,
      ),
    )
    .addOption(new Option('--date-format <form>', 'ISO 8601 if absent').choices(dateFormats))
    .addOption(new Option('--decimal-mark <sign>', 'in numbers').choices(['.', ',']))
    .addHelpText(
      'after',
      `
Example:
  toko --db shop.db import orders orders.csv --order InvoiceNo --product StockCode \\
    --quantity Quantity --price UnitPrice --date InvoiceDate --customer CustomerID`,
    )
    .action(importOrders)
}

async function importOrders(file: string, options: ImportOptions, command: Command): Promise<void> {
  if (options.price === undefined && options.total === undefined) {
    throw new CliError(
      'USAGE',
      'Name the column of the price or of the total: --price or --total.',
      'price',
    )
  }
  const { json } = command.optsWithGlobals<GlobalOptions>()
  const progress = process.stderr.isTTY && json !== true ? progressBars() : noProgress
  await withShop(command, async (session) =>
    importAnswer(await importFile(session, pathOf(file), options, progress)),
  )
}
