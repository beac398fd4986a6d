import { commandList } from './command-list.ts'
import { withElsewhere } from './errors/elsewhere.ts'
import { exitCodes } from './errors/exit-code.ts'
import { reportError } from './errors/report-error.ts'
import { buildProgram } from './program.ts'

/** Runs the program with these arguments and answers its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const json = args.includes('--json')
  try {
    const program = await buildProgram(args, json)
    await program.parseAsync(helpAsked(args), { from: 'user' })
    return exitCodes.done
  } catch (error) {
    return reportError(await withElsewhere(error), json)
  }
}

/** `help segment explain` as `segment explain --help`; of an unknown command alone its name, which is then told. */
function helpAsked(args: readonly string[]): readonly string[] {
  const [first, name, ...rest] = args
  if (first !== 'help' || name === undefined || name.startsWith('-')) return args
  const isKnown = commandList.some((command) => command.name === name)
  return isKnown ? [name, ...rest, '--help'] : [name]
}
