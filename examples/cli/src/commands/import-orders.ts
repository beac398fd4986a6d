import { type Command, InvalidArgumentError, Option } from 'commander'
import { encodings } from '../csv/decode.ts'
import { CliError } from '../errors/cli-error.ts'
import { importFile } from '../import/import-file.ts'
import type { ImportOptions, StatusWord } from '../import/import-options.ts'
import { noProgress, progressBars } from '../import/progress.ts'
import { orderStates } from '../import/state-words.ts'
import { collect } from '../input/collect.ts'
import { type DateFormat, dateFormats } from '../input/time-text.ts'
import type { GlobalOptions } from '../session/global-options.ts'
import { pathOf } from '../session/path-of.ts'
import type { Session } from '../session/session.ts'
import { withShop } from '../session/with-shop.ts'
import { withTrialShop } from '../session/with-trial-shop.ts'
import { dryRunAnswer } from './dry-run-answer.ts'
import { importAnswer } from './import-answer.ts'
import { LeftOut } from './left-out.ts'

export function defineImport(command: Command): void {
  const orders = command
    .command('orders')
    .summary('import a CSV file of order lines')
    .description(
      `Imports a CSV file with one row for each line of an order, plain or as .csv.gz.

Options name the columns. The rows of an order may lie anywhere in the file; its time is the earliest
of them. An order whose quantities are all negative is a credit note, refunded in full. Nothing is
recorded before the whole file was read and found right, and the same file can be imported again.
A file with wrong rows is refused, naming them; --skip-invalid leaves the orders with such rows out,
imports the others and ends with 1. A file with a column that looks like money of orders, be it a status
or shipping, is refused too until an option says what it is, or --ignore that it is nothing.`,
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
    .option('--customer <column>', "the shop's number of the customer; this or --phone")
    .option('--price <column>', 'price of one piece')
    .option('--total <column>', 'total of the line, where it is not quantity × price')
    .option('--name <column>', "the customer's name; number or phone stands in for it")
    .option(
      '--phone <column>',
      "the customer's phone, in any form; tells customers without a number apart",
    )
    .option('--email <column>', "the customer's e-mail address")
    .option('--city <column>', "the customer's city")
    .option('--country <column>', "the customer's country")
    .option('--category <column>', 'category of the product')
    .option('--colour <column>', 'colour of the product')
    .option('--size <column>', 'size of the product')
    .option(
      '--paid <column>',
      'what the order was paid: an amount, yes or no (lunas, belum); in full without it',
    )
    .option(
      '--status <column>',
      'whether the order is paid, unpaid or cancelled (selesai, COD, batal); cancelled ones are left out',
    )
    .option('--method <column>', 'how it was paid, such as cash, transfer or qris')
    .option(
      '--shipping <column>',
      'charged for shipping: of the whole order, on each row or on one',
    )
    .option('--tax <column>', 'added as tax: of the whole order, likewise')
    .option('--discount <column>', 'off the whole order, likewise')
    .option('--currency <column>', "currency of the order, where it is not the shop's")
    .option('--rate <column>', "what one unit of that currency is in the shop's")
    .option('--ignore <column>', 'leave this one unread on purpose; once for each', collect)
  orders
    .optionsGroup('Form of the file:')
    .addOption(
      new Option(
        '--delimiter <sign>',
        "between cells; if absent what Excel's sep= line or a header with ; says, else a comma",
      ).choices([',', ';', '|', 'tab']),
    )
    .addOption(
      new Option('--encoding <name>', 'UTF-8, or as the byte order mark says, if absent').choices(
        encodings,
      ),
    )
    .addOption(
      new Option(
        '--date-format <form>',
        'ISO 8601 if absent; / - and . between the parts are alike',
      )
        .choices(dateFormats)
        .argParser(dateFormatOf),
    )
    .addOption(
      new Option('--decimal-mark <sign>', 'in numbers; as the file shows if absent').choices([
        '.',
        ',',
      ]),
    )
    .option(
      '--status-word <word=meaning>',
      'what a word of the file means in --status: paid, unpaid or cancelled; once for each',
      collectStatusWord,
    )
    .option('--default-method <method>', 'how orders were paid that do not say it (default: cash)')
    .option('--dry-run', 'tell what would be recorded, and write nothing')
    .option('--skip-invalid', 'leave orders with wrong rows out, instead of refusing the file')
    .addHelpText(
      'after',
      `
Examples:
  toko --db shop.db import orders orders.csv --order InvoiceNo --product StockCode \\
    --quantity Quantity --price UnitPrice --date InvoiceDate --customer CustomerID
  toko --db shop.db import orders pesanan.csv --order "No. Pesanan" --product Produk --quantity Jumlah \\
    --price Harga --date Waktu --date-format DD/MM/YYYY --name Pembeli --phone Telepon --shipping Ongkir \\
    --discount Diskon --status Status --status-word Dikirim=paid --method Pembayaran --dry-run`,
    )
    .action(importOrders)
}

interface CommandOptions extends ImportOptions {
  readonly dryRun?: true
}

async function importOrders(
  file: string,
  options: CommandOptions,
  command: Command,
): Promise<void> {
  needOneOf(options, 'price', 'total', 'Name the column of the price or of the total')
  needOneOf(options, 'customer', 'phone', "Name the column of the customer's number or phone")
  const { json } = command.optsWithGlobals<GlobalOptions>()
  const progress = process.stderr.isTTY && json !== true ? progressBars() : noProgress
  const leftOut = new LeftOut(json === true)
  let orders = 0
  const importInto = async (session: Session) => {
    const imported = await importFile(session, pathOf(file), options, {
      progress,
      leftOut: (problem) => leftOut.tell(problem),
    })
    orders = imported.leftOut
    return imported
  }
  // The staging uses this driver too: one copy of SQLite takes less memory than two.
  if (options.dryRun === true) {
    await withTrialShop(command, (session) => dryRunAnswer(session, importInto), 'node:sqlite')
  } else {
    const importAll = async (session: Session) => importAnswer(await importInto(session))
    await withShop(command, importAll, 'node:sqlite')
  }
  leftOut.end(orders, options.dryRun === true)
}

/** `Siap kirim=paid`: a word of the file, and what it means. */
function collectStatusWord(text: string, before: readonly StatusWord[] = []): StatusWord[] {
  const [, word = '', meaning = ''] = /^(.*)=(.*)$/s.exec(text) ?? []
  const state = orderStates.find((each) => each === meaning.trim().toLowerCase())
  if (word.trim() !== '' && state !== undefined) return [...before, { word, state }]
  throw new InvalidArgumentError(`Expected WORD=${orderStates.join(' or WORD=')}.`)
}

/** One of the forms, in capitals or not. */
function dateFormatOf(text: string): DateFormat {
  const found = dateFormats.find((form) => form === text.toUpperCase())
  if (found !== undefined) return found
  throw new InvalidArgumentError(`Allowed choices are ${dateFormats.join(', ')}.`)
}

function needOneOf(
  options: ImportOptions,
  one: 'price' | 'customer',
  other: 'total' | 'phone',
  what: string,
): void {
  if (options[one] !== undefined || options[other] !== undefined) return
  throw new CliError('USAGE', `${what}: --${one} or --${other}.`, one)
}
