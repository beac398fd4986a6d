import { Command, Help, Option } from 'commander'
import { commandList } from './command-list.ts'

/** The program, with the commands that occur among the arguments loaded; the others are only listed. */
export async function buildProgram(args: readonly string[], json: boolean): Promise<Command> {
  const program = new Command('toko')
  program
    .description(
      'Customers of a shop that sells over chat: who they are, what they bought, who comes back.',
    )
    .addOption(
      new Option(
        '--db <database>',
        'a SQLite file, or a postgres:// URL with ?schema=NAME if need be; put one that holds a password into TOKO_DB, for others see command lines',
      ).env('TOKO_DB'),
    )
    .option('--shop <id>', 'which shop, where the database holds several')
    .option('--json', 'print JSON: results on stdout, errors on stderr')
    .option(
      '--at <instant>',
      'take this for now: an instant in ISO 8601, or a time or a day (YYYY-MM-DD) of the shop; what records takes none that lies ahead',
    )
    .helpOption('--help', 'show what a command does and takes')
    .helpCommand('help [command]', 'show what a command does and takes')
    .configureHelp({
      showGlobalOptions: true,
      commandDescription: (command) => reflowed(command.description()),
      optionDescription: described,
    })
    .configureOutput({
      // Errors are told by reportError, in the form that was asked for.
      outputError: () => undefined,
      writeErr: (text) => void (json ? undefined : process.stderr.write(text)),
    })
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText('after', examples)

  for (const { name, summary, group, load } of commandList) {
    const command = program.command(name).helpGroup(group).summary(summary)
    if (args.includes(name)) (await load())(command)
  }
  return program
}

/** What an option is, as commander says it, and whether it is required. */
function described(option: Option): string {
  const said = new Help().optionDescription(option)
  return option.mandatory ? `${said} (required)` : said
}

/** Lines of a paragraph run on; help breaks them where the terminal ends. */
function reflowed(text: string): string {
  return text.replace(/(\S)\n(?=\S)/g, '$1 ')
}

const examples = `
Examples:
  toko --db shop.db init --id kopi-senja --currency IDR --time-zone Asia/Jakarta
  toko --db shop.db sale --order A-1 --name Sari --phone 0812-3456-7890 --line KOPI-250:2@55000 --paid all
  toko --db shop.db customers list --sort totalSpent
  toko --db shop.db segment count '{"field":"ltv","is":">=","value":500000}'
  toko --db shop.db monitor --json

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 wrong input.`
