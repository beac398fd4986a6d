import { Command, CommanderError } from 'commander'
import { commandList } from '../command-list.ts'
import { CliError } from './cli-error.ts'

/** Of more, none is likelier than the others. */
const mostNamed = 4

/** An error that there is no such command, which says where there is one of that name; any other as it is. */
export async function withElsewhere(error: unknown): Promise<unknown> {
  if (!(error instanceof CommanderError) || error.code !== 'commander.unknownCommand') return error
  const [, name = ''] = /unknown command '([^']*)'/.exec(error.message) ?? []
  const found = await commandsElsewhere(name)
  if (found.length === 0) return error
  const message = `There is no such command here. Did you mean ${anyOf(found)}? See --help.`
  return new CliError('USAGE', message, undefined, error)
}

/**
 * Where a command of this name is, if it is at another level than it was looked for: `toko tick` for
 * `segment tick`, `toko segment track` for `track`. All commands are loaded for it, so it is asked only once
 * something went wrong.
 */
async function commandsElsewhere(name: string): Promise<readonly string[]> {
  if (commandList.some((command) => command.name === name)) return [`toko ${name}`]
  const found: string[] = []
  for (const { name: parent, load } of commandList) {
    const command = new Command(parent)
    ;(await load())(command)
    const isThere = command.commands.some(
      (each) => each.name() === name || each.aliases().includes(name),
    )
    if (isThere) found.push(`toko ${parent} ${name}`)
  }
  return found.length > mostNamed ? [] : found
}

function anyOf(names: readonly string[]): string {
  const [last = '', ...others] = names.toReversed()
  return others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`
}
